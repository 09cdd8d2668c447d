// The texts of a .po file on standard input, English (behind its context and U+0004, where
// it has one) and other in turn, each ended by a NUL.
import { readFileSync } from "node:fs";

const text = (block, name) => new RegExp(`^${name} ((?:".*"\n?)+)`, "m").exec(block)?.[1].trim()
	.split("\n").map((line) => JSON.parse(line)).join("");
for (const block of readFileSync(0, "utf8").split(/\n\n+/)) {
	const english = text(block, "msgid"), context = text(block, "msgctxt");
	if (english)
		process.stdout.write(`${context ? `${context}\x04` : ""}${english}\0${text(block, "msgstr")}\0`);
}
