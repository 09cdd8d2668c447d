// What run.mjs found, made ready for the table and the plot.
import fs from "node:fs";

const median = list => [...list].sort((a, b) => a - b)[list.length >> 1];

// Medians of a tool's runs: seconds (of a batch, for each report made), MB, bytes (likewise); or why
// there are none.
function summary(runs, { batch }, { timeout, peersBatch }) {
	if (!runs)
		return null;
	if (runs.some(run => run.status === "late"))
		return { failed: `over ${timeout} s${batch ? ` for ${peersBatch}` : ""}` };
	if (runs.some(run => !run.made))
		return { failed: "fails" };
	const each = run => batch ? run.made : 1;

	return { seconds: median(runs.map(run => run.wall / each(run))), cpu: median(runs.map(run => run.cpu / each(run))),
		memory: median(runs.map(run => run.memory)), size: median(runs.map(run => run.size / run.made)),
		made: runs[0].made, runs: runs.length };
}

export function read(file) {
	const results = JSON.parse(fs.readFileSync(file, "utf8"));

	results.tools = [{ name: "raingan", id: "raingan", version: results.version.replace(/^raingan /, "") },
		...results.peers.filter(peer => peer.version !== null)];
	results.missing = results.peers.filter(peer => peer.version === null).map(peer => peer.name);
	for (const one of results.cases)
		one.summaries = Object.fromEntries(results.tools.map(({ id }) => [id, summary(one.results[id], one, results)]));
	return results;
}

export function seconds(value) {
	return value < 0.1 ? `${(1000 * value).toPrecision(2)} ms` : `${value < 10 ? value.toPrecision(2) : Math.round(value)} s`;
}

export const megabytes = value => value < 1000 ? `${Math.round(value)} MB` : `${(value / 1000).toFixed(1)} GB`;
