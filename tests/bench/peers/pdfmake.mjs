// pdfmake's document definition, as JSON; render.mjs adds what JSON cannot hold.
import { CONTENTS, MARGINS, WIDTH, segmented } from "./document.mjs";

const style = look => ({ fontSize: look.size, lineHeight: look.leading / look.size / 1.3, bold: look.bold, alignment: look.align,
	margin: [look.left, look.before, 0, 0], leadingIndent: look.first });

// Of a merged cell, pdfmake wants a place for what it covers.
const row = cells => cells.map(cell => cell ?? {});

export const pdfmake = {
	span: ({ kind, text, underline }) => kind === "br" ? { text: "\n" } : kind === "tab" ? { text: "    " }
		: { text: segmented(text), ...(underline ? { decoration: "underline" } : {}) },
	paragraph: ({ level, anchor }, look, spans) => ({ text: spans, ...style(look), ...(level ? { headlineLevel: level } : {}),
		...(anchor ? { id: anchor, outline: true } : {}) }),
	contents: entries => entries.map(({ anchor, text }) => ({ columns: [
		{ width: "*", text: segmented(text), ...style(CONTENTS), linkToDestination: anchor },
		{ width: 30, alignment: "right", pageReference: anchor }] })),
	cell: ({ high, wide }, blocks) => ({ stack: blocks, rowSpan: high, colSpan: wide }),
	table: (shares, head, body) => ({ table: { headerRows: head.length, dontBreakRows: true,
		widths: shares.map(share => share * WIDTH - 11), body: [...head, ...body].map(row) }, layout: "plain" }),
	sequence: ({ numbered }, blocks) => ({ stack: blocks.flat(), ...(numbered ? {} : { pageBreak: "after" }) }),
	document: ({ title, author }, sequences) => JSON.stringify({ pageSize: "A4", lang: "th", tagged: true, displayTitle: true,
		pageMargins: [MARGINS.left, MARGINS.top, MARGINS.right, MARGINS.bottom], info: { title, author },
		defaultStyle: { font: "Sarabun", fontSize: 10.56 }, content: sequences }),
};
