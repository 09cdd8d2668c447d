// Clause 6.2 of ISO 19005-3 but for fonts: colours, images, forms, transparency.
import { each } from "./each.mjs";
import { words } from "../lexer.mjs";
import { isDict } from "../pdf.mjs";

const INTENTS = ["RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation"];
const BLEND_MODES = words(`
	Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight
	SoftLight Difference Exclusion Hue Saturation Color Luminosity
`);
const PROCESS_COLOURS = [undefined, "Cyan", "Magenta", "Yellow", "Black"];
const FORM_REFUSED = ["/OPI", "/PS"];

// What an ICC profile's header says (ICC.1:2001-04, 6.1).
function readProfile(pdf, ref) {
	const bytes = pdf.isStream(ref) ? pdf.data(ref) : Buffer.alloc(0);

	return bytes.length < 128
		? { space: "", device: "", version: 0 }
		: {
				space: bytes.toString("latin1", 16, 20),
				device: bytes.toString("latin1", 12, 16),
				version: bytes[8],
				size: bytes.readUInt32BE(0),
				length: bytes.length,
				signature: bytes.toString("latin1", 36, 40),
				channels: pdf.find(pdf.dict(ref)["/N"]),
			};
}

const intentsOf = (pdf) =>
	pdf.list(pdf.catalog["/OutputIntents"]).map((intent) => pdf.dict(intent));

// The colour space of the PDF/A output intent; undefined without one.
function outputSpace(pdf) {
	const intent = intentsOf(pdf).find((item) => pdf.name(item["/S"]) === "GTS_PDFA1");

	return intent && pdf.isStream(intent["/DestOutputProfile"])
		? readProfile(pdf, intent["/DestOutputProfile"]).space
		: undefined;
}

function checkIntent(pdf, fail) {
	for (const intent of intentsOf(pdf).filter((item) => "/DestOutputProfile" in item)) {
		const profile = readProfile(pdf, intent["/DestOutputProfile"]);

		if (
			!["prtr", "mntr"].includes(profile.device) ||
			!["RGB ", "CMYK", "GRAY"].includes(profile.space) ||
			profile.version >= 5
		)
			fail(`a ${profile.device} profile of ${profile.space}, version ${profile.version}`);
	}
}

function checkProfile(pdf, fail) {
	for (const intent of intentsOf(pdf)) {
		const { size, length, signature, channels, space } = readProfile(
			pdf,
			intent["/DestOutputProfile"],
		);
		const wanted = { "RGB ": 3, CMYK: 4, GRAY: 1 }[space];

		if (size !== length || signature !== "acsp" || channels !== wanted)
			fail(`${length} bytes of ${size}, signature ${signature}, N ${channels} of ${space}`);
	}
}

function checkOneProfile(pdf, fail) {
	const profiles = new Set(
		intentsOf(pdf)
			.map((item) => item["/DestOutputProfile"])
			.filter((ref) => ref !== undefined),
	);

	if (profiles.size > 1) fail([...profiles].join(", "));
}

// Colour spaces by family, also those that are in resources only.
function* colourSpaces(pdf) {
	const walk = function* (value) {
		const found = pdf.find(value);

		if (!Array.isArray(found)) return;
		yield found;
		for (const part of found.slice(1)) yield* walk(part);
	};
	const roots = [];

	pdf.eachDict((dict) => {
		if ("/ColorSpace" in dict)
			roots.push(
				...(isDict(pdf.find(dict["/ColorSpace"]))
					? Object.values(pdf.find(dict["/ColorSpace"]))
					: [dict["/ColorSpace"]]),
			);
		if (isDict(pdf.find(dict["/Colorants"])))
			roots.push(...Object.values(pdf.find(dict["/Colorants"])));
	});
	for (const root of roots) yield* walk(root);
}

function eachSpace(family, check) {
	return (pdf, fail) => {
		for (const space of colourSpaces(pdf))
			if (pdf.name(space[0]) === family) check(space, fail, pdf);
	};
}

function checkColorants(space, fail, pdf) {
	const attributes = pdf.dict(space[4]),
		colorants = pdf.dict(attributes["/Colorants"]);
	const process = pdf
		.list(pdf.dict(attributes["/Process"])["/Components"])
		.map((name) => pdf.name(name));

	for (const name of pdf.list(space[1]).map((item) => pdf.name(item)))
		if (
			!(`/${name}` in colorants) &&
			!process.includes(name) &&
			name !== "None" &&
			!PROCESS_COLOURS.includes(name)
		)
			fail(name);
}

