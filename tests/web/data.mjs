// Are the data of a web page the report's?  The CSV files are read by csv-parse, the report by the
// browser's XML parser; JSON-LD has what schema.org's Dataset asks for.
//   node data.mjs FOLDER...
import { existsSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "csv-parse/sync";
import { counter, launch } from "./browser.mjs";

const { check, finish } = counter();
const iso_date = /^\d{4}(-\d\d(-\d\d)?)?$/;

// Run in the browser: what the report's XML says, plain values only.
function read_report(source) {
	const root = new DOMParser().parseFromString(source, "application/xml").documentElement;
	const all = (node, path) => [...node.querySelectorAll(path)];
	const digits = text => text.replace(/[๐-๙]/g, digit => "๐๑๒๓๔๕๖๗๘๙".indexOf(digit));
	const text = node => node.textContent.replace(/\s+/g, " ").trim();
	// Text with references in it is the templates' business.
	const plain = nodes => nodes.every(node => node.children.length === 0) ? nodes.map(text) : null;
	const era = date => date && digits(date).replace(/^\d{4}/, year => year - 543);
	const assessment = node => node && {
		year: digits(node.getAttribute("year")),
		scores: Object.fromEntries(all(node, "indicator").map(indicator =>
			[indicator.id, Number(digits(indicator.getAttribute("score")))])),
	};
	const units = Object.fromEntries(all(root, "agency > unit").map(unit => [unit.id, text(unit)]));
	return {
		year: digits(root.getAttribute("year")),
		date: era(root.getAttribute("date")),
		agency: text(root.querySelector("agency > name")),
		assessments: [assessment(root.querySelector("previous")),
			assessment(root.querySelector("assessment"))].filter(one => one),
		measures: all(root, "analysis measure").map(measure => ({
			id: measure.id,
			standard: measure.hasAttribute("standard"),
			title: plain(all(measure, ":scope > title")),
			steps: plain(all(measure, ":scope > step")),
			owners: all(measure, ":scope > owner").map(owner =>
				units[owner.getAttribute("unit")] ?? text(owner)),
			from: era(measure.querySelector("period").getAttribute("from")),
			to: era(measure.querySelector("period").getAttribute("to")),
			status: measure.querySelector("result")?.getAttribute("status") ?? "",
			spent: digits(measure.querySelector("result")?.getAttribute("spent") ?? "")
				.replaceAll(",", ""),
			problems: plain(all(measure, "result > problem")),
			evidence: all(measure, "result > evidence").map(link => link.getAttribute("href")),
		})),
	};
}

// Rows by the English names.  A text loses the ' that keeps spreadsheets from running it.
function read_csv(name, path) {
	const bytes = readFileSync(path), source = bytes.toString("utf8");
	check(`${name}: byte order mark`, bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])));
	const ends = source.replace(/"[^"]*"/g, "");
	check(`${name}: lines end with CR LF`, ends.endsWith("\r\n") && !/[^\r]\n|\r(?!\n)/.test(ends));
	const options = { bom: true, record_delimiter: "\r\n" };
	const rows = parse(source, { ...options, columns: names => names.map(name => name.split(" ").at(-1)),
		cast: (value, { quoting, header }) => quoting && !header ? value.replace(/^'/, "")
			: value });
	for (const cell of parse(source, options).flat())
		if (/^[=+\-@＝＋－＠\t\r\n]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell))
			check(`${name}: a formula`, false, cell);
	check(`${name}: heads are Thai and English`, parse(source, { ...options, to: 1 })[0]
		.every(head => /^[\u0e00-\u0e7f /().]+ [a-z_]+$/.test(head)));
	return rows;
}

