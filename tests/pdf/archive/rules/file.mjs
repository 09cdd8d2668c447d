// Clause 6.1 of ISO 19005-3: how the file's bytes are written.
import { nameOf, isDict } from "../pdf.mjs";
import { tokens, valuesOf } from "../lexer.mjs";

const EOL = /^(?:\r\n|\r|\n)/;
const FILTERS = [
	"ASCIIHexDecode",
	"ASCII85Decode",
	"FlateDecode",
	"RunLengthDecode",
	"CCITTFaxDecode",
	"JBIG2Decode",
	"DCTDecode",
	"JPXDecode",
];
const BOXES = ["/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"];

// An object as it stands in the file: its tokens from "obj" on, to "stream" or "endobj".
function scanObject(pdf, ref, at) {
	const found = [],
		[, , objWord] = [...takeTokens(pdf.bytes, at, 3)];
	let end;

	for (const token of tokens(pdf.bytes, objWord.end)) {
		if (token.kind === "word" && (token.value === "stream" || token.value === "endobj")) {
			end = token;
			break;
		}
		found.push(token);
	}
	return { ref, at, tokens: found, end, isStream: end?.value === "stream" };
}

function* takeTokens(text, at, n) {
	for (const token of tokens(text, at)) {
		if (n-- === 0) return;
		yield token;
	}
}

// The bytes that the dictionary's Length speaks of, and what stands around them.
function measureStream(pdf, object) {
	const { bytes } = pdf,
		after = bytes.slice(object.end.end, object.end.end + 2);
	const [eol] = after.match(/^(\r\n|\r|\n|)/);
	const length = valuesOf(object.tokens)[0]?.get?.("Length");
	const start = object.end.end + eol.length,
		foot = start + Number(pdf.find(length?.ref ?? length));
	const [, tail] = bytes.slice(foot, foot + 11).match(/^([\0\t\n\f\r ]*)endstream/) ?? [];
	const isLine = tail !== undefined && tail.replace(EOL, "") === "" && tail !== "";

	return { foot, closes: isLine, isApart: /^\r?\n$/.test(eol) && (isLine || tail === undefined) };
}

const scans = new WeakMap();

// Every object outside of object streams.
function objectsOf(pdf) {
	if (!scans.has(pdf))
		scans.set(
			pdf,
			[...pdf.offsets].map(([ref, at]) => {
				const object = scanObject(pdf, ref, at);

				return object.isStream ? { ...object, stream: measureStream(pdf, object) } : object;
			}),
		);
	return scans.get(pdf);
}

const isObjectStream = (pdf, ref) => pdf.name(pdf.dict(ref)["/Type"]) === "ObjStm";

// [token, where] of the file's objects and of what its pages paint.
function* allTokens(pdf) {
	for (const { ref, tokens: own } of objectsOf(pdf)) {
		for (const token of own) yield [token, `object ${ref}`];
		if (isObjectStream(pdf, ref))
			for (const token of tokens(pdf.data(ref).toString("latin1")))
				yield [token, `object stream ${ref}`];
	}
	for (const [token, where] of pdf.content.tokens()) yield [token, where];
}

const isInteger = (token) => /^[-+]?\d+$/.test(token.source);

// A rule about each token of a kind.
function eachToken(kind, broken) {
	return (pdf, fail) => {
		for (const [token, where] of allTokens(pdf))
			if (token.kind === kind && broken(token))
				fail(`${String(token.source ?? token.value).slice(0, 40)} in ${where}`);
	};
}

function eachStream(broken) {
	return (pdf, fail) => {
		for (const object of objectsOf(pdf).filter((object) => object.isStream)) {
			const fault = broken(object, pdf);

			if (fault) fail(`stream ${object.ref}: ${fault}`);
		}
	};
}

function checkHeader(pdf, fail) {
	if (!/^%PDF-1\.[0-7](\r\n|\r|\n)/.test(pdf.bytes)) fail(JSON.stringify(pdf.bytes.slice(0, 12)));
}

