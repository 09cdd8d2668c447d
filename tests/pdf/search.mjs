// How often PDFium's own search finds each word in a PDF: a line "WORD N" for each.
//   node search.mjs FILE.pdf WORD...
import { readFile } from "node:fs/promises";
import { PDFiumLibrary } from "@hyzyla/pdfium";

const [, , path, ...words] = process.argv;
const library = await PDFiumLibrary.init();
const file = await library.loadDocument(new Uint8Array(await readFile(path)));
const pdfium = library.module;		// the C interface, fpdf_text.h

function utf16(word) {
	const bytes = Buffer.from(word + "\0", "utf16le");
	const at = pdfium._malloc(bytes.length);

	pdfium.HEAPU8.set(bytes, at);
	return at;
}

function countOn(page, word) {
	const text = pdfium._FPDFText_LoadPage(page.pageIdx);
	const what = utf16(word);
	const search = pdfium._FPDFText_FindStart(text, what, 0, 0);
	let n = 0;

	while (pdfium._FPDFText_FindNext(search)) n++;
	pdfium._FPDFText_FindClose(search);
	pdfium._FPDFText_ClosePage(text);
	pdfium._free(what);
	return n;
}

const counts = words.map(() => 0);
for (const page of file.pages())
	words.forEach((word, i) => { counts[i] += countOn(page, word); });
words.forEach((word, i) => console.log(`${word} ${counts[i]}`));
file.destroy();
library.destroy();
