// XSL-FO, for Apache FOP.
import { CONTENTS, MARGINS, WIDTH, segmented, xml } from "./document.mjs";

const properties = look => `font-size="${look.size}pt" line-height="${look.leading}pt" text-align="${look.align}"`
	+ ` text-indent="${look.first}pt" start-indent="${look.left}pt" space-before="${look.before}pt"`
	+ ` space-before.conditionality="retain"${look.bold ? ` font-weight="bold"` : ""}`;
const block = (attributes, content) => `<fo:block ${attributes}>${content}</fo:block>\n`;
const text = string => xml(segmented(string));
const rows = list => list.map(row => `<fo:table-row keep-together.within-page="always">${row.join("")}</fo:table-row>\n`).join("");
const page = (name, { top, right, bottom, left }) => `<fo:simple-page-master master-name="${name}" page-width="595.28pt"
 page-height="841.89pt" margin="0pt ${right}pt ${bottom}pt ${left}pt"><fo:region-body margin-top="${top}pt"/>
<fo:region-before extent="${top}pt" display-align="center"/></fo:simple-page-master>\n`;

export const fo = {
	span: ({ kind, text: string, underline }) => kind === "br" ? "<fo:block/>"
		: kind === "tab" ? `<fo:leader leader-pattern="space" leader-length="1cm"/>`
		: underline ? `<fo:inline text-decoration="underline">${text(string)}</fo:inline>` : text(string),
	paragraph: ({ level, anchor }, look, spans) => block(properties(look) + (anchor ? ` id="${anchor}"` : "")
		+ (level ? ` role="H${level}" keep-with-next.within-page="always"` : ""), spans.join("")),
	contents: entries => entries.map(({ anchor, text: title }) => block(`${properties(CONTENTS)} text-align-last="justify"`,
		`<fo:basic-link internal-destination="${anchor}">${text(title)}</fo:basic-link> <fo:leader leader-pattern="dots"/> `
		+ `<fo:page-number-citation ref-id="${anchor}"/>`)).join(""),
	cell: ({ high, wide }, blocks) => `<fo:table-cell border="0.5pt solid black" padding="0pt 5pt" start-indent="0pt"
 number-rows-spanned="${high}" number-columns-spanned="${wide}">${blocks.join("") || "<fo:block/>"}</fo:table-cell>`,
	table: (shares, head, body) => `<fo:table table-layout="fixed" width="${WIDTH}pt" border-collapse="collapse">`
		+ shares.map(share => `<fo:table-column column-width="${share * WIDTH}pt"/>`).join("")
		+ `<fo:table-header>${rows(head)}</fo:table-header><fo:table-body>${rows(body)}</fo:table-body></fo:table>\n`,
	sequence: ({ numbered }, blocks) => `<fo:page-sequence master-reference="page" force-page-count="no-force"`
		+ (numbered ? ` initial-page-number="1" format="&#x0E51;"><fo:static-content flow-name="xsl-region-before">`
			+ `<fo:block text-align="center">- <fo:page-number/> -</fo:block></fo:static-content>` : ">")
		+ `<fo:flow flow-name="xsl-region-body">${blocks.join("")}</fo:flow></fo:page-sequence>\n`,
	document: ({ title, author }, sequences, entries) => `<?xml version="1.0" encoding="UTF-8"?>
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-family="Sarabun" font-size="10.56pt" xml:lang="th" language="th">
<fo:layout-master-set>${page("page", MARGINS)}</fo:layout-master-set>
<fo:declarations><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" rdf:about=""><dc:title>${xml(title)}</dc:title>
<dc:creator>${xml(author)}</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta></fo:declarations>
<fo:bookmark-tree>${entries.map(entry => `<fo:bookmark internal-destination="${entry.anchor}">
<fo:bookmark-title>${xml(entry.text)}</fo:bookmark-title></fo:bookmark>`).join("")}</fo:bookmark-tree>
${sequences.join("")}</fo:root>\n`,
};