function checkSeparations(pdf, fail) {
	const known = new Map();

	for (const space of colourSpaces(pdf)) {
		if (pdf.name(space[0]) !== "Separation") continue;
		const name = pdf.name(space[1]),
			like = JSON.stringify([pdf.find(space[2]), pdf.find(space[3])]);

		if (known.has(name) && known.get(name) !== like) fail(name);
		known.set(name, like);
	}
}

function checkInputProfile(space, fail, pdf) {
	const { device, space: colours, version } = readProfile(pdf, space[1]);

	if (
		!["prtr", "mntr", "scnr", "spac"].includes(device) ||
		!["RGB ", "CMYK", "GRAY", "Lab "].includes(colours) ||
		version >= 5
	)
		fail(`a ${device} profile of ${colours}, version ${version}`);
}

// Overprinting is looked at in the whole file, whatever the space that is in force there.
function checkOverprint(pdf, fail) {
	const has4 = [...colourSpaces(pdf)].some(
		(space) => pdf.name(space[0]) === "ICCBased" && pdf.find(pdf.dict(space[1])["/N"]) === 4,
	);

	eachGraphicsState((state, where) => {
		if (has4 && pdf.find(state["/OPM"]) === 1 && (state["/OP"] || state["/op"])) fail(where);
	})(pdf, fail);
}

function checkDevice(space, allowed) {
	return (pdf, fail) => {
		if (pdf.content.colours.has(space) && !allowed(outputSpace(pdf)))
			fail(pdf.content.colours.get(space));
	};
}

// check(dictionary, where, fail, pdf) of each ExtGState.
function eachGraphicsState(check) {
	return (pdf, fail) =>
		pdf.eachDict((dict, ref) => {
			for (const [name, state] of Object.entries(pdf.dict(dict["/ExtGState"])))
				check(pdf.dict(state), `${name} of ${ref}`, fail, pdf);
		});
}

// check(halftone, fail, colorant, pdf), also of the halftones within one of type 5.
function eachHalftone(check) {
	return eachGraphicsState((state, where, fail, pdf) => {
		const halftone = pdf.dict(state["/HT"]);

		if (!("/HT" in state) || pdf.name(state["/HT"]) === "Default") return;
		check(halftone, fail, undefined, pdf);
		if (pdf.find(halftone["/HalftoneType"]) === 5)
			for (const [key, part] of Object.entries(halftone))
				if (isDict(pdf.find(part))) check(pdf.dict(part), fail, key.slice(1), pdf);
	});
}

function checkTransferFunction(halftone, fail, colorant) {
	const has = "/TransferFunction" in halftone;

	if (colorant !== "Default" && has === PROCESS_COLOURS.includes(colorant))
		fail(`of ${colorant}`);
}

function checkIntents(pdf, fail) {
	const test = (name, where) => {
		if (!INTENTS.includes(name)) fail(`${name} in ${where}`);
	};

	for (const { intent, where } of pdf.content.intents) test(intent, where);
	for (const { dict, where } of pdf.content.images)
		if ("/Intent" in dict) test(pdf.name(dict["/Intent"]), where);
	eachGraphicsState((state, where) => {
		if ("/RI" in state) test(pdf.name(state["/RI"]), where);
	})(pdf, fail);
}

const eachImage = each(
	(pdf) => pdf.content.images,
	({ where }) => where,
);

const isMask = (dict) => dict["/ImageMask"] === true;

const jpeg2000 = (pdf, fail) =>
	pdf.eachDict((dict, ref) => {
		if ("/Filter" in dict && pdf.filters(dict).includes("JPXDecode")) fail(`in ${ref}`);
	});

const eachForm = each(
	(pdf) => pdf.content.forms,
	({ where }) => where,
);

const isTransparent = (pdf, dict) =>
	("/SMask" in dict && pdf.name(dict["/SMask"]) !== "None") ||
	["/ca", "/CA"].some((key) => typeof dict[key] === "number" && dict[key] < 1) ||
	("/BM" in dict &&
		pdf.list(dict["/BM"]).some((mode) => !["Normal", "Compatible"].includes(pdf.name(mode)))) ||
	pdf.name(dict["/S"]) === "Transparency";