function checkSpacing(pdf, fail) {
	for (const { ref, at, tokens, end, stream } of objectsOf(pdf)) {
		const [number, generation] = ref.split(" "),
			{ bytes } = pdf;
		const foot = stream ? bytes.indexOf("endobj", stream.foot) : (end?.at ?? -1);

		if (
			!/[\r\n]/.test(bytes[at - 1]) ||
			!new RegExp(
				`^${number}[\\0\\t\\n\\f\\r ]${generation}[\\0\\t\\n\\f\\r ]obj[\\r\\n]`,
			).test(bytes.slice(at, at + 40))
		)
			fail(`${ref} begins "${bytes.slice(at - 1, at + 14)}"`);
		if (foot < 0 || !/[\r\n]endobj[\r\n]/.test(bytes.slice(foot - 1, foot + 7)))
			fail(`${ref} ends "${bytes.slice(foot - 4, foot + 8)}" after ${tokens.length} tokens`);
	}
}

function checkXref(pdf, fail) {
	for (const match of pdf.bytes.matchAll(/(?<=[\r\n])xref([^0-9]*)\d+ \d+/g))
		if (!/^(\r\n|\r|\n)$/.test(match[1])) fail(JSON.stringify(match[0]));
}

// qpdf hands on bytes that are no UTF-8; they are U+FFFD by now.
const isBroken = (name) => String(name).includes("\uFFFD");

// Names that are shown to people: fonts' and structure types'.
function checkUtf8(pdf, fail) {
	pdf.eachDict((dict, ref) => {
		for (const key of ["/BaseFont", "/FontName", "/S"])
			if (isBroken(dict[key])) fail(`${key} ${nameOf(dict[key])} of ${ref}`);
		for (const name of Object.keys(isDict(dict["/RoleMap"]) ? dict["/RoleMap"] : {}))
			if (isBroken(name)) fail(`structure type ${name}`);
	});
}

function checkFilters({ ref }, pdf) {
	const { dict } = pdf.objects.get(ref).stream,
		decode = pdf.list(dict["/DecodeParms"]);

	return pdf
		.filters(dict)
		.find(
			(filter, i) =>
				!FILTERS.includes(filter) &&
				!(filter === "Crypt" && pdf.name(pdf.dict(decode[i])["/Name"]) === "Identity"),
		);
}

function checkPermissions(pdf, fail) {
	const keys = Object.keys(pdf.dict(pdf.catalog["/Perms"]));

	for (const key of keys.filter((key) => key !== "/UR3" && key !== "/DocMDP")) fail(key);
}

function checkSignatureReferences(pdf, fail) {
	if ("/DocMDP" in pdf.dict(pdf.catalog["/Perms"]))
		pdf.eachDict((dict, ref) => {
			for (const key of ["/DigestLocation", "/DigestMethod", "/DigestValue"])
				if (key in dict && "/TransformMethod" in dict) fail(`${key} in ${ref}`);
		});
}

function checkBoxes(pdf, fail) {
	for (const { number, dict, inherited } of pdf.pages)
		for (const key of BOXES) {
			const box = pdf.find(dict[key] ?? inherited[key]);

			if (!Array.isArray(box)) continue;
			const [left, foot, right, top] = box.map((side) => pdf.find(side));
			for (const size of [Math.abs(right - left), Math.abs(top - foot)])
				if (!(size >= 3 && size <= 14400))
					fail(`${key} of page ${number}: ${box.join(" ")}`);
		}
}

