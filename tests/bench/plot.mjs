// The benchmark as a plot: a row a tool, a column a case; time above, memory below.
//   node plot.mjs RESULTS.json >bench.svg
import { argv } from "node:process";
import { megabytes, read, seconds } from "./results.mjs";

const results = read(argv[2]);
const NAMES = 100, PANEL = 172, GAP = 14, ROW = 22, HEAD = 46, FOOT = 34;
const OURS = "#0b6e4f", THEIRS = "#6b7280", GRID = "#e5e7eb", INK = "#111827";
const width = NAMES + results.cases.length * (PANEL + GAP) + 10;
const height = results.tools.length * ROW + HEAD + FOOT;

const text = (x, y, content, { size = 12, fill = INK, anchor = "start", weight = 400 } = {}) =>
	`<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" fill="${fill}" text-anchor="${anchor}" font-weight="${weight}">${content}</text>`;
const line = (x, top, bottom) => `<line x1="${x.toFixed(1)}" y1="${top}" x2="${x.toFixed(1)}" y2="${bottom}" stroke="${GRID}"/>`;

// Whole powers of ten around the values.
function axis(values) {
	const least = Math.floor(Math.log10(Math.min(...values))), most = Math.max(least + 1, Math.ceil(Math.log10(Math.max(...values))));

	return { powers: Array.from({ length: most - least + 1 }, (_, i) => least + i),
		at: value => PANEL * (Math.log10(value) - least) / (most - least) };
}

// A label stands beside its dot, on the side that has room.
function mark(x, y, summary, value, said, tool) {
	const colour = tool.id === "raingan" ? OURS : THEIRS, weight = tool.id === "raingan" ? 700 : 400;

	if (!summary)
		return "";
	if (summary.failed)
		return text(x + PANEL - 2, y + 4, summary.failed, { size: 11, fill: THEIRS, anchor: "end" });
	const right = value < PANEL - 55;

	return `<circle cx="${(x + value).toFixed(1)}" cy="${y}" r="4.5" fill="${colour}"/>`
		+ text(x + value + (right ? 9 : -9), y + 4, said, { size: 11, fill: colour, anchor: right ? "start" : "end", weight });
}

function panel(one, x, top, quantity, said) {
	const found = Object.values(one.summaries).filter(summary => summary && !summary.failed).map(summary => summary[quantity]);
	const scale = axis(found.length ? found : [1]), bottom = top + results.tools.length * ROW;

	return text(x, top - 10, !one.batch ? one.title : quantity === "memory" ? "batch" : "batch, for each report", { weight: 600 })
		+ scale.powers.map((power, i) => line(x + scale.at(10 ** power), top, bottom)
			+ text(x + scale.at(10 ** power), bottom + 14, said(10 ** power).replace(/(\.\d*?)0+ /, "$1 ").replace(". ", " "), { size: 10, fill: THEIRS,
				anchor: i === 0 ? "start" : i === scale.powers.length - 1 ? "end" : "middle" })).join("")
		+ results.tools.map((tool, i) => {
			const summary = one.summaries[tool.id], value = summary?.[quantity];

			return mark(x, top + (i + 0.5) * ROW, summary, value && scale.at(value), value && said(value), tool);
		}).join("\n");
}

function part(title, top, quantity, said) {
	return text(10, top + 16, title, { size: 14, weight: 700 })
		+ results.tools.map((tool, i) => text(NAMES - 12, top + HEAD + (i + 0.5) * ROW + 4, tool.name,
			{ anchor: "end", fill: tool.id === "raingan" ? OURS : INK, weight: tool.id === "raingan" ? 700 : 400 })).join("")
		+ results.cases.map((one, i) => panel(one, NAMES + i * (PANEL + GAP), top + HEAD, quantity, said)).join("\n");
}

const xml = content => content.replace(/&/g, "&amp;").replace(/</g, "&lt;");

console.log(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${2 * height + 24}" font-family="Helvetica, Arial, sans-serif">
<title>Time and memory of raingan and its peers</title>
<rect width="100%" height="100%" fill="#ffffff"/>
${part("Time (logarithmic: each line is ten times the one before)", 6, "seconds", seconds)}
${part("Peak memory", 6 + height, "memory", megabytes)}
${text(10, 2 * height + 14, xml(`${results.date}, ${results.machine}, raingan ${results.commit}`), { size: 10, fill: THEIRS })}
</svg>`);
