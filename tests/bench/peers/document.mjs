// A document as "raingan --dump=doc" tells it, and how a peer's format is composed of it: the peers
// get the paragraphs, headings, lists and tables of the report, without its pictures and charts.
import fs from "node:fs";

// ---- Reading the dump: two spaces of indentation a level

const quoted = (line, name) => line.match(new RegExp(` ${name}="([^"]*)"`))?.[1];

function nodes(text) {
	const root = { line: "", children: [] }, open = [root];

	for (const line of text.split("\n").filter(Boolean)) {
		const depth = line.match(/^ */)[0].length / 2, node = { line: line.trim(), children: [] };

		open[depth].children.push(node);
		open[depth + 1] = node;
	}
	return root.children;
}

const spanOf = ({ line }) => ({
	kind: line.match(/^[a-z-]+/)[0],
	text: line.match(/\|(.*)\|$/)?.[1] ?? "",
	underline: / underline\b[^|]*\|/.test(line),
});

const styleOf = line => line.match(/ \.([\w-]+)/)?.[1] ?? "p";

function paragraphOf(node, label) {
	const spans = node.children.map(spanOf), level = Number(node.line.match(/ level (\d)/)?.[1] ?? 0);
	const mark = quoted(node.line, "label") ?? label;

	if (mark)
		spans.unshift({ kind: "text", text: `${mark} `, underline: false });
	return { kind: "paragraph", style: styleOf(node.line), level, spans, contents: quoted(node.line, "contents") };
}

// Rows of cells; null where a cell from above or from the left reaches.
function grid(lines, part, columns) {
	const rows = [];

	for (const node of lines) {
		const place = node.line.match(new RegExp(`^${part} t[hd] row (\\d+) column (\\d+)(?: spans (\\d+)x(\\d+))?`));

		if (!place)
			continue;
		const [row, column, high = 1, wide = 1] = place.slice(1).map(n => n && Number(n));
		rows[row] ??= Array(columns).fill(null);
		rows[row][column] = { high, wide, head: part === "head", blocks: blocksOf(node.children) };
	}
	return rows;
}

// Shares of the width; a column without one has what is left.
function sharesOf(lines) {
	const shares = lines.map(node => node.line.match(/^column \d+: share (\d+)/)).filter(Boolean)
		.map(found => Number(found[1]) / 100000);
	const left = 1 - shares.reduce((sum, share) => sum + share, 0);

	return shares.map(share => share || left / shares.filter(other => !other).length);
}

function tableOf({ children }) {
	const shares = sharesOf(children);

	return { kind: "table", shares, head: grid(children, "head", shares.length),
		body: grid(children, "body", shares.length) };
}

function blocksOf(list, label) {
	return list.flatMap(node => {
		const kind = node.line.match(/^\d+: (\S+)/)?.[1];

		switch (kind) {
		case "p":
			return [paragraphOf(node, label)];
		case "table":
			return [tableOf(node)];
		case "contents":
			return [{ kind: "contents" }];
		case "item":
			return blocksOf(node.children, quoted(node.line, "label"));
		case "section": case "list": case "keep": case "blockquote":
			return blocksOf(node.children);
		default:
			return [];
		}
	});
}

export function read(file) {
	const [head, ...sequences] = nodes(fs.readFileSync(file, "utf8"));

	return { title: quoted(head.line, "title"), author: quoted(head.line, "author") ?? "",
		sequences: sequences.map(node => ({ name: styleOf(node.line), numbered: !/without numbers/.test(node.line),
			blocks: blocksOf(node.children) })) };
}

// ---- Its looks: those of templates/measures/styles.xml, in points; Sarabun at 0.66 of TH Sarabun's size

const TEXT = { size: 10.56, leading: 20.96, bold: false, align: "justify", first: 70.87, left: 0, before: 0 };
const HEADING = { ...TEXT, bold: true, align: "left", first: 0, before: 6 };
const COVER = { ...TEXT, size: 15.84, leading: 31.44, bold: true, align: "center", first: 0 };
const CELL = { ...TEXT, align: "left", first: 0 };

export const LOOKS = {
	"p": TEXT,
	"clause": { ...TEXT, before: 6 },
	"li": TEXT,
	"ranking": { ...TEXT, align: "left" },
	"signature": { ...TEXT, align: "right", first: 0, before: 24 },
	"h1": HEADING,
	"h2": { ...HEADING, first: 70.87 },
	"h3": { ...HEADING, first: 70.87 },
	"report-heading": { ...HEADING, align: "center", before: 0 },
	"front-heading": { ...HEADING, size: 13.2, leading: 26.2, align: "center", before: 0 },
	"contents-head": { ...HEADING, before: 0 },
	"cover-title": COVER,
	"cover-agency": { ...COVER, before: 430 },
	"td": CELL,
	"step": { ...CELL, left: 8, first: -8 },
	"part": { ...CELL, before: 6 },
	"measure": CELL,
	"score": { ...CELL, align: "center" },
	"th": { ...CELL, align: "center", bold: true },
	"band": { ...CELL, bold: true },
};
export const CONTENTS = { ...TEXT, align: "left", first: -17, left: 17 };
export const look = style => LOOKS[style] ?? TEXT;
export const MARGINS = { top: 65.2, right: 45.35, bottom: 46.8, left: 70.87 };
export const WIDTH = 479;		// points between them
export const FONTS = new URL("../../../fonts/", import.meta.url).pathname;

// ---- Composing

// What stands in the contents: each heading of the first level, where its own text is not empty.
function anchor(document) {
	const entries = [];

	for (const { blocks } of document.sequences)
		for (const block of blocks)
			if (block.level === 1 && block.contents !== "") {
				block.anchor = `part${entries.length + 1}`;
				entries.push({ anchor: block.anchor, text: block.contents
					?? block.spans.map(span => span.kind === "br" ? " " : span.text).join("") });
			}
	return entries;
}

// The format has a function for every part: document, sequence, paragraph, contents, table, cell and
// span; what a part contains comes to it as a list of what these gave.
export function compose(document, format) {
	const entries = anchor(document);
	const blocks = list => list.map(block => {
		switch (block.kind) {
		case "contents":
			return format.contents(entries);
		case "table":
			return format.table(block.shares, rows(block.head), rows(block.body));
		default:
			return format.paragraph(block, look(block.style), block.spans.map(format.span));
		}
	});
	const rows = list => list.map(row => row.map(cell => cell && format.cell(cell, blocks(cell.blocks))));

	return format.document(document, document.sequences.map(sequence =>
		format.sequence(sequence, blocks(sequence.blocks))), entries);
}

export const thai = text => String(text).replace(/\d/g, digit => "๐๑๒๓๔๕๖๗๘๙"[digit]);
export const xml = text => text.replace(/[&<>"]/g, c => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;" })[c]);

// For peers that do not break Thai themselves: U+200B between words.
const words = new Intl.Segmenter("th", { granularity: "word" });

export function segmented(text) {
	const pieces = [...words.segment(text)].map(piece => piece.segment);

	return pieces.map((piece, i) => i && /[\u0e00-\u0e7f]$/.test(pieces[i - 1]) && /^[\u0e00-\u0e2f\u0e40-\u0e44]/
		.test(piece) ? `\u200b${piece}` : piece).join("");
}
