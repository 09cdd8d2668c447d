// The peers that are Node.js packages, of build/peers: many documents in one process.
//   node render.mjs typst|pdfmake INPUT OUTPUT [INPUT OUTPUT]...
import fs from "node:fs";
import { createRequire } from "node:module";
import { argv } from "node:process";
import { FONTS, MARGINS, thai } from "./document.mjs";

const require = createRequire(new URL("../../../build/peers/package.json", import.meta.url));

function typst() {
	const { NodeCompiler } = require("@myriaddreamin/typst-ts-node-compiler");
	const compiler = NodeCompiler.create({ workspace: "/", fontArgs: [{ fontPaths: [FONTS] }] });

	return (input, output) => {
		fs.writeFileSync(output, compiler.pdf({ mainFilePath: fs.realpathSync(input) }));
		compiler.evictCache(0);
	};
}

function pdfmake() {
	const make = require("pdfmake"), face = name => `${FONTS}Sarabun-${name}.ttf`;
	const line = () => 0.5, none = () => 0, side = () => 5;

	make.addFonts({ Sarabun: { normal: face("Regular"), bold: face("Bold"), italics: face("Italic"), bolditalics: face("BoldItalic") } });
	make.setLocalAccessPolicy?.(() => true);
	make.addTableLayouts({ plain: { hLineWidth: line, vLineWidth: line, paddingTop: none, paddingBottom: none,
		paddingLeft: side, paddingRight: side } });
	return (input, output) => make.createPdf({ ...JSON.parse(fs.readFileSync(input, "utf8")),
		header: page => ({ text: `- ${thai(page)} -`, alignment: "center", margin: [0, MARGINS.top / 2, 0, 0] }) }).write(output);
}

const make = { typst, pdfmake }[argv[2]]();

for (let i = 3; i + 1 < argv.length; i += 2)
	await make(argv[i], argv[i + 1]);
