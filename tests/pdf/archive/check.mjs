// Does each PDF keep the rules of PDF/A-3a and PDF/UA-1?  The rules and their numbers are those of
// veraPDF's profiles, with some of our own; a case is a file and a flavour.  For what raingan
// makes: a feature that it never uses is a fault, if the rules about it would need more than a
// look at its keys.
//   node check.mjs LIST	lines "flavours<tab>PDF<tab>document", as documents.sh prints
import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { concerns, findFaults } from "./rules.mjs";

const PLACES = 3; // that are told of a rule that a file breaks
const [, , listPath] = process.argv;
let passed = 0,
	failed = 0;

// { ids, sentence, places } of what is wrong.
function check(pdf, flavours) {
	if (existsSync(pdf)) return findFaults(pdf, flavours);
	const problems = `${pdf}.problems`;
	const why = existsSync(problems) ? readFileSync(problems, "utf8").trim() : "there is none";

	return [{ ids: ["own:file"], sentence: "the PDF is made", places: [why] }];
}

function tell(pdf, { ids, sentence, places }) {
	const told = places.slice(0, PLACES).join("; ");
	const rest = places.length > PLACES ? `; and ${places.length - PLACES} more` : "";

	console.log(`${relative(".", pdf)}: ${ids.join(" ")}: broken: ${sentence}: ${told}${rest}`);
}

function judge([list, pdf]) {
	const flavours = list.split(" "),
		faults = check(pdf, flavours);
	const isOf =
		(flavour) =>
		({ ids }) =>
			ids.some((id) => concerns(flavour, id));

	for (const flavour of flavours)
		if (faults.some(isOf(flavour))) failed++;
		else passed++;
	for (const fault of faults)
		if (flavours.some((flavour) => isOf(flavour)(fault))) tell(pdf, fault);
}

for (const line of readFileSync(listPath, "utf8")
	.split("\n")
	.filter((text) => text))
	judge(line.split("\t"));
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
