// Does a reader give back a report's text?  Each unit (a paragraph, heading or cell; one a line
// of the expected files) must be found exactly once, letter by letter, units must come in their
// order, and nothing else may be left.
//   node compare.mjs TEXT PAGES EXPECTED.txt... [MAP.tsv]
// A line or page may end only where PAGES (raingan --dump=pages) ends it; a tab in a unit is any
// white space; a unit may go on behind a page end (once).  MAP (see page-map.mjs) tells the numbers
// that stand alone: those of the contents, and "- ๒ -" for each page but the first.  Without it
// they, and the order, are not looked at: reading order is then the reader's guess.
import { readFileSync } from "node:fs";

const [, , textPath, pagesPath, ...expectedPaths] = process.argv;
const mapPath = expectedPaths.at(-1).endsWith(".tsv") ? expectedPaths.pop() : null;
const thai = (number) => number.replace(/[0-9]/g, (digit) => "๐๑๒๓๔๕๖๗๘๙"[digit]);
const plain = (text) => text.replace(/\s/g, "");
const isEnd = (c) => c === "\n" || c === "\f";
const isWhite = (c) => isEnd(c) || c === " ";
const pageNumber = /^\s*- [๐-๙]+ -\s*$/;

/* Tables repeat their heads on every page: how often, cells.mjs tells. */
const repeatedHeads = new Set();

// Units { text, inOrder }; of a table's heads only the first of each.
function readUnits(path) {
	const units = [];

	for (const line of readFileSync(path, "utf8").split("\n").filter((line) => line.trim())) {
		const fields = path.endsWith("cells.txt") ? line.split("\t") : null;
		const isHead = fields?.[1] === "0";
		const text = fields ? fields.slice(3).join("\t") : line;

		if (isHead && repeatedHeads.has(text)) continue;
		if (isHead) repeatedHeads.add(text);
		for (const part of fields ? text.split(" | ") : [text])
			if (part) units.push({ text: part, inOrder: !isHead, path });
	}
	return units;
}

function readMap() {
	const rows = mapPath ? readFileSync(mapPath, "utf8").split("\n").filter((row) => row && row[0] !== "#")
		.map((row) => row.split("\t")) : [];

	return {
		contents: rows.filter(([page]) => page === "contents").map(([, numbers]) => numbers).join(" "),
		pages: [...new Set(rows.map(([page]) => page))].filter((page) => page > 1)
			.map((page) => `- ${thai(page)} -`).join(" "),
	};
}

