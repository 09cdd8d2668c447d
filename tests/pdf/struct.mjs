// Does the structure tree read a report out as it was published?  pdfinfo -struct-text tells the
// tree; it must hold the paragraphs of PARAGRAPHS in order, each once, and nothing else; an entry
// of the contents is followed by its number from MAP (see page-map.mjs), a heading may be several
// of the listed title lines.  Tables must hold the cells of CELLS in the rows and columns that
// they are listed for; heads that later pages print again are no part of the tree.
//   node struct.mjs FILE.pdf PARAGRAPHS CELLS MAP
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const [, , pdf, paragraphsPath, cellsPath, mapPath] = process.argv;
const BLOCKS = /^(P|H[1-6]|TOCI|Caption)$/;
let passed = 0,
	failed = 0;

// The tree: { type, kids, text, attributes }; a text is a kid of its own, for its place among
// others.
function readTree() {
	const root = { type: "", kids: [], attributes: {} },
		open = [{ depth: -1, element: root }];

	for (const line of execFileSync("pdfinfo", ["-struct-text", pdf], {
		encoding: "utf8",
		maxBuffer: 1 << 28,
	}).split("\n")) {
		const [, indent, rest] = line.match(/^( *)(.*)$/),
			depth = indent.length;

		if (!rest) continue;
		while (open.at(-1).depth >= depth) open.pop();
		const { element } = open.at(-1),
			[, key, value] = rest.match(/^\/(\w+) (.*)$/) ?? [];
		if (rest.startsWith('"')) element.kids.push({ text: rest.slice(1, -1) });
		else if (key) element.attributes[key] = value;
		else if (!rest.startsWith("Object ")) {
			const kid = { type: rest.match(/^\w+/)[0], kids: [], attributes: {} };

			element.kids.push(kid);
			open.push({ depth, element: kid });
		}
	}
	return root;
}

const textOf = (element) => element.text ?? element.kids.map(textOf).join("");

// The blocks with text in reading order; a label goes before the block that follows it.
function* blocksOf(element, skip = []) {
	let label = "";

	if (skip.includes(element.type)) return;
	for (const kid of element.kids) {
		if (kid.type === "Lbl") {
			label = textOf(kid);
			continue;
		}
		for (const block of BLOCKS.test(kid.type)
			? [{ type: kid.type, text: textOf(kid) }]
			: kid.type
				? blocksOf(kid, skip)
				: []) {
			yield { ...block, text: `${label} ${block.text}` };
			label = "";
		}
	}
}

function* find(element, type) {
	for (const kid of element.kids ?? [])
		if (kid.type === type) yield kid;
		else yield* find(kid, type);
}

// White space between words is one space, whatever it was; at an end it is none.
const plain = (text) => text.replace(/\s+/g, " ").trim();
const lines = (path) =>
	readFileSync(path, "utf8")
		.split("\n")
		.filter((line) => line.trim());

function check(what, good) {
	if (good) passed++;
	else {
		failed++;
		console.log(what);
	}
}

// The listed lines that a heading consists of are one.
function joinTitles(wanted, headings) {
	const joined = [...wanted];

	for (let i = 0; i < joined.length; i++) {
		const last = joined
			.slice(i + 1)
			.findIndex((line, k) => headings.has(joined.slice(i, i + k + 2).join(" ")));

		if (last >= 0 && !headings.has(joined[i]))
			joined.splice(i, last + 2, joined.slice(i, i + last + 2).join(" "));
	}
	return joined;
}

// Two lists, from the front; what is in one only is passed over.
function compare(name, got, wanted) {
	let i = 0;

	for (const text of wanted) {
		const at = got.indexOf(text, i);

		check(`${name}: not in its place: ${text}\n\tbut: ${got[i]}`, at >= 0);
		for (; at >= 0 && i < at; i++) check(`${name}: nobody wrote: ${got[i]}`, false);
		if (at >= 0) i++;
	}
	for (const text of got.slice(i)) check(`${name}: nobody wrote: ${text}`, false);
}

const number = (value) => Number(value ?? 1);

// "row column text" of each cell; the head is row 0, columns count from 1 over spans.
function* cellsOf(table) {
	const taken = new Map(); // row -> columns that a cell above reaches down to
	let row = [...find(table, "THead")].length ? 0 : 1;

	for (const line of find(table, "TR")) {
		let column = 1;

		for (const cell of line.kids.filter(({ type }) => type === "TH" || type === "TD")) {
			const { ColSpan: columns, RowSpan: rows } = cell.attributes;

			while (taken.get(row)?.has(column)) column++;
			const texts = [...blocksOf(cell)].map(({ text }) => plain(text));
			if (texts.join("")) yield `${row} ${column} ${texts.join(" | ")}`;
			for (let y = row; y < row + number(rows); y++)
				for (let x = column; x < column + number(columns); x++)
					taken.set(y, (taken.get(y) ?? new Set()).add(x));
			column += number(columns);
		}
		row++;
	}
}

// The cells of CELLS by table.
function readCells() {
	const tables = new Map();

	for (const [table, row, column, text] of lines(cellsPath).map((line) => line.split("\t"))) {
		const cells = tables.get(table) ?? [],
			isAgain = row === "0" && cells.some((cell) => !cell.startsWith("0 "));

		tables.set(table, cells);
		if (!isAgain) cells.push(`${row} ${column} ${plain(text)}`);
	}
	return [...tables.values()];
}

const tree = readTree(),
	tables = [...find(tree, "Table")],
	wanted = readCells();
const numbers = lines(mapPath)
	.map((line) => line.split("\t"))
	.find(([page]) => page === "contents")[1]
	.split(" ");
const blocks = [...blocksOf(tree, ["Table"])].filter(({ text }) => text.trim());
const got = blocks.map((block) => {
	const text = plain(block.text),
		own = block.type === "TOCI" ? ` ${numbers.shift()}` : "";

	check(`the entry does not end in${own}: ${text}`, text.endsWith(own));
	return own && text.endsWith(own) ? text.slice(0, -own.length) : text;
});

const headings = new Set(got.filter((text, i) => /^H/.test(blocks[i].type)));

compare("paragraphs", got, joinTitles(lines(paragraphsPath).map(plain), headings));
check(`numbers of the contents that no entry has: ${numbers.join(" ")}`, numbers.length === 0);
check(`${tables.length} tables, not ${wanted.length}`, tables.length === wanted.length);
tables.forEach((table, i) => compare(`table ${i + 1}`, [...cellsOf(table)], wanted[i] ?? []));
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