function check_scores(name, folder, report) {
	const rows = read_csv(name, `${folder}/scores.csv`);
	const found = rows.filter(row => row.row_type === "indicator").map(row =>
		`${row.fiscal_year_be} ${row.id} ${Number(row.score)}`);
	const wanted = report.assessments.flatMap(({ year, scores }) =>
		Object.entries(scores).map(([id, score]) => `${year} ${id} ${score}`));
	check(`${name}: every score`, `${found}` === `${wanted}`, [found, wanted]);
	check(`${name}: agency and years`, rows.every(row => row.agency === report.agency &&
		Number(row.fiscal_year_ce) === row.fiscal_year_be - 543));
	for (const { year } of report.assessments) {
		const own = rows.filter(row => row.fiscal_year_be === year);
		const instruments = own.filter(row => row.row_type === "instrument");
		const total = instruments.reduce((sum, row) =>
			sum + row.score * row.weight_percent / 100, 0);
		check(`${name}: total of ${year}`, Math.abs(total - own.find(row =>
			row.id === "total").score) < 0.015, total);
	}
}

function check_measures(name, folder, report) {
	const rows = read_csv(name, `${folder}/measures.csv`);
	const lines = text => text === "" ? [] : text.split("\n");
	check(`${name}: as many`, rows.length === report.measures.length && rows.length > 0);
	report.measures.forEach((measure, i) => {
		const row = rows[i], wrong = [];
		const same = (column, wanted) => wanted && `${lines(row[column])}` !== `${wanted}` &&
			wrong.push([column, row[column], wanted]);
		if (!measure.standard || measure.title?.length) same("title", measure.title);
		if (!measure.standard || measure.steps?.length) same("steps", measure.steps);
		same("id", [measure.id]);
		same("owners", measure.owners);
		same("from_iso", [measure.from]);
		same("to_iso", [measure.to]);
		same("problems", measure.problems);
		if (row.status !== measure.status || row.spent_baht !== measure.spent) wrong.push(row.spent_baht);
		if (!measure.evidence.every((href, k) => lines(row.evidence)[k].endsWith(href)))
			wrong.push(row.evidence);
		check(`${name}: ${measure.id}`, wrong.length === 0, wrong);
	});
}

function check_dataset(name, folder, report, scripts) {
	check(`${name}: one script`, scripts.length === 1 && scripts[0].type === "application/ld+json");
	const data = JSON.parse(scripts[0].text), wrong = [];
	const test = (what, good) => good || wrong.push([what, data[what]]);
	const scores = report.assessments.at(-1).scores;
	test("@context", data["@context"] === "https://schema.org");
	test("@type", data["@type"] === "Dataset");
	test("name", data.name.includes(report.agency));
	// Google's documentation of Dataset: 50 to 5000 characters.
	test("description", data.description.length >= 50 && data.description.length <= 5000);
	test("inLanguage", data.inLanguage === "th-TH");
	test("creator", data.creator.name === report.agency);
	test("temporalCoverage", data.temporalCoverage === `${report.assessments[0].year - 544}-10-01/` +
		`${report.year - 543}-09-30`);
	test("datePublished", data.datePublished === (report.date ?? undefined) &&
		iso_date.test(data.datePublished ?? "2022"));
	test("variableMeasured", Object.entries(scores).every(([id, score]) =>
		data.variableMeasured.find(one => one.propertyID === id)?.value === score));
	test("distribution", data.distribution.length === 4 && data.distribution.every(file =>
		existsSync(`${folder}/${file.contentUrl}`) && /^[a-z]+\/[a-z]+$/.test(file.encodingFormat) &&
		file.contentSize === `${statSync(`${folder}/${file.contentUrl}`).size} B`));
	check(`${name}: JSON-LD`, wrong.length === 0, JSON.stringify(wrong));
}

const browser = await launch(), page = await browser.newPage();
for (const folder of process.argv.slice(2)) {
	await page.goto(`${pathToFileURL(resolve(folder))}/index.html`);
	const report = await page.evaluate(read_report, readFileSync(`${folder}/report.xml`, "utf8"));
	const scripts = await page.evaluate(() => [...document.scripts].map(script =>
		({ type: script.type, text: script.textContent })));
	check_scores(`${folder}/scores.csv`, folder, report);
	check_measures(`${folder}/measures.csv`, folder, report);
	check_dataset(folder, folder, report, scripts);
}
await browser.close();
finish();
