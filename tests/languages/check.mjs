// Whether a translation is whole and sound; counts its cases in its last line.
// Usage: node check.mjs RAINGAN TRANSLATION.po TEMPLATE.pot
import { readFileSync } from "node:fs";
import { execFileSync } from "node:child_process";

const [raingan, translation, template] = process.argv.slice(2);
let passed = 0, failed = 0;
function check(name, good, told = "") {
	if (good)
		passed++;
	else {
		failed++;
		console.log(`${name}: ${told}`);
	}
}

function text(block, name) {
	const lines = new RegExp(`^${name} ((?:".*"\n?)+)`, "m").exec(block);
	return lines ? lines[1].trim().split("\n").map((line) => JSON.parse(line)).join("") : undefined;
}
const entries = (path) => new Map(readFileSync(path, "utf8").split(/\n\n+/)
	.map((block) => [[text(block, "msgctxt"), text(block, "msgid")].filter((part) => part).join("|"),
		text(block, "msgstr")]).filter(([english]) => english));
const marks = (words) => [...new Set(words.match(/\{\d\}/g))].sort().join();
const lists = (words) => (words.match(/<\/?[a-z-]+>|--[a-z]+|\b[a-z-]+=/g) ?? []).sort().join();

// What the program says is in the template: the catalogue of problems, the help.
const said = entries(template), translated = entries(translation);
const source = readFileSync("src/base/problem_kinds.def", "utf8");
for (const [, kind, message] of source.matchAll(/^PROBLEM\((\w+),.*?("(?:[^"\\]|\\.)*")\)$/gm))
	check(kind, said.has(JSON.parse(message)), "not in the template");
const rows = readFileSync("src/options_rows.c", "utf8").match(/^\t\[(OPTION|COMMAND)_\w+\] =/gm).length;
check("rows", rows > 30, rows);

for (const [english, other] of translated) {
	check(english, said.has(english), "is no more said");
	check(english, other, "not translated");
	check(english, marks(english) === marks(other), `marks differ: ${other}`);
	check(english, lists(english) === lists(other), `names differ: ${other}`);
}
for (const english of said.keys())
	check(english, translated.has(english), "is not in the translation");

// Help is told in the language, in lines that a terminal does not break; marks have no width.
const ask = (...options) => execFileSync(raingan, [...options, "--help"], { encoding: "utf8" });
const width = (line) => [...line].filter((letter) => !/\p{Mn}/u.test(letter)).length;
const commands = [...ask().matchAll(/^ {2}(\w+) /gm)].map((match) => match[1]);
for (const command of [[], ...commands.map((name) => [name])])
	for (const language of ["en", "th"]) {
		const help = ask(...command, "--lang", language);
		for (const line of help.split("\n"))
			check(`help ${command}`, width(line) <= 80 || /raingan /.test(line), `${width(line)} columns: ${line}`);
		for (const [, words] of help.matchAll(/^ +(?:-., )?--\S+(?: \S+)? {2,}(.*)$/gm))
			check(`help ${command}`, language === "en" || /[\u0e00-\u0e7f]/.test(words), `not Thai: ${words}`);
	}
check("commands", commands.length >= 6, commands);

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
