// Does every cell's text stand within the cell?  CELLS has lines "table<tab>row<tab>column<tab>text";
// the rules that the PDF draws are taken for the cells' borders, the words within one for its text,
// line by line.  A cell that goes on behind a page's end is joined; a head (row 0; the second where
// there are several) stands again on each page that its table goes on to; a table's column begins at
// one x.
//   node cells.mjs FILE.pdf CELLS
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const [, , pdf, cellsPath] = process.argv;
const THICKEST = 0.51;		// of a rule, pt; an underline is thicker
const NEAR = 1;			// rules this near are one, pt

const run = (program, ...args) =>
	execFileSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });
const plain = (text) => text.replace(/\s/g, "");

// The filled rectangles of each page, y downward.
function readFills() {
	return run("mutool", "draw", "-q", "-F", "trace", pdf).split(/<page /).slice(1).map((page) => {
		const height = Number(page.match(/mediabox="\S+ \S+ \S+ (\S+)"/)[1]);

		return [...page.matchAll(/<fill_path[^]*?<\/fill_path>/g)].map(([path]) => {
			const at = (name) => [...path.matchAll(new RegExp(` ${name}="([^"]*)"`, "g"))].map((m) => Number(m[1]));
			const [xs, ys] = [at("x"), at("y").map((y) => height - y)];

			return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), foot: Math.max(...ys) };
		});
	});
}

function readWords() {
	const unescape = (text) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&");

	return run("pdftotext", "-bbox", pdf, "-").split(/<page /).slice(1).map((page) =>
		[...page.matchAll(/<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<\/word>/g)].map((m) => {
			const [left, top, right, foot] = m.slice(1, 5).map(Number);

			return { left, x: (left + right) / 2, y: (top + foot) / 2, text: unescape(m[5]) };
		}));
}

// Sorted, those near each other as one.
const merge = (numbers) => [...numbers].sort((a, b) => a - b)
	.filter((x, i, all) => i === 0 || x - all[i - 1] > NEAR);

// The areas that rules enclose: { left, top, right, foot }.  The fields of the grid of all rules
// are joined where no rule parts them.
function findAreas(fills) {
	const upright = fills.filter((fill) => fill.right - fill.left < THICKEST);
	const level = fills.filter((fill) => fill.foot - fill.top < THICKEST);
	const xs = merge(upright.map((fill) => fill.left)), ys = merge(level.map((fill) => fill.top));
	const parted = (rules, side, from, to, x, y) => rules.some((rule) => Math.abs(rule[side] - x) <= NEAR
		&& rule[from] <= y && rule[to] >= y);
	const fields = new Map();
	const areas = [];

	function grow(area, i, k) {
		if (i < 0 || k < 0 || i >= xs.length - 1 || k >= ys.length - 1) { area.open = true; return; }
		if (fields.has(`${i} ${k}`)) return;
		fields.set(`${i} ${k}`, area);
		area.left = Math.min(area.left, xs[i]);
		area.right = Math.max(area.right, xs[i + 1]);
		area.top = Math.min(area.top, ys[k]);
		area.foot = Math.max(area.foot, ys[k + 1]);
		const [x, y] = [(xs[i] + xs[i + 1]) / 2, (ys[k] + ys[k + 1]) / 2];
		if (!parted(upright, "left", "top", "foot", xs[i], y)) grow(area, i - 1, k);
		if (!parted(upright, "left", "top", "foot", xs[i + 1], y)) grow(area, i + 1, k);
		if (!parted(level, "top", "left", "right", ys[k], x)) grow(area, i, k - 1);
		if (!parted(level, "top", "left", "right", ys[k + 1], x)) grow(area, i, k + 1);
	}

	for (let k = 0; k < ys.length - 1; k++)
		for (let i = 0; i < xs.length - 1; i++) {
			if (fields.has(`${i} ${k}`)) continue;
			const area = { left: Infinity, right: 0, top: Infinity, foot: 0, open: false };
			grow(area, i, k);
			if (!area.open) areas.push(area);
		}
	return areas.sort((a, b) => (Math.abs(a.top - b.top) > NEAR ? a.top - b.top : a.left - b.left));
}

function textIn(area, words) {
	const inside = words.filter((word) => word.x > area.left && word.x < area.right
		&& word.y > area.top && word.y < area.foot);

	return inside.sort((a, b) => (Math.abs(a.y - b.y) > 3 ? a.y - b.y : a.left - b.left))
		.map((word) => word.text).join("");
}

const words = readWords();
const pieces = readFills().flatMap((fills, page) => findAreas(fills)
	.map((area) => ({ page, left: area.left, text: plain(textIn(area, words[page])) })))
	.filter((piece) => piece.text);
const cells = readFileSync(cellsPath, "utf8").split("\n").filter((line) => line.trim())
	.map((line) => line.split("\t")).map(([table, row, column, text]) =>
		({ table, row, column, text: plain(text.replaceAll(" | ", "")) }));
const columns = new Map();
let passed = 0, failed = 0;

function check(what, good) {
	if (good) passed++;
	else { failed++; console.log(what); }
}

function checkColumn(cell, piece) {
	const key = `${cell.table} ${cell.column}`;

	if (!columns.has(key)) columns.set(key, piece.left);
	check(`"${cell.text}" begins at ${piece.left}, its column at ${columns.get(key)}`,
		Math.abs(columns.get(key) - piece.left) <= NEAR);
}

// A head is the cells of row 0 that follow one another.
const heads = [];
cells.filter((cell) => cell.row === "0").forEach((cell) => {
	if (cell.column === "1") heads.push([]);
	heads.at(-1).push(cell);
});

// Takes the table's head from the pieces' front, on its first page or a later one.
function takeHead(table, isFirst) {
	const own = heads.filter((head) => head[0].table === table);
	const head = isFirst ? own[0] : own[1] ?? own[0];
	const found = head.every((cell, i) => pieces[i]?.text === cell.text);

	check(`page ${pieces[0]?.page + 1}: no head of table ${table} before "${pieces[0]?.text}"`, found);
	for (const cell of found ? head : [])
		checkColumn(cell, pieces.shift());
}

let at = {};			// the table and page that we are on
let cut = [];			// { cell, rest } that go on on the next page

function goOn() {
	takeHead(at.table, false);
	at.page = pieces[0]?.page;
	for (const { cell, rest } of cut) {
		const i = pieces.findIndex((piece) => piece.page === at.page && piece.text === rest);

		check(`the rest of a cell is not on page ${at.page + 1}: ${rest}`, i >= 0);
		if (i >= 0) checkColumn(cell, ...pieces.splice(i, 1));
	}
	cut = [];
}

function turnTo(table) {
	if (pieces[0]?.page !== at.page && (cut.length || at.table === table))
		goOn();
	if (at.table === table) return;
	at = { table, page: pieces[0]?.page };
	takeHead(table, true);
}

for (const cell of cells.filter((cell) => cell.row !== "0")) {
	turnTo(cell.table);
	const piece = pieces[0];
	const isCut = piece && cell.text !== piece.text && cell.text.startsWith(piece.text)
		&& pieces.some((other) => other.page > piece.page);

	check(`table ${cell.table}, row ${cell.row}, column ${cell.column}: "${piece?.text}", not "${cell.text}"`,
		piece && (piece.text === cell.text || isCut));
	if (!piece) continue;
	checkColumn(cell, pieces.shift());
	if (isCut)
		cut.push({ cell, rest: cell.text.slice(piece.text.length) });
}
if (cut.length)
	goOn();
for (const piece of pieces)
	check(`page ${piece.page + 1}: no cell has "${piece.text}"`, false);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
