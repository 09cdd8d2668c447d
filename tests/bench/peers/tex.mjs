// XeLaTeX.  Its contents need a second pass.
import { CONTENTS, FONTS, LOOKS, MARGINS, WIDTH } from "./document.mjs";

const escape = text => text.replace(/[\\&%#_{}$~^]/g, c => c === "\\" ? "\\textbackslash{}"
	: c === "~" || c === "^" ? `\\${c}{}` : `\\${c}`);
const aligned = { left: "\\raggedright ", center: "\\centering ", right: "\\raggedleft ", justify: "" };
// Names of commands have letters only.
const command = style => `\\look${(LOOKS[style] ? style : "p").replace(/\d/g, n => "abcd"[n]).replace(/-/g, "")}`;
const declare = (name, look) => `\\newcommand${name}[1]{\\par${look.before ? `\\vskip${look.before}pt` : ""}{${aligned[look.align]}`
	+ `\\advance\\leftskip${look.left}pt`
	+ `\\parindent=${look.first}pt\\fontsize{${look.size}}{${look.leading}}\\selectfont${look.bold ? "\\bfseries" : ""} #1\\par}}\n`;

const row = (cells, format) => `${cells.map((cell, column) => cell ? format(cell, column) : "").join(" & ")}\\\\`;

// longtable for long tables; tabularray, which is slow, where cells are merged.
function plain(widths, head, body) {
	const rows = list => list.map(cells => `${row(cells, ({ text }) => `${text}\\vskip-\\baselineskip `)}\\hline\n`).join("");

	return `\\begin{longtable}{|${widths.map(one => `p{${one}pt}|`).join("")}}\\hline\n${rows(head)}\\endhead\n${rows(body)}\\end{longtable}\n`;
}

function merged(widths, head, body) {
	const width = (column, wide) => widths.slice(column, column + wide).reduce((sum, one) => sum + one + 10.5, -10.5);
	const cell = ({ high, wide, text }, column) => (high > 1 || wide > 1 ? `\\SetCell[r=${high},c=${wide}]{h,l} ` : "")
		+ `\\parbox[t]{${width(column, wide)}pt}{${text}}`;

	return `\\begin{longtblr}[entry=none,label=none,presep=6pt,postsep=6pt]{colspec={|${widths.map(one => `Q[l,${one}pt]|`).join("")}},`
		+ `hlines,vlines,rowhead=${head.length},rowsep=0pt,colsep=5pt,vspan=even}\n`
		+ `${[...head, ...body].map(cells => `${row(cells, cell)}\n`).join("")}\\end{longtblr}\n`;
}

export const tex = {
	span: ({ kind, text, underline }) => kind === "br" ? "\\\\ " : kind === "tab" ? "\\qquad "
		: underline ? `\\underline{${escape(text)}}` : escape(text),
	paragraph: ({ style, level, anchor, spans: list }, look, spans) => (level ? "\\par\\phantomsection " : "")
		+ (anchor ? `\\label{${anchor}}` : "")
		+ (level ? `\\bookmark[level=${level},dest=\\HyperLocalCurrentHref]{${escape(list.map(span => span.text).join(" "))}}` : "")
		+ `${command(style)}{${spans.join("")}}${level ? "\\nobreak" : ""}\n`,
	contents: entries => entries.map(({ anchor, text }) => `\\contentsline{${anchor}}{${escape(text)}}\n`).join(""),
	cell: ({ high, wide }, blocks) => ({ high, wide, text: blocks.join("") }),
	table(shares, head, body) {
		const widths = shares.map(share => share * WIDTH - 10.5);
		const spans = [...head, ...body].some(cells => cells.some(cell => !cell));

		return (spans ? merged : plain)(widths, head, body);
	},
	sequence: ({ numbered }, blocks) => (numbered ? "\\pagestyle{fancy}\\setcounter{page}{1}\n" : "") + blocks.join("")
		+ (numbered ? "" : "\\newpage\n"),
	document: ({ title, author }, sequences) => `\\documentclass[a4paper]{article}
\\usepackage[top=${MARGINS.top}pt,right=${MARGINS.right}pt,bottom=${MARGINS.bottom}pt,left=${MARGINS.left}pt,headsep=12pt,headheight=14pt]{geometry}
\\usepackage{fontspec,longtable,array,tabularray,fancyhdr}
\\DefTblrTemplate{firsthead,middlehead,lasthead,firstfoot,middlefoot,lastfoot}{default}{}
\\setmainfont{Sarabun}[Path=${FONTS},Extension=.ttf,UprightFont=*-Regular,BoldFont=*-Bold,Script=Thai]
\\XeTeXlinebreaklocale "th"
\\XeTeXlinebreakskip=0pt plus 0.1pt
\\usepackage[unicode,hidelinks,pdftitle={${escape(title)}},pdfauthor={${escape(author)}},pdflang=th]{hyperref}
\\usepackage{bookmark}
\\def\\thaidigits#1{\\expandafter\\thaidigit#1\\relax}
\\def\\thaidigit#1{\\ifx#1\\relax\\else\\ifcase#1 ๐\\or ๑\\or ๒\\or ๓\\or ๔\\or ๕\\or ๖\\or ๗\\or ๘\\or ๙\\fi\\expandafter\\thaidigit\\fi}
\\renewcommand{\\thepage}{\\thaidigits{\\number\\value{page}}}
\\fancyhf{}\\renewcommand{\\headrulewidth}{0pt}\\chead{- \\thepage{} -}
\\setlength{\\parskip}{0pt}\\setlength{\\tabcolsep}{5pt}\\setlength{\\LTpre}{6pt}\\setlength{\\LTpost}{6pt}\\raggedbottom\\emergencystretch=2em
\\renewcommand{\\contentsline}[2]{{\\leftskip=${CONTENTS.left}pt\\rightskip=1cm\\parfillskip=-1cm\\parindent=-${CONTENTS.left}pt\\leavevmode\\hyperref[#1]{#2}\\nobreak\\dotfill\\nobreak\\hbox to 1cm{\\hfil\\pageref{#1}}\\par}}
${Object.entries(LOOKS).map(([style, look]) => declare(command(style), look)).join("")}\\begin{document}
\\fontsize{10.56}{20.96}\\selectfont\\pagestyle{empty}
${sequences.join("")}\\end{document}\n`,
};
