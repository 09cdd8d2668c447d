// Does a web page say what the document says, with the same numbers?  The document is told by
// --dump=doc, the numbers of its notes by --dump=pages.
//   node text.mjs FOLDER DOC PAGES [FOLDER DOC PAGES]...
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { counter, launch } from "./browser.mjs";

const { check, finish } = counter();
let characters = 0;

// What the page shows elsewhere: running heads, heads of later pages, a cover, contents of their own.
function is_elsewhere(sequence) {
	const blocks = sequence.filter(line => /^ {2}\d+: /.test(line));
	const cover = sequence.first && / without numbers/.test(sequence[0]) &&
		!sequence.some(line => / level [1-4] /.test(line) && !/: contents /.test(line));
	const contents = blocks.some(line => /: contents /.test(line)) && blocks.every(line =>
		/: (contents|page-break)|: p level 1 .* contents=""$|: p (?!level)/.test(line));
	return cover || contents;
}

function read_sequences(dump) {
	const sequences = [];
	for (const line of dump.split("\n")) {
		if (line.startsWith("pages ")) sequences.push([]);
		sequences.at(-1)?.push(line);
	}
	if (sequences.length) sequences[0].first = true;
	return sequences;
}

// The lines, without those that belong to one that is left out.
function without(lines, pattern) {
	let depth = Infinity;
	return lines.filter(line => {
		const own = line.search(/\S/);
		if (own > depth) return false;
		depth = pattern.test(line) ? own : Infinity;
		return depth === Infinity;
	});
}

function expected_text(dump) {
	return read_sequences(dump).filter(sequence => !is_elsewhere(sequence)).flatMap(sequence =>
		without(sequence, /^ *(note\b|later head |(header|footer) on )/)).map(line =>
		(line.match(/ label="(.*?)"(?= contents="|$)/)?.[1] ?? "") +
		(line.match(/^ *text[^|]*\|(.*)\|$/)?.[1] ?? "")).join("");
}

function expected_notes(dump) {
	const notes = [];
	for (const [, number, label] of dump.matchAll(/ "#~note(\d+)" "(.*)"$/gm))
		notes[number - 1] = label;
	return notes;
}

function shown() {
	const main = document.querySelector("main").cloneNode(true);
	const labels = selector => [...document.querySelectorAll(selector)].map(element => {
		const copy = element.cloneNode(true);
		for (const unseen of copy.querySelectorAll(".unseen")) unseen.remove();
		return copy.textContent.trim();
	});
	for (const part of main.querySelectorAll(".unseen, .toc, .notes, .note, .page-ref")) part.remove();
	return { text: main.textContent, places: labels("sup.note"), notes: labels(".notes .label") };
}

function compare(name, found, wanted) {
	const a = found.replace(/\s/g, ""), b = wanted.replace(/\s/g, "");
	let i = 0;
	while (i < a.length && a[i] === b[i]) i++;
	characters += a.length;
	check(`${name}: text`, a === b,
		`\n  page:     ...${a.slice(i - 20, i + 40)}\n  document: ...${b.slice(i - 20, i + 40)}`);
}

const browser = await launch(), page = await browser.newPage();
for (let i = 2; i < process.argv.length; i += 3) {
	const [folder, doc, pages] = process.argv.slice(i, i + 3);
	await page.goto(`${pathToFileURL(resolve(folder))}/index.html`);
	const { text, places, notes } = await page.evaluate(shown);
	const wanted = expected_notes(readFileSync(pages, "utf8"));
	compare(folder, text, expected_text(readFileSync(doc, "utf8")));
	check(`${folder}: notes`, `${places}` === `${wanted}` && `${notes}` === `${wanted}`,
		[places, notes, wanted]);
}
await browser.close();
check("there is much text", characters > 50000, characters);
finish();
