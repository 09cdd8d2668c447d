// Does everything stand on the page where it was published?  MAP has lines "PAGE<tab>TEXT": the page
// that is labelled PAGE holds TEXT, below those before it in the map; white space and line ends
// aside.  A line "contents<tab>NUMBERS" is what the contents (page CONTENTS, from 1) print.
//   node page-map.mjs FILE.pdf CONTENTS MAP.tsv
import { readFile } from "node:fs/promises";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const [, , path, contentsPage, mapPath] = process.argv;
const file = await getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 }).promise;
const thai = (number) => number.replace(/[0-9]/g, (digit) => "๐๑๒๓๔๕๖๗๘๙"[digit]);
const plain = (text) => text.replace(/\s/g, "");
const pages = new Map();		// what of each page is not yet passed, by label

async function textOf(number) {
	const { items } = await (await file.getPage(number)).getTextContent({ disableNormalization: true });
	return items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join("");
}

const labels = await file.getPageLabels();
for (let i = 0; i < labels.length; i++)
	if (labels[i]) pages.set(labels[i], plain(await textOf(i + 1)));

function held(label, text) {
	const rest = pages.get(label) ?? "";
	const at = rest.indexOf(text);
	if (at < 0) return false;
	pages.set(label, rest.slice(at + text.length));
	return true;
}

const where = (text) => [...pages].filter(([, rest]) => rest.includes(text)).map(([label]) => label);
const contents = (await textOf(Number(contentsPage))).match(/(?<=[ \n])[๐-๙]+(?=\s*$)/gm) ?? [];
const rows = (await readFile(mapPath, "utf8")).split("\n").filter((row) => row && row[0] !== "#");
let passed = 0;

for (const [page, text] of rows.map((row) => row.split("\t"))) {
	if (page === "contents" ? contents.join(" ") === text : held(thai(page), plain(text)))
		passed++;
	else
		console.log(page === "contents" ? `the contents print ${contents.join(" ")}, not ${text}`
			: `"${text}" is not in its place on page ${page}; found on: ${where(plain(text)).join(" ")}`);
}
console.log(`${passed} passed, ${rows.length - passed} failed`);
process.exit(rows.length - passed ? 1 : 0);
