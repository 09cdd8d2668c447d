// The problem matchers of docs/editors.md, applied as VS Code does to what raingan prints, must find
// what the same call prints with --json.  Usage: node matchers.mjs GUIDE PRINTED JSON
import { readFileSync } from "node:fs";

const [guide, printed, json] = process.argv.slice(2).map((path) => readFileSync(path, "utf8"));
const task = JSON.parse(/```json\n(.*?)```/s.exec(guide)[1]).tasks[0];
const found = [];
for (const line of printed.split("\n"))
	for (const { pattern } of task.problemMatcher) {
		const match = new RegExp(pattern.regexp).exec(line);
		if (match)
			found.push([match[pattern.file], pattern.line ? +match[pattern.line] : null,
				match[pattern.severity], match[pattern.code], match[pattern.message]].join("|"));
	}
const told = json.split("\n").slice(0, -1).map((line) => JSON.parse(line))
	.map((problem) => [problem.file, problem.line, problem.severity, problem.kind, problem.message].join("|"));
for (let i = 0; i < Math.max(found.length, told.length); i++)
	if (found[i] !== told[i])
		console.log(`matched: ${found[i]}\ntold:    ${told[i]}`);
console.log(`${told.length} problems`);
