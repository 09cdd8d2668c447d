// What a user would pick instead: whether it is installed, its version, what it reads.
import fs from "node:fs";
import { spawnSync } from "node:child_process";

const root = new URL("../../../", import.meta.url).pathname;

function versionOf(command, option, pattern = /\d+(\.\d+)+/) {
	const run = spawnSync(command, [option], { encoding: "utf8", timeout: 60000 });

	return run.error ? null : `${run.stdout}${run.stderr}`.match(pattern)?.[0] ?? "";
}

function versionOfModule(name) {
	const file = `${root}build/peers/node_modules/${name}/package.json`;

	return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")).version : null;
}

const known = [
	{ name: "Typst", id: "typst", format: "typ", version: () => versionOfModule("@myriaddreamin/typst-ts-node-compiler") },
	{ name: "pdfmake", id: "pdfmake", format: "json", version: () => versionOfModule("pdfmake") },
	{ name: "Chromium", id: "chromium", format: "html", version: () => versionOf("chromium", "--version") },
	{ name: "WeasyPrint", id: "weasyprint", format: "html", version: () => versionOf("weasyprint", "--version") },
	{ name: "LibreOffice", id: "libreoffice", format: "fodt", version: () => versionOf("soffice", "--version") },
	{ name: "XeLaTeX", id: "xelatex", format: "tex", version: () => versionOf("xelatex", "--version", /TeX Live \d+/) },
	{ name: "FOP", id: "fop", format: "fo", version: () => versionOf("fop", "-version") },
];

// Those that are wanted, with their versions; null where one is not installed.
export const find = wanted => known.filter(peer => !wanted || wanted.includes(peer.id))
	.map(peer => ({ ...peer, version: peer.version() }));
