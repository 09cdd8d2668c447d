// Are the contents true?  Every heading of the outline stands on the page it leads to; each entry of
// the contents (page CONTENTS, from 1) prints the label of the page that its link leads to, beside
// its title; each link lies on the text it links; a page numbered ๒ or more shows "- label -" once,
// any other page none.
//   node contents.mjs FILE.pdf CONTENTS
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const [, , path, contentsPage] = process.argv;
const file = await getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 }).promise;
const labels = await file.getPageLabels() ?? [];
let passed = 0, failed = 0;

function check(what, good) {
	if (good) passed++;
	else { failed++; console.log(what); }
}

async function textOf(number) {
	const { items } = await (await file.getPage(number)).getTextContent({ disableNormalization: true });
	return items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join("");
}

async function pageOf(dest) {
	const explicit = typeof dest === "string" ? await file.getDestination(dest) : dest;
	return file.getPageIndex(explicit[0]);
}

const plain = (text) => text.replace(/\s/g, "");
const top = [];			// { title, page } of the headings that the contents name

async function walk(items, depth) {
	for (const item of items) {
		const page = await pageOf(item.dest);
		check(`"${item.title}" is not on page ${page + 1}`,
			plain(await textOf(page + 1)).includes(plain(item.title)));
		if (depth === 1 && labels[page]) top.push({ title: plain(item.title), page });	// คำนำ and สารบัญ have no number
		await walk(item.items, depth + 1);
	}
}

// What pdftotext finds in the rectangle, less an edge of 1 pt; a letter that the edge cuts is in it.
function textIn([left, foot, right, top], number, height) {
	const tenths = (length) => String(Math.round(length * 10));

	return plain(execFileSync("pdftotext", ["-raw", "-r", "720", "-f", number, "-l", number,
		"-x", tenths(left + 1), "-y", tenths(height - top + 1), "-W", tenths(right - left - 2),
		"-H", tenths(top - foot - 2), path, "-"], { encoding: "utf8" }));
}

async function checkLinks(number) {
	const page = await file.getPage(number);
	const links = (await page.getAnnotations()).filter((link) => link.subtype === "Link");

	for (const link of links) {
		const alt = plain(link.contentsObj?.str ?? ""), text = textIn(link.rect, number, page.view[3]);

		check(`page ${number}: the link "${alt}" lies on "${text}"`, text !== "" && alt.includes(text));
	}
	return links;
}

// A heading may give the contents a text of its own.
const isHeading = (title) => top.some((heading) => heading.title.endsWith(title));

// An entry is the links to one place, one a line; each says its title and number, and the last shows the number.
async function checkEntries(links, number, height) {
	const entries = new Map();

	for (const link of links) {
		const key = JSON.stringify(link.dest);
		entries.set(key, [...entries.get(key) ?? [], link]);
	}
	check(`${entries.size} entries, ${top.length} headings`, entries.size === top.length && top.length > 0);
	let i = 0;
	for (const parts of entries.values()) {
		const heading = top[i++] ?? { title: "", page: -1 };
		const page = await pageOf(parts[0].dest);
		const [, title, shown] = /^(.*) (\S+)$/.exec(parts[0].contentsObj.str).map(plain);
		const lines = parts.map((part) => textIn(part.rect, number, height)).join("");

		check(`"${title}" leads to page ${page + 1}, "${heading.title}" is on ${heading.page + 1}`,
			title !== "" && page === heading.page && (heading.title.endsWith(title) || !isHeading(title)));
		check(`"${title}" has the number ${shown}, its page ${labels[page]}`, shown === labels[page]);
		check(`the links of "${title}" lie on "${lines}"`, lines === title + shown);
		check(`the links of "${title}" differ`,
			new Set(parts.map((part) => part.contentsObj.str)).size === 1);
	}
}

async function checkNumber(number) {
	const label = labels[number - 1], isNumbered = label && label !== "๑";
	const shown = (await textOf(number)).split("\n").filter((line) => /^\s*-\s*[๐-๙0-9]+\s*-\s*$/.test(line))
		.map((line) => line.trim()).join(" ");

	check(`page ${number} shows "${shown}" for its number, its label is "${label}"`,
		shown === (isNumbered ? `- ${label} -` : ""));
}

await walk(await file.getOutline(), 1);
for (let number = 1; number <= file.numPages; number++) {
	const links = await checkLinks(number);

	if (number === Number(contentsPage))
		await checkEntries(links, number, (await file.getPage(number)).view[3]);
	await checkNumber(number);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