function checkBlending(pdf, fail) {
	let where;

	if (outputSpace(pdf) !== undefined) return;
	pdf.eachDict((dict, ref) => {
		if (isTransparent(pdf, dict)) where = ref;
	});
	if (where !== undefined && pdf.pages.some(({ dict }) => !("/CS" in pdf.dict(dict["/Group"]))))
		fail(`transparency in ${where}`);
}

function checkInlineFilters(pdf, fail) {
	const allowed = words(`
	ASCIIHexDecode ASCII85Decode FlateDecode RunLengthDecode CCITTFaxDecode DCTDecode AHx
	A85 Fl RL CCF DCT
`);

	for (const { dict, where, isInline } of pdf.content.images)
		if (isInline && "/Filter" in dict && !allowed.includes(pdf.name(dict["/Filter"])))
			fail(`${dict["/Filter"]} in ${where}`);
}

function checkForms(pdf, fail) {
	const times = new Map();

	for (const { ref, dict, where } of pdf.content.forms) {
		times.set(ref, (times.get(ref) ?? 0) + 1);
		if ("/StructParents" in dict && times.get(ref) > 1) fail(`${ref} again in ${where}`);
	}
}

const list = (pdf, fail, found) => found.forEach((where) => fail(where));

export const rules = [
	[
		"3a:6.1.10-1",
		"inline images have filters of ISO 32000-1, without LZW and Crypt",
		checkInlineFilters,
	],
	[
		"3a:6.1.13-8",
		"q is nested 28 times at most",
		(pdf, fail) => {
			if (pdf.content.depth.level > 28) fail(pdf.content.depth.where);
		},
	],
	[
		"3a:6.1.13-9",
		"DeviceN has at most 32 colourants",
		eachSpace("DeviceN", (space, fail, pdf) => {
			if (pdf.list(space[1]).length > 32) fail(`${pdf.list(space[1]).length}`);
		}),
	],
	[
		"3a:6.2.2-1",
		"only operators of ISO 32000-1",
		(pdf, fail) => list(pdf, fail, pdf.content.unknown),
	],
	[
		"3a:6.2.2-2",
		"content has its own resources",
		(pdf, fail) => list(pdf, fail, pdf.content.resources),
	],
	[
		"3a:6.2.3-1",
		"the output intent's profile is an output or monitor profile of ICC version 4 or less",
		checkIntent,
	],
	["3a:6.2.3-2", "all output intents have one profile", checkOneProfile],
	[
		"3a:6.2.3-3",
		"no output intent refers to a profile elsewhere",
		(pdf, fail) => {
			for (const intent of intentsOf(pdf))
				if ("/DestOutputProfileRef" in intent) fail(`of ${pdf.name(intent["/S"])}`);
		},
	],
	[
		"own:profile",
		"the output intent's profile is whole, and N its number of channels",
		checkProfile,
	],
	[
		"3a:6.2.4.2-1",
		"ICC profiles of colour spaces are of version 4 or less",
		eachSpace("ICCBased", checkInputProfile),
	],
	["3a:6.2.4.2-2", "no overprint mode 1 with ICCBased CMYK", checkOverprint],
	[
		"3a:6.2.4.3-2",
		"DeviceRGB under an RGB output intent",
		checkDevice("DeviceRGB", (space) => space === "RGB "),
	],
	[
		"3a:6.2.4.3-3",
		"DeviceCMYK under a CMYK output intent",
		checkDevice("DeviceCMYK", (space) => space === "CMYK"),
	],
	[
		"3a:6.2.4.3-4",
		"DeviceGray under an output intent",
		checkDevice("DeviceGray", (space) => space !== undefined),
	],
	[
		"3a:6.2.4.4-1",
		"each spot colour of DeviceN is in Colorants",
		eachSpace("DeviceN", checkColorants),
	],
	["3a:6.2.4.4-2", "separations of one name are alike", checkSeparations],
	[
		"3a:6.2.5-1",
		"no transfer function",
		eachGraphicsState((state, where, fail) => {
			if ("/TR" in state) fail(where);
		}),
	],
	[
		"3a:6.2.5-2",
		"TR2 is Default",
		eachGraphicsState((state, where, fail, pdf) => {
			if ("/TR2" in state && pdf.name(state["/TR2"]) !== "Default") fail(where);
		}),
	],
	[
		"3a:6.2.5-3",
		"no HTP",
		eachGraphicsState((state, where, fail) => {
			if ("/HTP" in state) fail(where);
		}),
	],
	[
		"3a:6.2.5-4",
		"halftones are of type 1 or 5",
		eachHalftone((halftone, fail, colorant, pdf) => {
			if (![1, 5].includes(pdf.find(halftone["/HalftoneType"])))
				fail(`type ${halftone["/HalftoneType"]}`);
		}),
	],
	[
		"3a:6.2.5-5",
		"halftones have no name",
		eachHalftone((halftone, fail) => {
			if ("/HalftoneName" in halftone) fail("there is one");
		}),
	],
	[
		"3a:6.2.5-6",
		"halftones of other than process colours alone have a transfer function",
		eachHalftone(checkTransferFunction),
	],
	["3a:6.2.6-1", "rendering intents are those of ISO 32000-1", checkIntents],
	["3a:6.2.8-1", "images have no Alternates", eachImage(({ dict }) => "/Alternates" in dict)],
	["3a:6.2.8-2", "images have no OPI", eachImage(({ dict }) => "/OPI" in dict)],
	[
		"3a:6.2.8-3",
		"images are not interpolated",
		eachImage(({ dict }) => dict["/Interpolate"] === true),
	],
	[
		"3a:6.2.8-4",
		"images have 1, 2, 4, 8 or 16 bits a component",
		eachImage(
			({ dict }, pdf) =>
				!isMask(dict) &&
				"/BitsPerComponent" in dict &&
				![1, 2, 4, 8, 16].includes(pdf.find(dict["/BitsPerComponent"])),
		),
	],
	[
		"3a:6.2.8-5",
		"image masks have 1 bit",
		eachImage(
			({ dict }, pdf) =>
				isMask(dict) &&
				"/BitsPerComponent" in dict &&
				pdf.find(dict["/BitsPerComponent"]) !== 1,
		),
	],
	["3a:6.2.8.3-1", "no JPEG 2000, which is not looked into: its channels", jpeg2000],
	["3a:6.2.8.3-2", "no JPEG 2000, which is not looked into: its colour spaces", jpeg2000],
	["3a:6.2.8.3-3", "no JPEG 2000, which is not looked into: its method", jpeg2000],
	["3a:6.2.8.3-4", "no JPEG 2000, which is not looked into: CIEJab", jpeg2000],
	["3a:6.2.8.3-5", "no JPEG 2000, which is not looked into: its bit depth", jpeg2000],
	[
		"3a:6.2.9-1",
		"forms have no OPI and no PostScript",
		eachForm(
			({ dict }, pdf) =>
				FORM_REFUSED.some((key) => key in dict) || pdf.name(dict["/Subtype2"]) === "PS",
		),
	],
	[
		"3a:6.2.9-2 ua1:7.20-1",
		"no form is a reference to another file",
		eachForm(({ dict }) => "/Ref" in dict),
	],
	[
		"3a:6.2.9-3",
		"no PostScript objects",
		(pdf, fail) =>
			pdf.eachDict((dict, ref) => {
				for (const object of Object.values(pdf.dict(dict["/XObject"])))
					if (pdf.name(pdf.dict(object)["/Subtype"]) === "PS") fail(`in ${ref}`);
			}),
	],
	[
		"3a:6.2.10-1",
		"only the blend modes of ISO 32000-1",
		eachGraphicsState((state, where, fail, pdf) => {
			if (
				"/BM" in state &&
				!pdf.list(state["/BM"]).every((mode) => BLEND_MODES.includes(pdf.name(mode)))
			)
				fail(where);
		}),
	],
	["3a:6.2.10-2", "transparency without an output intent has a blending space", checkBlending],
	[
		"own:transparency",
		"nothing is transparent",
		(pdf, fail) =>
			pdf.eachDict((dict, ref) => {
				if (isTransparent(pdf, dict)) fail(`in ${ref}`);
			}),
	],
	["ua1:7.20-2", "a form with elements of its own is painted once", checkForms],
	[
		"own:content",
		"q and Q, BT and ET, BDC and EMC are in pairs; nothing but text between",
		(pdf, fail) => list(pdf, fail, pdf.content.faults),
	],
];
