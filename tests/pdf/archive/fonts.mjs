// The fonts that the pages show text in.  Only Type 0 fonts with TrueType outlines are looked into;
// any other has a `fault`.
import { tokens, valuesOf } from "./lexer.mjs";

const utf16 = (bytes) => Buffer.from(bytes, "latin1").swap16().toString("utf16le");

// The last code unit of a range's first text counts up.
function count(first, i) {
	const units = [...Buffer.from(first, "latin1")];

	for (let k = units.length - 1, carry = i; k >= 0 && carry; carry = (units[k] + carry) >> 8, k--)
		units[k] = (units[k] + carry) & 0xff;
	return Buffer.from(units).toString("latin1");
}

const numberOf = (bytes) => Buffer.from(bytes, "latin1").readUIntBE(0, bytes.length);

// The operands of each operator of a CMap.
function* operations(text) {
	let operands = [];

	for (const token of tokens(text)) {
		if (token.kind !== "word") {
			operands.push(token);
			continue;
		}
		yield [token.value, valuesOf(operands)];
		operands = [];
	}
}

// code -> text, and what is wrong.
export function readCMap(text) {
	const map = new Map(),
		faults = [];
	const put = (code, bytes) => {
		if (bytes.length === 0 || bytes.length % 2)
			faults.push(`${code} has ${bytes.length} bytes`);
		else map.set(code, utf16(bytes));
	};

	for (const [operator, operands] of operations(text)) {
		if (operator === "endbfchar") {
			if (operands.length > 200) faults.push(`${operands.length / 2} in one bfchar`);
			for (let i = 0; i + 1 < operands.length; i += 2)
				put(numberOf(operands[i].string), operands[i + 1].string);
		}
		if (operator === "endbfrange")
			for (let i = 0; i + 2 < operands.length; i += 3) {
				const [first, last] = [operands[i], operands[i + 1]].map(({ string }) =>
					numberOf(string),
				);
				const to = operands[i + 2];

				for (let code = first; code <= last; code++)
					put(
						code,
						Array.isArray(to)
							? (to[code - first]?.string ?? "")
							: count(to.string, code - first),
					);
			}
	}
	return { map, faults };
}

// A TrueType program: how many glyphs it has, and how wide they are in 1/1000 em.
function readProgram(bytes) {
	const tables = new Map();

	for (let i = 0; i < bytes.readUInt16BE(4); i++) {
		const at = 12 + 16 * i,
			start = bytes.readUInt32BE(at + 8);

		tables.set(
			bytes.toString("latin1", at, at + 4),
			bytes.subarray(start, start + bytes.readUInt32BE(at + 12)),
		);
	}
	const [head, hhea, hmtx, maxp, loca] = ["head", "hhea", "hmtx", "maxp", "loca"].map((tag) =>
		tables.get(tag),
	);
	const glyphs = maxp.readUInt16BE(4),
		metrics = hhea.readUInt16BE(34),
		unitsPerEm = head.readUInt16BE(18);
	const isShort = head.readInt16BE(50) === 0;

	if (
		loca.length < (glyphs + 1) * (isShort ? 2 : 4) ||
		hmtx.length < metrics * 4 + (glyphs - metrics) * 2
	)
		throw new Error("loca or hmtx is too short");
	return {
		glyphs,
		advance: (glyph) =>
			(hmtx.readUInt16BE(4 * Math.min(glyph, metrics - 1)) * 1000) / unitsPerEm,
	};
}

// code -> width: runs "first [w w ...]" or "first last w".
function readWidths(pdf, array) {
	const items = pdf.list(array).map((item) => pdf.find(item)),
		widths = new Map();

	for (let i = 0; i < items.length;) {
		if (Array.isArray(items[i + 1])) {
			items[i + 1].forEach((width, k) => widths.set(items[i] + k, pdf.find(width)));
			i += 2;
		} else {
			for (let code = items[i]; code <= items[i + 1]; code++) widths.set(code, items[i + 2]);
			i += 3;
		}
	}
	return widths;
}

class Font {
	constructor(pdf, ref, codes) {
		const dict = pdf.dict(ref);

		Object.assign(this, { pdf, ref, dict, codes, subtype: pdf.name(dict["/Subtype"]) });
		this.base = pdf.name(dict["/BaseFont"]);
		this.encoding = dict["/Encoding"];
		this.descendant =
			this.subtype === "Type0" ? pdf.dict(pdf.list(dict["/DescendantFonts"])[0]) : undefined;
		this.descriptor = pdf.dict((this.descendant ?? dict)["/FontDescriptor"]);
		this.fileKey = ["/FontFile", "/FontFile2", "/FontFile3"].find((key) =>
			pdf.isStream(this.descriptor[key]),
		);
		this.file = this.descriptor[this.fileKey];
		this.name = `${this.base} (${ref})`;
		try {
			this.#readParts();
		} catch (error) {
			this.fault = error.message;
		}
	}

	#readParts() {
		const { pdf, dict, descendant } = this;

		if (dict["/ToUnicode"] !== undefined && pdf.isStream(dict["/ToUnicode"]))
			this.unicode = readCMap(pdf.data(dict["/ToUnicode"]).toString("latin1"));
		if (!descendant) throw new Error(`a ${this.subtype} font, which is not looked into`);
		this.widths = readWidths(pdf, descendant["/W"]);
		this.glyphs = pdf.isStream(descendant["/CIDToGIDMap"])
			? pdf.data(descendant["/CIDToGIDMap"])
			: undefined;
		if (this.fileKey === "/FontFile2") this.program = readProgram(pdf.data(this.file));
		else if (this.file)
			throw new Error("outlines that are not TrueType, which are not looked into");
	}

	width(code) {
		return this.widths.get(code) ?? this.pdf.find(this.descendant["/DW"]) ?? 1000;
	}

	glyph(code) {
		if (!this.glyphs) return code;
		return 2 * code + 2 <= this.glyphs.length ? this.glyphs.readUInt16BE(2 * code) : 0;
	}
}

export const readFonts = (pdf) =>
	[...pdf.content.shown].filter(([ref]) => ref).map(([ref, codes]) => new Font(pdf, ref, codes));
