// For WeasyPrint and Chromium.
import { CONTENTS, FONTS, LOOKS, MARGINS, xml } from "./document.mjs";

const rule = (name, look) => `${name}{font-size:${look.size}pt;line-height:${look.leading}pt;`
	+ `font-weight:${look.bold ? "bold" : "normal"};text-align:${look.align};text-indent:${look.first}pt;`
	+ `margin:${look.before}pt 0 0 ${look.left}pt}`;

const css = ({ top, right, bottom, left }) => `@font-face{font-family:S;src:url(file://${FONTS}Sarabun-Regular.ttf)}
@font-face{font-family:S;font-weight:bold;src:url(file://${FONTS}Sarabun-Bold.ttf)}
@page{size:A4;margin:${top}pt ${right}pt ${bottom}pt ${left}pt}
@page numbered{@top-center{content:"- " counter(page,thai) " -";font:10.56pt S}}
body{font-family:S;margin:0} section{break-after:page} .numbered{page:numbered;break-after:auto}
p,h1,h2,h3{orphans:2;widows:2} h1,h2,h3{break-after:avoid}
table{border-collapse:collapse;width:100%;table-layout:fixed} tr{break-inside:avoid}
td,th{border:.5pt solid;padding:0 5pt;vertical-align:top}
.toc a{color:#000;text-decoration:none} .toc a::after{content:leader(".") target-counter(attr(href),page,thai)}
${Object.entries(LOOKS).map(([style, look]) => rule(`.${style}`, look)).join("\n")}
${rule(".toc", CONTENTS)}`;

const attributes = ({ high, wide }) => `${high > 1 ? ` rowspan=${high}` : ""}${wide > 1 ? ` colspan=${wide}` : ""}`;
const rows = list => list.map(row => `<tr>${row.join("")}</tr>\n`).join("");

export const html = {
	span: ({ kind, text, underline }) => kind === "br" ? "<br>" : kind === "tab" ? " &emsp; "
		: underline ? `<u>${xml(text)}</u>` : xml(text),
	paragraph(block, look, spans) {
		const name = block.level ? `h${block.level}` : "p", id = block.anchor ? ` id=${block.anchor}` : "";

		return `<${name} class=${block.style}${id}>${spans.join("")}</${name}>\n`;
	},
	contents: entries => entries.map(entry => `<p class=toc><a href=#${entry.anchor}>${xml(entry.text)}</a></p>\n`).join(""),
	cell: (cell, blocks) => cell.head ? `<th${attributes(cell)}>${blocks.join("")}</th>`
		: `<td${attributes(cell)}>${blocks.join("")}</td>`,
	table: (shares, head, body) => `<table>${shares.map(share => `<col style="width:${100 * share}%">`).join("")}
<thead>${rows(head)}</thead><tbody>${rows(body)}</tbody></table>\n`,
	sequence: ({ numbered }, blocks) => `<section${numbered ? " class=numbered" : ""}>${blocks.join("")}</section>\n`,
	document: ({ title, author }, sequences) => `<!DOCTYPE html><html lang=th><head><meta charset=utf-8>
<title>${xml(title)}</title><meta name=author content="${xml(author)}"><style>${css(MARGINS)}</style></head><body>
${sequences.join("")}</body></html>\n`,
};
