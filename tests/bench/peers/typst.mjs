// Typst.
import { CONTENTS, LOOKS, MARGINS } from "./document.mjs";

const string = text => `#${JSON.stringify(text)};`;
// Lines of a fixed height, as in the other formats: 0.73 of it above the base line.
const declare = (name, look) => `#let ${name}(body) = { set text(size: ${look.size}pt, weight: "${look.bold ? "bold" : "regular"}",`
	+ ` top-edge: ${0.73 * look.leading}pt, bottom-edge: ${-0.27 * look.leading}pt)
  block(above: ${look.before}pt, below: 0pt, inset: (left: ${look.left + Math.min(look.first, 0)}pt), width: 100%, align(`
	+ `${look.align === "justify" ? "left" : look.align}, par(justify: ${look.align === "justify"},`
	+ ` first-line-indent: (amount: ${Math.max(look.first, 0)}pt, all: true), hanging-indent: ${Math.max(-look.first, 0)}pt, body))) }\n`;
const cells = rows => rows.flat().filter(Boolean).join(",\n");

export const typst = {
	span: ({ kind, text, underline }) => kind === "br" ? "#linebreak();" : kind === "tab" ? "#h(1cm);"
		: underline ? `#underline[${string(text)}];` : string(text),
	paragraph: ({ level, style, anchor }, look, spans) => {
		const name = LOOKS[style] ? style : "p";

		return level ? `#${name}[#heading(level: ${level}, outlined: ${anchor ? "true" : "false"})[${spans.join("")}]${anchor ? ` <${anchor}>` : ""}]\n`
			: `#${name}[${spans.join("")}]\n`;
	},
	contents: entries => entries.map(({ anchor, text }) => `#contents[#link(<${anchor}>)[${string(text)}] #box(width: 1fr, repeat[.])`
		+ ` #context thai(counter(page).at(<${anchor}>).first())]\n`).join(""),
	cell: ({ high, wide }, blocks) => `table.cell(rowspan: ${high}, colspan: ${wide})[${blocks.join("")}]`,
	table: (shares, head, body) => `#table(columns: (${shares.map(share => `${100 * share}%`).join(", ")}), table.header(
${cells(head)}),\n${cells(body)})\n`,
	sequence: ({ numbered }, blocks) => (numbered ? `#counter(page).update(1)
#set page(header: context align(center, [- #thai(counter(page).get().first()) -]))\n` : "") + blocks.join("")
		+ (numbered ? "" : "#pagebreak()\n"),
	document: ({ title, author }, sequences) => `#set document(title: ${JSON.stringify(title)}, author: ${JSON.stringify(author)})
#let thai(n) = str(n).clusters().map(c => "๐๑๒๓๔๕๖๗๘๙".clusters().at(int(c))).join()
#set page(paper: "a4", margin: (${Object.entries(MARGINS).map(([side, width]) => `${side}: ${width}pt`).join(", ")}))
#set text(font: "Sarabun", lang: "th", size: 10.56pt)
#set par(leading: 0pt, spacing: 0pt)
#set table(stroke: 0.5pt, inset: (x: 5pt, y: 0pt))
#show table.cell: set block(breakable: false)
#show heading: it => it.body
${Object.entries({ ...LOOKS, contents: CONTENTS }).map(([name, look]) => declare(name, look)).join("")}${sequences.join("")}`,
};
