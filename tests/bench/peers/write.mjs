// Writes the input of a peer, of what "raingan --dump=doc" told.
//   node write.mjs FORMAT DUMP FILE
import fs from "node:fs";
import { argv } from "node:process";
import { compose, read } from "./document.mjs";
import { fo } from "./fo.mjs";
import { html } from "./html.mjs";
import { odt } from "./odt.mjs";
import { pdfmake } from "./pdfmake.mjs";
import { tex } from "./tex.mjs";
import { typst } from "./typst.mjs";

const formats = { fo, html, fodt: odt(), json: pdfmake, tex, typ: typst };

fs.writeFileSync(argv[4], compose(read(argv[3]), formats[argv[2]]));
