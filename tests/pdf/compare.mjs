// Does a reader give back a report's text?  Each unit (a paragraph, heading or cell; one a line
// of the expected files) must be found exactly once, letter by letter, and nothing else may be left.
//   node compare.mjs TEXT EXPECTED...
// Line and page ends count as nothing, or as a space where the unit has one; a tab in a unit is
// any white space; a unit may go on behind a page end (once); page numbers ("- ๒ -", digits alone)
// and the table heads that repeat are left aside.
import { readFileSync } from "node:fs";

const [, , textPath, ...expectedPaths] = process.argv;
/* Tables repeat their heads on every page: how often is the layout's business. */
const repeatedHeads = [];

const heads = new Set();

function seen(line) {
	const known = heads.has(line);
	heads.add(line);
	return known;
}

function readUnits(path) {
	const cells = path.endsWith("cells.txt");
	const lines = readFileSync(path, "utf8").split("\n").filter((line) => line.trim());

	if (!cells)
		return lines;
	repeatedHeads.push(...lines.map((line) => line.split("\t"))
		.filter((fields) => fields[1] === "0").map((fields) => fields[3]));
	return lines.filter((line) => line.split("\t")[1] !== "0" || !seen(line)).flatMap((line) => line.split("\t").slice(3).join("\t").split(" | "))
		.filter((unit) => unit);
}

// One "\n" for each line end with the white space around it; page numbers taken out.
function normalise(text) {
	return "\n" + text.replace(/\f/g, "\n\f\n").split("\n")
		.filter((line) => !/^\s*- [๐-๙]+ -\s*$/.test(line)).join("\n")
		.replace(/[ \t]*[\n\r]+[ \t]*/g, "\n").replace(/\n*\f\n*/g, "\f").replace(/\n+/g, "\n");
}

const isEnd = (c) => c === "\n" || c === "\f";
const isWhite = (c) => isEnd(c) || c === " ";

// Where unit[from..] matches text at i: [end in text, characters matched].
function match(text, unit, from, i) {
	let k = from;
	for (; k < unit.length && i < text.length; k++) {
		if (unit[k] === "\t") {
			while (isWhite(text[i])) i++;
		} else if (unit[k] === " ") {
			if (!isWhite(text[i])) break;
			i++;
		} else {
			let j = i;
			while (k > 0 && isEnd(text[j])) j++;
			if (text[j] !== unit[k]) break;
			i = j + 1;
		}
	}
	return [i, k - from];
}

const atPageEnd = (text, i) => text.slice(i).search(/[^\n]/) >= 0 && /^[\n ]*\f/.test(text.slice(i));

function blank(text, from, to) {
	return text.slice(0, from) + text.slice(from, to).replace(/[^\f]/g, "\n") + text.slice(to);
}

function findWhole(text, unit) {
	for (let i = text.indexOf(unit[0]); i >= 0; i = text.indexOf(unit[0], i + 1)) {
		const [end, n] = match(text, unit, 0, i);
		if (n === unit.length && isWhite(text[i - 1]) && (end === text.length || isWhite(text[end])))
			return [i, end];
	}
	return null;
}

// The first part up to a page's end or a cell's, the rest anywhere behind it.
function takeInTwo(text, unit) {
	for (let i = text.indexOf(unit[0]); i >= 0; i = text.indexOf(unit[0], i + 1)) {
		const [end, n] = match(text, unit, 0, i);
		if (n < 20 || !isWhite(text[i - 1])) continue;
		const from = unit[n] === " " ? n + 1 : n;
		for (let j = text.indexOf("\f", end); j >= 0 && j < text.length; j++) {
			if (!isWhite(text[j - 1])) continue;
			const [rest, m] = match(text, unit, from, j);
			if (m === unit.length - from) return blank(blank(text, j, rest), i, end);
		}
	}
	return null;
}

const units = expectedPaths.flatMap(readUnits).sort((a, b) => b.length - a.length);
let text = normalise(readFileSync(textPath, "utf8"));
let failed = 0;

for (const unit of units) {
	const found = findWhole(text, unit);
	const next = found ? blank(text, ...found) : takeInTwo(text, unit);
	if (next) {
		text = next;
		continue;
	}
	failed++;
	console.log(`not found: ${unit}`);
}
repeatedHeads.sort((a, b) => b.length - a.length);
const withoutHeads = (line) => repeatedHeads.reduce((rest, head) => rest.replace(head, ""), line);
const left = text.split(/[\n\f]+/).map((line) => withoutHeads(line).trim())
	.filter((line) => line && !/^[๐-๙ ]+$/.test(line));
for (const line of left)
	console.log(`left over: ${line}`);
console.log(`${units.length - failed} passed, ${failed + left.length} failed`);
process.exit(failed + left.length ? 1 : 0);
