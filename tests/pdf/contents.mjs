// Are the contents true?  Every heading of the outline stands on the page it leads to, and the
// numbers printed in the contents (page CONTENTS, from 1) are those pages' labels.
//   node contents.mjs FILE.pdf CONTENTS
import { readFile } from "node:fs/promises";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const [, , path, contentsPage] = process.argv;
const file = await getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 }).promise;
const labels = await file.getPageLabels();
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
const top = [];

async function walk(items, depth) {
	for (const item of items) {
		const page = await pageOf(item.dest);
		check(`"${item.title}" is not on page ${page + 1}`,
			plain(await textOf(page + 1)).includes(plain(item.title)));
		if (depth === 1 && labels[page]) top.push(labels[page]);	// คำนำ and สารบัญ have no number
		await walk(item.items, depth + 1);
	}
}

await walk(await file.getOutline(), 1);
const contents = await textOf(Number(contentsPage));
const printed = contents.match(/(?<=[ \n])[๐-๙]+(?=\s*$)/gm) ?? [];
check(`the contents print ${printed.join(" ")}, the headings stand on ${top.join(" ")}`,
	printed.join(" ") === top.join(" ") && top.length > 0);
const annotations = await (await file.getPage(Number(contentsPage))).getAnnotations();
const led = new Set();
for (const link of annotations)
	led.add(labels[await pageOf(link.dest)]);
check(`links of the contents lead to ${[...led].join(" ")}`,
	[...new Set(top)].join(" ") === [...led].join(" "));
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
