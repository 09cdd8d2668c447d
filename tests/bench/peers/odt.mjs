// Flat OpenDocument text, for LibreOffice Writer.
import { CONTENTS, LOOKS, MARGINS, WIDTH, xml } from "./document.mjs";

const properties = look => `<style:paragraph-properties fo:line-height="${look.leading}pt" fo:margin-top="${look.before}pt"`
	+ ` fo:margin-left="${look.left}pt" fo:text-indent="${look.first}pt" fo:text-align="${look.align}" fo:orphans="2" fo:widows="2">`;
const letters = look => ["", "-asian", "-complex"].map(script => ` style:font-name${script}="Sarabun"`
	+ (script ? ` style:font-size${script}="${look.size}pt"` : ` fo:font-size="${look.size}pt"`)
	+ (look.bold ? script ? ` style:font-weight${script}="bold"` : ` fo:font-weight="bold"` : "")).join("");
const style = (name, look, more = "", tabs = "") => `<style:style style:name="${name}" style:family="paragraph"${more}>`
	+ `${properties(look)}${tabs}</style:paragraph-properties><style:text-properties${letters(look)}`
	+ ` style:language-complex="th" style:country-complex="TH"/></style:style>\n`;
const text = string => xml(string).replace(/ {2,}/g, spaces => ` <text:s text:c="${spaces.length - 1}"/>`);
const page = (name, header, { top, right, bottom, left }) => `<style:page-layout style:name="${name}">
<style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="${header ? 30 : top}pt"
 fo:margin-right="${right}pt" fo:margin-bottom="${bottom}pt" fo:margin-left="${left}pt" style:num-format="Native Numbering"/>
${header ? `<style:header-style><style:header-footer-properties fo:min-height="${top - 30}pt"/></style:header-style>` : ""}
</style:page-layout>\n`;
const column = share => `column${Math.round(10000 * share)}`;
const rows = list => list.map(row => `<table:table-row>${row.map(cell => cell ?? "<table:covered-table-cell/>").join("")}</table:table-row>\n`).join("");

// The first paragraph of a sequence begins a page of its kind.
const begun = (blocks, master) => blocks.map((block, i) => i ? block
	: block.replace(/text:style-name="([^"]*)"/, `text:style-name="$1-${master}"`));
const NAMESPACES = ["office", "style", "text", "table", "meta"].map(name => ` xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
	.join("") + ` xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"`
	+ ` xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"`
	+ ` xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"`;

export function odt() {
	const shares = new Set();

	return {
		span: ({ kind, text: string, underline }) => kind === "br" ? "<text:line-break/>" : kind === "tab" ? "<text:tab/>"
			: underline ? `<text:span text:style-name="underline">${text(string)}</text:span>` : text(string),
		paragraph({ level, style: name, anchor }, look, spans) {
			const known = LOOKS[name] ? name : "p";
			const marked = anchor ? `<text:bookmark-start text:name="${anchor}"/>${spans.join("")}<text:bookmark-end text:name="${anchor}"/>`
				: spans.join("");

			return level ? `<text:h text:style-name="${known}" text:outline-level="${level}">${marked}</text:h>\n`
				: `<text:p text:style-name="${known}">${marked}</text:p>\n`;
		},
		contents: entries => entries.map(({ anchor, text: title }) => `<text:p text:style-name="contents"><text:a xlink:type="simple"`
			+ ` xlink:href="#${anchor}">${text(title)}</text:a><text:tab/><text:bookmark-ref text:reference-format="page"`
			+ ` text:ref-name="${anchor}">?</text:bookmark-ref></text:p>\n`).join(""),
		cell: ({ high, wide }, blocks) => `<table:table-cell table:style-name="cell" table:number-rows-spanned="${high}"`
			+ ` table:number-columns-spanned="${wide}">${blocks.join("")}</table:table-cell>`,
		table(widths, head, body) {
			widths.forEach(share => shares.add(share));
			return `<table:table table:style-name="table">${widths.map(share => `<table:table-column table:style-name="${column(share)}"/>`).join("")}
<table:table-header-rows>${rows(head)}</table:table-header-rows>\n${rows(body)}</table:table>\n`;
		},
		sequence: ({ numbered }, blocks) => begun(blocks, numbered ? "body" : "front").join(""),
		document: ({ title, author }, sequences) => `<?xml version="1.0" encoding="UTF-8"?>
<office:document${NAMESPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>${xml(title)}</dc:title><dc:creator>${xml(author)}</dc:creator></office:meta>
<office:font-face-decls><style:font-face style:name="Sarabun" svg:font-family="Sarabun"/></office:font-face-decls>
<office:styles>
${Object.entries(LOOKS).map(([name, look]) => style(name, look) + style(`${name}-front`, look, ` style:master-page-name="front"`)
		+ style(`${name}-body`, look, ` style:master-page-name="body"`)).join("")}${style("header", { ...LOOKS.th, bold: false })}
${style("contents", CONTENTS, "", `<style:tab-stops><style:tab-stop style:position="${WIDTH - 20}pt" style:type="right"
 style:leader-style="dotted" style:leader-text="."/></style:tab-stops>`)}
<style:style style:name="underline" style:family="text"><style:text-properties style:text-underline-style="solid"/></style:style>
</office:styles>
<office:automatic-styles>
${page("front", false, MARGINS)}${page("body", true, MARGINS)}
<style:style style:name="table" style:family="table"><style:table-properties style:width="${WIDTH}pt" table:align="left" table:border-model="collapsing"/></style:style>
${[...shares].map(share => `<style:style style:name="${column(share)}" style:family="table-column">
<style:table-column-properties style:column-width="${share * WIDTH}pt"/></style:style>`).join("")}
<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"
 fo:padding-left="5pt" fo:padding-right="5pt" fo:padding-top="0pt" fo:padding-bottom="0pt"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="front"/>
<style:master-page style:name="front" style:page-layout-name="front"/>
<style:master-page style:name="body" style:page-layout-name="body"><style:header>
<text:p text:style-name="header">- <text:page-number text:select-page="current"/> -</text:p></style:header></style:master-page></office:master-styles>
<office:body><office:text>
${sequences.join("")}</office:text></office:body></office:document>\n`,
	};
}
