// What veraPDF found: prints the rules that a file fails, with the number of places and the first
// of them.  A file passes only where veraPDF says so; one that it could not read, or does not
// name, fails.
//   node conformance.mjs DIR FLAVOUR...	DIR has the list of documents.sh and FLAVOUR.json
import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";

const [, , dir, ...flavours] = process.argv;
const list = readFileSync(`${dir}/list`, "utf8")
	.split("\n")
	.filter((line) => line)
	.map((line) => line.split("\t"))
	.map(([own, pdf, document]) => ({ flavours: own.split(" "), pdf, document }));
let passed = 0,
	failed = 0;

// The jobs of veraPDF's report by the file's name.
function readJobs(flavour) {
	try {
		const { report } = JSON.parse(readFileSync(`${dir}/${flavour}.json`, "utf8"));

		return new Map(report.jobs.map((job) => [job.itemDetails.name, job]));
	} catch (error) {
		console.log(`veraPDF's report for ${flavour} cannot be read: ${error.message}`);
		return new Map();
	}
}

function tellRule(rule, flavour, pdf) {
	const { context, errorMessage } = rule.checks[0] ?? {};

	const id = `${flavour}:${rule.clause}-${rule.testNumber}`,
		what = errorMessage ?? rule.description;

	console.log(
		`${relative(".", pdf)}: ${id}: ${rule.failedChecks} times: ${what}; first in ${context}`,
	);
}

// What is wrong with the file, or undefined.
function findFault(job, pdf) {
	if (!existsSync(pdf))
		return existsSync(`${pdf}.problems`)
			? `it was not made: ${readFileSync(`${pdf}.problems`, "utf8").trim()}`
			: "it was not made";
	if (!job) return "veraPDF says nothing of it";
	if (job.taskException) return `veraPDF cannot read it: ${job.taskException.exceptionMessage}`;
	if (job.validationResult?.length !== 1) return "veraPDF has no result for it";
	const [{ compliant, jobEndStatus, details }] = job.validationResult;
	if (jobEndStatus !== "normal") return `veraPDF ended early: ${jobEndStatus}`;
	if (compliant !== true) return `${details.failedRules} rules failed`;
	return details.passedRules > 0 ? undefined : "veraPDF looked at no rule";
}

function judge({ pdf, document }, flavour, job) {
	const fault = findFault(job, pdf);

	if (fault === undefined) {
		passed++;
		return;
	}
	failed++;
	console.log(`${relative(".", pdf)}: ${flavour}: ${fault} (made of ${document})`);
	for (const rule of job?.validationResult?.[0]?.details?.ruleSummaries ?? [])
		tellRule(rule, flavour, pdf);
}

for (const flavour of flavours) {
	const jobs = readJobs(flavour);

	for (const document of list.filter((document) => document.flavours.includes(flavour)))
		judge(document, flavour, jobs.get(document.pdf));
}
if (!passed && !failed) {
	failed++;
	console.log("no file was asked about");
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
