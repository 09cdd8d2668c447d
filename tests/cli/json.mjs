// Each line of the file as JSON.parse() reads it, and whether it is of the form that is promised.
import { readFileSync } from "node:fs";
import { TextDecoder } from "node:util";

const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(process.argv[2]));
for (const line of text.split("\n").slice(0, -1)) {
	const problem = JSON.parse(line);
	const keys = Object.keys(problem).join();
	if (keys !== "file,line,severity,kind,message"
			|| !["error", "warning"].includes(problem.severity)
			|| !(problem.line === null || Number.isInteger(problem.line))
			|| !(problem.file === null || typeof problem.file === "string")
			|| !/^[A-Z_]+$/.test(problem.kind) || !problem.message)
		console.log("not of the form:", line);
	console.log(problem.file, problem.line, problem.severity, problem.kind,
		/[\u0e00-\u0e7f]{3}/.test(problem.message) ? "(Thai)" : problem.message);
}
