// The text of a PDF as pdf.js or PDFium extracts it; a form feed ends each page.
//   node readers.mjs pdfjs|pdfium FILE.pdf
import { readFile } from "node:fs/promises";

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
const [, , name, path] = process.argv;
const pages = [];

await readers[name](new Uint8Array(await readFile(path)), (text) => pages.push(text));
process.stdout.write(pages.join(""));
