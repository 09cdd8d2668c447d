// The benchmark as a page of text.
//   node table.mjs RESULTS.json >bench.md
import { argv } from "node:process";
import { megabytes, read, seconds } from "./results.mjs";

const results = read(argv[2]);
const row = cells => `| ${cells.join(" | ")} |`;
const table = (head, rows) => [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");
const factor = value => value < 10 ? value.toFixed(1) : String(Math.round(value));
const size = bytes => bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

// "0.52 s (15 ×)": how many times raingan's.
function cell(one, tool, quantity, said) {
	const summary = one.summaries[tool.id], ours = one.summaries.raingan;

	if (!summary)
		return "";
	if (summary.failed)
		return summary.failed;
	const times = tool.id === "raingan" || ours.failed ? "" : ` (${factor(summary[quantity] / ours[quantity])} ×)`;

	return `${said(summary[quantity])}${times}`;
}

const compared = (quantity, said) => table(["", ...results.cases.map(one => one.title)],
	results.tools.map(tool => [tool.id === "raingan" ? "**raingan**" : tool.name,
		...results.cases.map(one => cell(one, tool, quantity, said))]));

const pages = one => Object.entries(one.pages).filter(([, n]) => n).map(([id, n]) => `${results.tools.find(tool => tool.id === id).name} ${n}`).join(", ");
const batch = results.cases.find(one => one.batch), rate = batch && batch.summaries.raingan;
const stages = Object.values(results.stages)[0] ?? {}, millions = Object.values(results.instructions).find(Boolean) ?? {};
const columns = (data, digits) => results.cases.filter(({ id }) => data[id]).map(({ id, title }) => ({
	title, value: key => (data[id][key] ?? 0).toFixed(digits) }));
const inside = (keys, data, digits, head) => {
	const found = columns(data, digits);

	return table([head, ...found.map(column => column.title)], Object.keys(keys).map(key => [key, ...found.map(column => column.value(key))]));
};

console.log(`# Benchmark

\`make bench\` made this page and its plot on ${results.date}: ${results.machine}; raingan ${results.tools[0].version}
(${results.commit}). Load before it began: ${results.load.toFixed(2)}${results.isQuiet ? "" : " — **other work ran beside it**"}.
All tools got the same paragraphs, headings, lists and tables in the same font; only raingan writes PDF/A-3a
and PDF/UA-1 with the data inside, draws the seal and (in a third of the batch) charts. Medians of up to
${results.runs} runs, the tools in turns; in brackets how many times raingan's.
${results.missing.length ? `\nNot installed, so not compared: ${results.missing.join(", ")} (\`make setup-bench\`).\n` : ""}
![Time and memory of raingan and its peers](bench.svg)

## Time
${batch ? `\nOf the batch: for each report. raingan makes ${Math.round(1 / rate.seconds)} reports a second (${rate.made} PDFs; the other reports have mistakes, and
no PDF); the peers made ${results.peersBatch} of them.\n` : ""}
${compared("seconds", seconds)}

CPU time, of all processes that the tool waited for:

${compared("cpu", seconds)}

## Memory

The most that one process had: a browser's and an office's helpers, or a second worker, come on top.

${compared("memory", megabytes)}

## Size of the PDF
${batch ? "\nOf the batch: the mean.\n" : ""}
${compared("size", size)}

${results.cases.filter(one => !one.batch).map(one => `Pages of ${one.title}: ${pages(one)}.`).join("\n")}
${Object.keys(stages).length ? `
## raingan's stages

Milliseconds of CPU, from \`raingan build --timings\`.

${inside(stages, results.stages, 1, "stage")}
` : ""}${Object.keys(millions).length ? `
Millions of instructions, counted by callgrind: they do not depend on what else the machine does. A
function's are with what it calls.

${inside(millions, results.instructions, 1, "function")}
` : ""}
## Versions

${results.tools.map(tool => `${tool.name} ${tool.version}`).join(", ")}
(Typst's is that of typst-ts-node-compiler). XeLaTeX makes two passes, since its contents need them. FOP and pdfmake do not break Thai: their input has U+200B between words. Chromium cannot number the
pages of contents. WeasyPrint and XeLaTeX write no tags.`);
