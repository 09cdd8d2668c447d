// Clause 6.2.11 of ISO 19005-3, 7.21 of ISO 14289-1: fonts.
import { each } from "./each.mjs";

const SUBTYPES = ["Type1", "MMType1", "TrueType", "Type3", "Type0", "CIDFontType0", "CIDFontType2"];
const STANDARD_14 = /^(Courier|Helvetica|Times|Symbol|ZapfDingbats)(-|$)/;
const PRIVATE = /[\u{E000}-\u{F8FF}\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/u;

const isSimple = (font) => ["Type1", "MMType1", "TrueType", "Type3"].includes(font.subtype);
const isTrueType = (font) => font.subtype === "TrueType";
const isSymbolic = (font) => (font.descriptor["/Flags"] & 4) !== 0;
const isSubset = (font) => /^[A-Z]{6}\+/.test(font.base ?? "");
const isIdentity = (font) => ["Identity-H", "Identity-V"].includes(font.pdf.name(font.encoding));

// The font and, of a Type 0 font, its descendant.
const dictsOf = (font) => [font.dict, ...(font.descendant ? [font.descendant] : [])];

const eachFont = each(
	(pdf) => pdf.fonts,
	({ name }) => name,
);

// [code, font, how] of each code that the pages show.
const codesOf = (pdf) =>
	pdf.fonts.flatMap((font) => [...font.codes].map(([code, how]) => [code, font, how]));

const eachCode = (fault) =>
	each(
		codesOf,
		([code, font, how]) => `code ${code} of ${font.name} in ${how.where}`,
	)((shown) => fault(...shown));

const uncovered = (font) => [...font.codes.values()].some((how) => how.visible) && !font.file;

// Only Identity is judged: raingan has no other.
const otherCMap = eachFont(
	(font) => font.subtype === "Type0" && !isIdentity(font) && "an encoding that is not Identity",
);

function systemOf(pdf, dict) {
	const info = pdf.dict(dict["/CIDSystemInfo"]);

	return { registry: pdf.text(info["/Registry"]), ordering: pdf.text(info["/Ordering"]) };
}

// A CMap within the file; what is in it is read only as far as the rules need.
const embedded = (font, pdf) =>
	font.subtype === "Type0" && pdf.isStream(font.encoding)
		? pdf.data(font.encoding).toString("latin1")
		: undefined;

function checkSystem(font, pdf) {
	if (font.subtype !== "Type0" || isIdentity(font)) return false;
	const own = systemOf(pdf, font.descendant),
		cmap = systemOf(pdf, pdf.dict(font.encoding));

	return (
		own.registry === undefined ||
		own.registry !== cmap.registry ||
		own.ordering !== cmap.ordering
	);
}

function widthDiffers(code, font, how) {
	const glyph = font.glyph?.(code);

	if (!font.program || !how.visible) return false;
	const own = glyph < font.program.glyphs ? font.program.advance(glyph) : 0;
	return Math.abs(own - font.width(code)) > 1 && `${font.width(code)}, in the font ${own}`;
}

const unicodeOf = (code, font) => font.unicode?.map.get(code);
const cmapsOf = "a TrueType font with codes of one byte, whose cmap is not looked into";

export const rules = [
	[
		"3a:6.2.11.2-1",
		"a font has the Type Font",
		eachFont((font, pdf) => dictsOf(font).some((dict) => pdf.name(dict["/Type"]) !== "Font")),
	],
	[
		"3a:6.2.11.2-2",
		"a font has a Subtype of ISO 32000-1",
		eachFont((font, pdf) =>
			dictsOf(font).some((dict) => !SUBTYPES.includes(pdf.name(dict["/Subtype"]))),
		),
	],
	[
		"3a:6.2.11.2-3",
		"a font has a BaseFont",
		eachFont(
			(font, pdf) =>
				font.subtype !== "Type3" &&
				dictsOf(font).some((dict) => pdf.name(dict["/BaseFont"]) === undefined),
		),
	],
	[
		"3a:6.2.11.2-4",
		"a simple font has FirstChar",
		eachFont(
			(font) =>
				isSimple(font) && !STANDARD_14.test(font.base) && !("/FirstChar" in font.dict),
		),
	],
	[
		"3a:6.2.11.2-5",
		"a simple font has LastChar",
		eachFont(
			(font) => isSimple(font) && !STANDARD_14.test(font.base) && !("/LastChar" in font.dict),
		),
	],
	[
		"3a:6.2.11.2-6",
		"a simple font has a width for each code",
		eachFont(
			(font, pdf) =>
				isSimple(font) &&
				!STANDARD_14.test(font.base) &&
				pdf.list(font.dict["/Widths"]).length !==
					font.dict["/LastChar"] - font.dict["/FirstChar"] + 1,
		),
	],
	[
		"3a:6.2.11.2-7",
		"a font file's Subtype is Type1C, CIDFontType0C or OpenType",
		eachFont(
			(font, pdf) =>
				"/Subtype" in pdf.dict(font.file) &&
				!["Type1C", "CIDFontType0C", "OpenType"].includes(
					pdf.name(pdf.dict(font.file)["/Subtype"]),
				),
		),
	],
	[
		"3a:6.2.11.3.1-1 ua1:7.21.3.1-1",
		"the CIDSystemInfo of font and CMap agree",
		eachFont(checkSystem),
	],
	[
		"3a:6.2.11.3.2-1 ua1:7.21.3.2-1",
		"an embedded CIDFontType2 has a CIDToGIDMap",
		eachFont((font) => font.descendant && font.file && !("/CIDToGIDMap" in font.descendant)),
	],
	[
		"3a:6.2.11.3.3-1 ua1:7.21.3.3-1",
		"a CMap is embedded, or Identity",
		eachFont(
			(font, pdf) =>
				font.subtype === "Type0" && !isIdentity(font) && !pdf.isStream(font.encoding),
		),
	],
	[
		"3a:6.2.11.3.3-2 ua1:7.21.3.3-2",
		"a CMap's WMode is its dictionary's",
		eachFont((font, pdf) => {
			const text = embedded(font, pdf),
				own = text?.match(/\/WMode\s+(\d)/)?.[1] ?? 0;

			return text !== undefined && Number(own) !== (pdf.dict(font.encoding)["/WMode"] ?? 0);
		}),
	],
	[
		"3a:6.2.11.3.3-3 ua1:7.21.3.3-3",
		"a CMap uses no other",
		eachFont(
			(font, pdf) =>
				embedded(font, pdf) !== undefined &&
				("/UseCMap" in pdf.dict(font.encoding) || /\busecmap\b/.test(embedded(font, pdf))),
		),
	],
	[
		"3a:6.1.13-10",
		"CIDs are at most 65,535",
		eachFont((font, pdf) =>
			(embedded(font, pdf)?.match(/>\s*\d+/g) ?? []).some(
				(cid) => Number(cid.slice(1)) > 65535,
			),
		),
	],
	["own:cmap", "a Type 0 font's encoding is Identity", otherCMap],
	[
		"3a:6.2.11.4.1-1 ua1:7.21.4.1-1",
		"fonts are embedded",
		eachFont((font) => font.subtype !== "Type3" && uncovered(font)),
	],
	[
		"3a:6.2.11.4.1-2 ua1:7.21.4.1-2",
		"the font has every glyph that is shown",
		eachCode(
			(code, font, how) =>
				how.visible &&
				font.program &&
				(code === 0 || font.glyph(code) >= font.program.glyphs),
		),
	],
	[
		"3a:6.2.11.4.2-1 ua1:7.21.4.2-1",
		"no CharSet, which is not looked into",
		eachFont((font) => isSubset(font) && "/CharSet" in font.descriptor),
	],
	[
		"3a:6.2.11.4.2-2 ua1:7.21.4.2-2",
		"no CIDSet, which is not looked into",
		eachFont((font) => isSubset(font) && "/CIDSet" in font.descriptor),
	],
	["3a:6.2.11.5-1 ua1:7.21.5-1", "widths are the font program's", eachCode(widthDiffers)],
	[
		"3a:6.2.11.6-1 ua1:7.21.6-1",
		"a TrueType font has a cmap for its codes",
		eachFont((font) => isTrueType(font) && !isSymbolic(font) && cmapsOf),
	],
	[
		"3a:6.2.11.6-2 ua1:7.21.6-2",
		"a non-symbolic TrueType font has a standard encoding",
		eachFont(
			(font, pdf) =>
				isTrueType(font) &&
				!isSymbolic(font) &&
				!["MacRomanEncoding", "WinAnsiEncoding"].includes(
					pdf.name(font.encoding) ?? pdf.name(pdf.dict(font.encoding)["/BaseEncoding"]),
				),
		),
	],
	[
		"3a:6.2.11.6-3 ua1:7.21.6-3",
		"a symbolic TrueType font has no Encoding",
		eachFont((font) => isTrueType(font) && isSymbolic(font) && font.encoding !== undefined),
	],
	[
		"3a:6.2.11.6-4 ua1:7.21.6-4",
		"a symbolic TrueType font has one cmap",
		eachFont((font) => isTrueType(font) && isSymbolic(font) && cmapsOf),
	],
	[
		"3a:6.2.11.7.2-1 ua1:7.21.7-1",
		"each code that is shown has a text",
		eachCode((code, font) => unicodeOf(code, font) === undefined),
	],
	[
		"3a:6.2.11.7.2-2 ua1:7.21.7-2",
		"no code's text has U+0000, U+FEFF or U+FFFE",
		eachCode((code, font) => /[\u0000\uFEFF\uFFFE]/.test(unicodeOf(code, font) ?? "")),
	],
	[
		"3a:6.2.11.7.3-1",
		"no code's text is of a private use area",
		eachCode((code, font, how) => how.bare && PRIVATE.test(unicodeOf(code, font) ?? "")),
	],
	[
		"3a:6.2.11.8-1 ua1:7.21.8-1",
		".notdef is never shown",
		eachCode(
			(code, font) =>
				font.program && (font.glyph(code) === 0 || font.glyph(code) >= font.program.glyphs),
		),
	],
	["own:font", "the font can be looked into", eachFont((font) => font.fault)],
	[
		"own:to-unicode",
		"the ToUnicode CMap is well made",
		eachFont((font) => font.unicode?.faults[0]),
	],
	[
		"own:font-names",
		"the names of a font are the same",
		eachFont(
			(font, pdf) =>
				font.descendant &&
				new Set([
					font.base,
					pdf.name(font.descendant["/BaseFont"]),
					pdf.name(font.descriptor["/FontName"]),
				]).size > 1,
		),
	],
];
