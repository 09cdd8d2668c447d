// Times raingan and every peer that is installed on the same reports, in turns, and counts raingan's
// instructions; writes FOLDER/results.json, of which table.mjs and plot.mjs make what people read.
//   node run.mjs RAINGAN MEASURE FOLDER
// Environment, to make it shorter: BENCH_RUNS (3), BENCH_TIMEOUT (seconds for one run, 120),
// BENCH_ONCE (what takes more seconds runs once, 8), BENCH_BATCH (reports, 1000),
// BENCH_CASES (sample 1000 10000 text batch), BENCH_PEERS (typst pdfmake chromium ...; none: -).
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { spawnSync } from "node:child_process";
import { argv, env, exit } from "node:process";
import { find } from "./peers/peers.mjs";

const here = new URL(".", import.meta.url).pathname, root = path.join(here, "../..");
const [raingan, measure, folder] = argv.slice(2).map(name => path.resolve(name));
const number = (name, usual) => Number(env[name] || usual);
const list = (name, usual) => (env[name] || usual)?.split(/\s+/);
const runs = number("BENCH_RUNS", 3), timeout = number("BENCH_TIMEOUT", 120), once = number("BENCH_ONCE", 8);
const batch = number("BENCH_BATCH", 1000), peersBatch = 20;
const styles = path.join(root, "templates/measures/styles.xml");

function must(command, ...options) {
	const run = spawnSync(command, options, { encoding: "utf8", maxBuffer: 1 << 30 });

	if (run.status !== 0) {
		console.error(`${command} ${options.join(" ")}: ${run.error ?? run.stderr}`);
		exit(3);
	}
	return run.stdout;
}

// ---- The cases: each has an input for raingan and, of the same content, one for each peer

const generate = (...options) => must("node", path.join(here, "generate.mjs"), ...options);
const place = (...names) => path.join(folder, ...names);

function inputFor(peer, source, isDocument) {
	const dump = `${source}.dump`, input = source.replace(/\.xml$/, `.${peer.format}`);

	if (!fs.existsSync(dump))
		fs.writeFileSync(dump, must(raingan, ...isDocument ? ["render", source, "--styles", styles] : ["build", source],
			"--dump=doc"));
	if (!fs.existsSync(input))
		must("node", path.join(here, "peers/write.mjs"), peer.format, dump, input);
	return input;
}

// One document: what raingan is called with, and what it is to make.
function single(id, title, source, isDocument) {
	const output = tool => place("out", `${id}-${tool}.pdf`);

	return { id, title, outputs: tool => [output(tool)],
		ours: isDocument ? ["render", source, "--styles", styles, "-o", output("raingan")]
			: ["build", source, "-o", output("raingan")],
		theirs: peer => [path.join(here, "peers/make"), peer.id, place("work", peer.id),
			inputFor(peer, source, isDocument), output(peer.id)] };
}

// Two processes at a time; the peers make fewer, as 1,000 would take hours.
function many() {
	const reports = place("reports"), made = place("out", "batch");

	generate("reports", reports, String(batch));
	fs.mkdirSync(made, { recursive: true });
	const wrong = new Set(fs.readFileSync(path.join(reports, "mistakes.tsv"), "utf8").split("\n").map(line => line.split("\t")[0]));
	const files = fs.readdirSync(reports).filter(name => name.endsWith(".xml"));
	const right = files.filter(name => !wrong.has(name)).slice(0, peersBatch);
	const output = (peer, name) => path.join(made, `${peer}-${name.replace(".xml", ".pdf")}`);
	const shell = text => `'${text}'`;

	return { id: "batch", title: `${batch.toLocaleString("en")} reports, two at a time`, batch: true,
		outputs: tool => tool === "raingan" ? files.map(name => path.join(made, name.replace(".xml", ".pdf")))
			: right.map(name => output(tool, name)),
		ours: ["build", ...files.map(name => path.join(reports, name)), "-o", `${made}/`, "-j", "2"],
		theirs: peer => ["sh", "-c", [0, 1].map(half => [path.join(here, "peers/make"), peer.id, place("work", `${peer.id}-${half}`),
			...right.filter((_, i) => i % 2 === half).flatMap(name => [inputFor(peer, path.join(reports, name), false),
				output(peer.id, name)])].map(shell).join(" ")).join(" & ") + " & wait"] };
}

function prepare(id) {
	if (id === "batch")
		return many();
	if (id === "sample") {
		fs.copyFileSync(path.join(root, "data/trang-2565.xml"), place("sample.xml"));
		fs.copyFileSync(path.join(root, "data/seal.svg"), place("seal.svg"));
		return single(id, "sample report, cold", place("sample.xml"), false);
	}
	if (id === "text") {
		generate("text", place("text.xml"), "200");
		return single(id, "200 pages of text", place("text.xml"), true);
	}
	generate("measures", place(`${id}.xml`), id);
	return single(id, `${Number(id).toLocaleString("en")} measures`, place(`${id}.xml`), false);
}

// ---- Measuring

const sizes = files => files.filter(fs.existsSync).map(file => fs.statSync(file).size).filter(Boolean);

function time(command, outputs) {
	outputs.forEach(file => fs.rmSync(file, { force: true }));

	const [status, wall, user, system, memory] = must(measure, String(timeout), ...command).trim().split(" ");
	const made = sizes(outputs);

	return { status, wall: wall / 1e6, cpu: (Number(user) + Number(system)) / 1e6, memory: memory / 1024,
		made: made.length, size: made.reduce((sum, size) => sum + size, 0) };
}

