// Can each rule fail?  Makes the mutants of a table and looks at each: the rules that it breaks are
// those that the table names, and every rule is broken by one at least.
//   node mutate.mjs BASE.pdf TABLE DIR [--verapdf DIR | --accept DIR]
//		--verapdf: compares the table with what veraPDF said of the mutants instead, DIR/3a.json
//		and DIR/ua1.json; --accept: writes that and what our rules say into the table
//
// A paragraph of the table is a mutant: its name, its edits of BASE (mutant.mjs) behind a tab, then
// the rules that veraPDF finds broken ("veraPDF:") and those that only ours finds so ("only here:").
// One that is too large to be made has the rules that stay without proof ("not made:").
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { Base, Mutant } from "./mutant.mjs";
import { findFaults, rules } from "./rules.mjs";

const [, , basePath, tablePath, dir, option, answers] = process.argv;
const paragraphs = readFileSync(tablePath, "utf8")
	.trim()
	.split(/\n{2,}/);
let passed = 0,
	failed = 0;

function check(what, good) {
	if (good) passed++;
	else {
		failed++;
		console.log(what);
	}
}

function compare(name, wanted, got) {
	const less = wanted.filter((id) => !got.includes(id)).map((id) => `not broken: ${id}`);
	const more = got.filter((id) => !wanted.includes(id)).map((id) => `broken too: ${id}`);

	check(`${name}: ${[...less, ...more].join(", ")}`, !less.length && !more.length);
}

// A mutant; undefined for a comment.
function readRow(text) {
	const lines = text.split("\n").filter((line) => !line.startsWith("#")),
		[name] = lines;
	const behind = (key) =>
		lines.filter((line) => line.startsWith(key)).map((line) => line.slice(key.length));
	const ids = (key) =>
		behind(key)
			.join(" ")
			.split(" ")
			.filter((id) => id);

	return (
		name && {
			name,
			path: `${resolve(dir)}/${name.replace(/[^A-Za-z0-9]+/g, "-")}.pdf`,
			edits: behind("\t"),
			verapdf: ids("veraPDF:"),
			own: ids("only here:"),
			notMade: ids("not made:"),
		}
	);
}

function make(base, { name, path, edits }) {
	const mutant = new Mutant(base);

	try {
		edits.forEach((line) => mutant.edit(line));
		mutant.write(path);
	} catch (error) {
		check(`${name}: ${error.message}`, false);
	}
}

const byClause = (a, b) => a.localeCompare(b, "en", { numeric: true });

// A rule that stumbled has not noticed what it is for.
const broken = (path) =>
	findFaults(path)
		.flatMap(({ ids, error }) => (error ? ids.map((id) => `${id} (${error})`) : ids))
		.sort(byClause);

const listed = paragraphs.map(readRow).filter((row) => row);
const rows = listed.filter(({ notMade }) => !notMade.length);

function judge() {
	const base = new Base(basePath);
	const seen = new Set(
		listed.flatMap(({ verapdf, own, notMade }) => [...verapdf, ...own, ...notMade]),
	);

	rmSync(dir, { recursive: true, force: true });
	mkdirSync(dir, { recursive: true });
	compare("the file itself", [], broken(basePath));
	for (const row of rows) {
		make(base, row);
		if (existsSync(row.path)) compare(row.name, [...row.verapdf, ...row.own], broken(row.path));
	}
	for (const id of rules.flatMap(({ ids }) => ids)) check(`no mutant breaks ${id}`, seen.has(id));
}

// The rules that veraPDF finds broken, by the mutant's path.
function readAnswers(flavour) {
	const { report } = JSON.parse(readFileSync(`${answers}/${flavour}.json`, "utf8"));
	const idsOf = (job) =>
		job.taskException
			? [`${flavour}:${job.taskException.type}`]
			: job.validationResult[0].details.ruleSummaries.map(
					(rule) => `${flavour}:${rule.clause}-${rule.testNumber}`,
				);

	return new Map(report.jobs.map((job) => [job.itemDetails.name, idsOf(job)]));
}

function readAllAnswers() {
	const all = ["3a", "ua1"].map(readAnswers);

	return ({ path }) => all.flatMap((map) => map.get(path) ?? ["no answer"]).sort(byClause);
}

function judgeVerapdf() {
	const said = readAllAnswers();

	for (const row of rows) compare(row.name, row.verapdf, said(row));
}

// The paragraph with what veraPDF says now and what only our rules say.
function accept(text, said) {
	const row = readRow(text);

	if (!row || row.notMade.length) return text;
	const verapdf = said(row),
		own = broken(row.path).filter((id) => !verapdf.includes(id));
	const kept = text.split("\n").filter((line) => !/^(veraPDF|only here):/.test(line));
	const line = (key, ids) => (ids.length ? [`${key} ${ids.join(" ")}`] : []);

	return [...kept, ...line("veraPDF:", verapdf), ...line("only here:", own)].join("\n");
}

if (option === "--accept") {
	const said = readAllAnswers();

	writeFileSync(tablePath, `${paragraphs.map((text) => accept(text, said)).join("\n\n")}\n`);
	process.exit(0);
}
if (option === "--verapdf") judgeVerapdf();
else judge();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
