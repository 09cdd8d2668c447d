// The text of PDFs as pdf.js or PDFium extracts it, in DIR/pdfjs.txt or DIR/pdfium.txt; a form feed
// ends each page.
//   node readers.mjs pdfjs|pdfium FILE.pdf DIR [FILE.pdf DIR]...
import { readFile, writeFile } from "node:fs/promises";

// pdf.js hands out pieces; a piece that ends a line says so.
async function pdfjs(bytes, write) {
	const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
	const file = await getDocument({ data: bytes, verbosity: 0 }).promise;

	for (let i = 1; i <= file.numPages; i++) {
		const page = await file.getPage(i);
		const { items } = await page.getTextContent({ disableNormalization: true });

		write(items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join("") + "\n\f");
		page.cleanup();
	}
	await file.destroy();
}

async function pdfium(bytes, write) {
	const { PDFiumLibrary } = await import("@hyzyla/pdfium");
	const library = await PDFiumLibrary.init();
	const file = await library.loadDocument(bytes);

	for (const page of file.pages())
		write(page.getText().replace(/\r\n?/g, "\n") + "\n\f");
	file.destroy();
	library.destroy();
}

const readers = { pdfjs, pdfium };
const [, , name, ...files] = process.argv;

for (let i = 0; i + 1 < files.length; i += 2) {
	const pages = [];

	await readers[name](new Uint8Array(await readFile(files[i])), (text) => pages.push(text));
	await writeFile(`${files[i + 1]}/${name}.txt`, pages.join(""));
}