const late = run => run.status === "late";
const good = run => run.made > 0 && !late(run);

// A tool's runs of a case; what failed, came too late or takes long is not tried again.
function again(results, round) {
	const last = results.at(-1);

	return round === 0 || good(last) && (last.wall <= once);
}

const pagesOf = file => {
	const run = spawnSync("pdfinfo", [file], { encoding: "utf8" });

	return Number(run.stdout?.match(/^Pages: *(\d+)/m)?.[1] ?? 0);
};

function benchmark(cases, peers) {
	const results = cases.map(() => ({}));
	const note = (i, tool, command) => {
		const list = results[i][tool] ??= [], run = time(command, cases[i].outputs(tool));

		list.push(run);
		console.error(`${cases[i].id} ${tool}: ${run.status} ${run.wall.toFixed(3)} s ${Math.round(run.memory)} MB`);
		return run;
	};

	for (let round = 0; round < runs; round++)
		cases.forEach((one, i) => {
			if (again(results[i].raingan ?? [], round))
				note(i, "raingan", [raingan, ...one.ours]);
			for (const peer of peers) {
				if (!again(results[i][peer.id] ?? [], round))
					continue;
				note(i, peer.id, one.theirs(peer));
				if (results[i].raingan[0].wall < 0.5)
					note(i, "raingan", [raingan, ...one.ours]);
			}
		});
	return cases.map(({ id, title, batch: isBatch, outputs }, i) => ({ id, title, batch: isBatch ?? false,
		pages: isBatch ? {} : Object.fromEntries(Object.keys(results[i]).map(tool => [tool, pagesOf(outputs(tool)[0])])),
		results: results[i] }));
}

// ---- raingan's stages: milliseconds of CPU as --timings tells them, instructions as callgrind counts them

function timings(one) {
	const run = spawnSync(raingan, [...one.ours, "--timings"], { encoding: "utf8" });
	const rows = (run.stderr ?? "").split("\n").map(line => line.match(/^([a-z]+) +([\d.]+) +([\d.]+)$/)).filter(Boolean);

	return Object.fromEntries(rows.map(([, stage, cpu]) => [stage, Number(cpu)]));
}

const median = list => [...list].sort((a, b) => a - b)[list.length >> 1];

function stages(one) {
	const all = Array.from({ length: one.id === "10000" ? 1 : runs }, () => timings(one));

	return Object.fromEntries(Object.keys(all[0]).map(stage => [stage, median(all.map(run => run[stage]))]));
}

// With what the function calls; in millions.
const FUNCTIONS = ["report_build", "source_parse", "schema_check", "template_apply", "attach_data", "doc_read", "typing_check",
	"session_shaper", "layout_doc", "pdf_write"];

function instructions(one) {
	const out = place("callgrind.out");
	const run = spawnSync("valgrind", ["--tool=callgrind", `--callgrind-out-file=${out}`, raingan, ...one.ours], { encoding: "utf8" });

	if (run.error || run.status !== 0)
		return null;
	const total = Number(run.stderr.match(/Collected : (\d+)/)?.[1] ?? 0);
	const lines = must("callgrind_annotate", "--inclusive=yes", "--auto=no", "--threshold=100", out).split("\n");
	const count = name => Number(lines.find(line => line.includes(`:${name} [`) || line.includes(`:${name}'`))
		?.match(/^ *([\d,]+)/)?.[1].replaceAll(",", "") ?? 0);

	return { total: total / 1e6, ...Object.fromEntries(FUNCTIONS.map(name => [name, count(name) / 1e6])) };
}

// ---- All of it

fs.rmSync(folder, { recursive: true, force: true });
fs.mkdirSync(place("out"), { recursive: true });
fs.mkdirSync(place("work"));

const peers = find(list("BENCH_PEERS"));
const cases = list("BENCH_CASES", "sample 1000 10000 text batch").map(prepare);
const installed = peers.filter(peer => peer.version !== null);

// What prepared the run, or another program, may still be at work; the load average falls slowly.
const QUIET = 0.5, PATIENCE = 300;		// seconds

for (let waited = 0; os.loadavg()[0] > QUIET && waited < PATIENCE; waited += 5)
	spawnSync("sleep", ["5"]);

const began = new Date(), load = os.loadavg()[0];

// Profiles and caches are made before the first run counts; those of a batch's two processes are copies.
const warm = prepare("sample");

for (const peer of installed) {
	time(warm.theirs(peer), warm.outputs(peer.id));
	for (const half of [0, 1])
		fs.cpSync(place("work", peer.id), place("work", `${peer.id}-${half}`), { recursive: true, verbatimSymlinks: true });
}

fs.writeFileSync(place("results.json"), JSON.stringify({
	date: began.toISOString().slice(0, 10), load, isQuiet: load <= QUIET, runs, timeout, peersBatch,
	machine: `${os.cpus()[0].model.trim()}, ${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Linux ${os.release()}`,
	version: must(raingan, "--version").trim(),
	commit: spawnSync("git", ["-C", root, "describe", "--always", "--dirty"], { encoding: "utf8" }).stdout?.trim() ?? "",
	peers: peers.map(({ name, id, version }) => ({ name, id, version })),
	cases: benchmark(cases, installed),
	stages: Object.fromEntries(cases.filter(one => !one.batch).map(one => [one.id, stages(one)])),
	instructions: Object.fromEntries(cases.filter(one => ["sample", "1000"].includes(one.id)).map(one => [one.id, instructions(one)])),
}, null, "\t"));