// The lines as they are set, without white space.
function readLines() {
	const lines = [];
	let page = 0;

	for (const row of readFileSync(pagesPath, "utf8").split("\n")) {
		const mark = row.match(/^  text \S+ (\S+) (\S+) .*?"(.*)"$/);
		const last = lines.at(-1);

		if (row.startsWith("page")) page++;
		if (!mark) continue;
		const [x, y] = [Number(mark[1]), Number(mark[2])];
		const text = plain(mark[3].replace(/\\x09/g, " ").replace(/\\(["\\])/g, "$1"));
		if (last && last.page === page && Math.abs(last.y - y) < 3 && x > last.x)
			Object.assign(last, { text: last.text + text, x });
		else
			lines.push({ text, x, y, page });
	}
	return lines.map((line) => line.text);
}

const lines = readLines();
const isLast = (before, line) => before.endsWith(line) || line.endsWith(before);
const isFirst = (after, line) => after.startsWith(line) || line.startsWith(after);

// May a line of the unit end before its letter k?
function endsAt(unit, k) {
	const before = plain(unit.slice(0, k)), after = plain(unit.slice(k));

	return lines.some((line, i) => isLast(before, line) && isFirst(after, lines[i + 1] ?? ""));
}

// May a page?  Its other cells and the next page's head are between the two lines.
function pageEndsAt(unit, k) {
	const before = plain(unit.slice(0, k)), after = plain(unit.slice(k));

	return lines.some((line) => line.length > 5 && isLast(before, line))
		&& lines.some((line) => (line.length > 5 || line === after) && isFirst(after, line));
}

// One "\n" for each line end with the white space around it; page numbers taken out.
function normalise(text) {
	return "\n" + text.replace(/\f/g, "\n\f\n").split("\n")
		.filter((line) => !pageNumber.test(line)).join("\n")
		.replace(/[ \t]*[\n\r]+[ \t]*/g, "\n").replace(/\n*\f\n*/g, "\f").replace(/\n+/g, "\n");
}

// Where unit[from..] matches text at i: [end in text, characters matched].
function match(text, unit, from, i) {
	let k = from;
	for (; k < unit.length && i < text.length; k++) {
		if (unit[k] === "\t") {
			while (isWhite(text[i])) i++;
		} else if (unit[k] === " ") {
			if (!isWhite(text[i]) || (isEnd(text[i]) && !endsAt(unit, k))) break;
			i++;
		} else {
			let j = i;
			while (k > 0 && isEnd(text[j])) j++;
			if (text[j] !== unit[k] || (j > i && !isWhite(unit[k - 1]) && !endsAt(unit, k))) break;
			i = j + 1;
		}
	}
	return [i, k - from];
}

function blank(text, from, to) {
	return text.slice(0, from) + text.slice(from, to).replace(/[^\f]/g, "\n") + text.slice(to);
}

// { text: what is left, at: where it stood }, or null.
function takeWhole(text, unit) {
	for (let i = text.indexOf(unit[0]); i >= 0; i = text.indexOf(unit[0], i + 1)) {
		const [end, n] = match(text, unit, 0, i);
		if (n === unit.length && isWhite(text[i - 1]) && (end === text.length || isWhite(text[end])))
			return { text: blank(text, i, end), at: i };
	}
	return null;
}

// The first part up to a page's end or a cell's, the rest anywhere behind it.
function takeInTwo(text, unit) {
	for (let i = text.indexOf(unit[0]); i >= 0; i = text.indexOf(unit[0], i + 1)) {
		const [end, n] = match(text, unit, 0, i);
		if (n < 20 || !isWhite(text[i - 1]) || !pageEndsAt(unit, n)) continue;
		const from = unit[n] === " " ? n + 1 : n;
		for (let j = text.indexOf("\f", end); j >= 0 && j < text.length; j++) {
			if (!isWhite(text[j - 1])) continue;
			const [rest, m] = match(text, unit, from, j);
			if (m === unit.length - from)
				return { text: blank(blank(text, j, rest), i, end), at: i };
		}
	}
	return null;
}

let passed = 0, failed = 0;

function check(what, good) {
	if (good) passed++;
	else { failed++; console.log(what); }
}

const units = expectedPaths.flatMap(readUnits);
const map = readMap();
const whole = readFileSync(textPath, "utf8");
let text = normalise(whole);

for (const unit of [...units].sort((a, b) => b.text.length - a.text.length)) {
	const taken = takeWhole(text, unit.text) ?? takeInTwo(text, unit.text);
	check(`not found: ${unit.text}`, taken);
	if (!taken) continue;
	text = taken.text;
	unit.at = taken.at;
}

if (mapPath)
	for (const path of expectedPaths) {
		const found = units.filter((unit) => unit.path === path && unit.inOrder && unit.at >= 0);
		found.slice(1).forEach((unit, i) => check(`out of order: ${found[i].text}, then ${unit.text}`,
			found[i].at < unit.at));
	}

const heads = [...repeatedHeads].sort((a, b) => b.length - a.length);
const withoutHeads = (line) => heads.reduce((rest, head) => rest.replace(head, ""), line);
const left = text.split(/[\n\f]+/).map((line) => withoutHeads(line).trim()).filter((line) => line);
const isNumber = (line) => /^[๐-๙ ]+$/.test(line);
for (const line of left.filter((line) => !isNumber(line)))
	check(`left over: ${line}`, false);
if (mapPath) {
	const numbers = left.filter(isNumber).join(" ");
	const pages = whole.split(/[\n\f\r]/).filter((line) => pageNumber.test(line)).map((line) => line.trim());

	check(`numbers alone: ${numbers}, not ${map.contents}`, numbers === map.contents);
	check(`page numbers: ${pages.join(" ")}, not ${map.pages}`, pages.join(" ") === map.pages);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