export const rules = [
	[
		"own:qpdf",
		"qpdf reads the file without a warning",
		(pdf, fail) => {
			if (pdf.warnings) fail(pdf.warnings.split("\n")[0]);
		},
	],
	["3a:6.1.2-1 ua1:6.1-1", "the file begins with %PDF-1.n and a line end", checkHeader],
	[
		"3a:6.1.2-2",
		"the second line is a comment of four bytes above 127",
		(pdf, fail) => {
			if (!/^[^\r\n]*(\r\n|\r|\n)%[\x80-\xff]{4}/.test(pdf.bytes))
				fail(JSON.stringify(pdf.bytes.slice(0, 24)));
		},
	],
	[
		"3a:6.1.3-1",
		"the trailer has an ID",
		(pdf, fail) => {
			const id = pdf.list(pdf.trailer["/ID"]);

			if (id.length !== 2 || id.some((part) => !/^[ub]:./.test(part)))
				fail(JSON.stringify(id));
		},
	],
	[
		"3a:6.1.3-2",
		"nothing is encrypted",
		(pdf, fail) => {
			if ("/Encrypt" in pdf.trailer) fail("the trailer has Encrypt");
		},
	],
	[
		"ua1:7.16-1",
		"an encrypted file may be read aloud",
		(pdf, fail) => {
			if ("/Encrypt" in pdf.trailer && (pdf.dict(pdf.trailer["/Encrypt"])["/P"] & 512) === 0)
				fail("P forbids it");
		},
	],
	[
		"3a:6.1.3-3",
		"nothing follows %%EOF but a line end",
		(pdf, fail) => {
			const rest = pdf.bytes.slice(pdf.bytes.lastIndexOf("%%EOF") + 5);

			if (rest.replace(EOL, "") !== "") fail(JSON.stringify(rest.slice(0, 20)));
		},
	],
	["3a:6.1.4-2", "a line end stands between xref and its numbers", checkXref],
	[
		"3a:6.1.6-1",
		"hexadecimal strings have an even number of digits",
		eachToken(
			"string",
			({ hex }) => hex !== undefined && hex.replace(/\s/g, "").length % 2 !== 0,
		),
	],
	[
		"3a:6.1.6-2",
		"hexadecimal strings have only hexadecimal digits",
		eachToken("string", ({ hex }) => hex !== undefined && /[^0-9A-Fa-f\s]/.test(hex)),
	],
	[
		"3a:6.1.7.1-1",
		"a stream is as long as its Length says",
		eachStream(({ stream }) => (stream.closes ? undefined : "endstream does not follow")),
	],
	[
		"3a:6.1.7.1-2",
		"line ends follow stream and go before endstream",
		eachStream(({ stream }) => (stream.isApart ? undefined : "a line end is missing")),
	],
	[
		"3a:6.1.7.1-3",
		"a stream is in the file itself",
		eachStream(({ ref }, pdf) =>
			["/F", "/FFilter", "/FDecodeParms"].find(
				(key) => key in pdf.objects.get(ref).stream.dict,
			),
		),
	],
	["3a:6.1.7.2-1", "only filters of ISO 32000-1, without LZW", eachStream(checkFilters)],
	["3a:6.1.8-1", "names of fonts and structure types are UTF-8", checkUtf8],
	["3a:6.1.9-1", "objects begin and end on lines of their own", checkSpacing],
	["3a:6.1.12-1", "permissions are UR3 and DocMDP only", checkPermissions],
	["3a:6.1.12-2", "no digests with DocMDP", checkSignatureReferences],
	[
		"3a:6.1.13-1",
		"integers have 32 bits",
		eachToken(
			"number",
			(token) =>
				isInteger(token) && !(token.value >= -2147483648 && token.value <= 2147483647),
		),
	],
	[
		"3a:6.1.13-2",
		"real numbers are within 3.403e38",
		eachToken("number", (token) => !isInteger(token) && Math.abs(token.value) > 3.403e38),
	],
	[
		"3a:6.1.13-3",
		"strings have at most 32,767 bytes",
		eachToken("string", ({ value }) => value.length > 32767),
	],
	[
		"3a:6.1.13-4",
		"names have at most 127 bytes",
		eachToken("name", ({ value }) => value.length > 127),
	],
	[
		"3a:6.1.13-5",
		"real numbers are 0 or beyond 1.175e-38",
		eachToken(
			"number",
			(token) => !isInteger(token) && token.value !== 0 && Math.abs(token.value) < 1.175e-38,
		),
	],
	[
		"3a:6.1.13-7",
		"at most 8,388,607 objects",
		(pdf, fail) => {
			if (pdf.objects.size > 8388607) fail(String(pdf.objects.size));
		},
	],
	["3a:6.1.13-11", "pages measure 3 to 14,400 units", checkBoxes],
	[
		"own:pages",
		"each node's Count is the number of pages below it",
		(pdf, fail) => {
			const count = pdf.dict(pdf.catalog["/Pages"])["/Count"];

			if (pdf.find(count) !== pdf.pages.length)
				fail(`Count ${count}, ${pdf.pages.length} pages`);
		},
	],
];
