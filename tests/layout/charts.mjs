// Does each chart of a document show its values?  node charts.mjs DOCUMENT.xml PAGES-DUMP
// What each value should be is worked out here from the document; where it stands is read off
// the chart as a reader would: bars against the numbers of the axis, a radar's dots against its
// outer ring, a scale's marks against the ends of its levels.  Ends with "N passed, N failed".
import { readFileSync } from "node:fs";

const NEAR = 0.1;			// points
let passed = 0, failed = 0;

function check(ok, what) {
	if (ok)
		passed++;
	else {
		failed++;
		console.log(what);
	}
}

const near = (a, b, by = NEAR) => Math.abs(a - b) <= by;
const ascii = (text) => text.replace(/[๐-๙]/g, (c) => c.charCodeAt(0) - 0xe50);

// The document's charts: attributes, and children with theirs.

const attributes = (text) =>
	Object.fromEntries([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map((m) => [m[1], m[2]]));

function children(body, name) {
	const all = body.matchAll(new RegExp(`<${name}\\b([^>]*)>([^<]*)</${name}>`, "g"));
	return [...all].map((m) => ({ ...attributes(m[1]), name: m[2].trim() }));
}

function readCharts(xml) {
	return [...xml.matchAll(/<chart\b([^>]*)>([\s\S]*?)<\/chart>/g)].map((m) => {
		const chart = { min: "0", max: "100", ...attributes(m[1]) };
		for (const name of ["series", "line", "level", "item"])
			chart[name] = children(m[2], name);
		for (const item of chart.item)
			item.values = item.value.split(/\s+/).filter((v) => v);
		chart.part = (value) => (value - chart.min) / (chart.max - chart.min);
		return chart;
	});
}

// The dump's figures: box, alt, texts, paths with points in absolute places.

function readPath(words, at) {
	const points = [], x = +words[at], y = +words[at + 1];
	const path = { fill: "none", stroke: "none", points, closed: words.includes("h") };
	path.fill = words[words.indexOf("fill") + 1];
	path.stroke = words[words.indexOf("stroke") + 1];
	for (let i = words.indexOf("m"); i < words.length;) {
		const step = words[i++], n = { m: 1, l: 1, c: 3, h: 0 }[step];
		const last = i + 2 * (n - 1);
		if (n)
			points.push({ x: x + +words[last], y: y + +words[last + 1], step });
		i += 2 * n;
	}
	return path;
}

function readFigures(dump) {
	const figures = new Map(), of = (name) => {
		if (!figures.has(name))
			figures.set(name, { texts: [], paths: [] });
		return figures.get(name);
	};
	for (const line of dump.split("\n")) {
		let m = /^ {2}text (Figure\d+) width=(\S+) (\S+) (\S+) \S+ (\S+) .*?"(.*)"$/.exec(line);
		if (m)
			of(m[1]).texts.push({ width: +m[2], x: +m[3], y: +m[4], size: +m[5], text: m[6] });
		m = /^ {2}path (Figure\d+) (.*)$/.exec(line);
		if (m)
			of(m[1]).paths.push(readPath(m[2].split(" "), 0));
		m = /^figure (Figure\d+) (\S+) (\S+) (\S+) (\S+) "(.*)"$/.exec(line);
		if (m)
			Object.assign(of(m[1]), { name: m[1], alt: m[6],
				box: { x: +m[2], y: +m[3], width: +m[4], height: +m[5] } });
	}
	return [...figures.values()];
}

// Texts: all there, none outside, none on another.

// How far Sarabun reaches above and below the baseline, in parts of the size, as "hb-shape
// --show-extents" has it: 1.2 and 0.5 with marks, 0.73 and 0.05 in digits.
function boxOf(text) {
	const bare = /^[\s\d๐-๙.,/–-]*$/.test(text.text);
	const left = text.x, top = text.y - text.size * (bare ? 0.75 : 1.2);
	return { left, right: left + text.width, top, bottom: text.y + text.size * (bare ? 0.1 : 0.5) };
}

// Parts of one line that follow on each other are one text.
function lines(texts) {
	const joined = [];
	for (const text of texts) {
		const last = joined[joined.length - 1];
		if (last && near(last.y, text.y, 0.001) && near(last.x + last.width, text.x, 0.01)) {
			last.width += text.width;
			last.text += text.text;
		} else
			joined.push({ ...text });
	}
	return joined;
}

function checkTexts(name, chart, figure) {
	const { box } = figure, all = lines(figure.texts), boxes = all.map(boxOf);
	const said = all.map((t) => t.text).join("").replace(/\s/g, "");
	let apart = true, inside = true;
	for (let i = 0; i < boxes.length; i++) {
		const a = boxes[i];
		inside &&= a.left >= box.x - NEAR && a.right <= box.x + box.width + NEAR
			&& a.top >= box.y - NEAR && a.bottom <= box.y + box.height + NEAR;
		for (let k = 0; k < i; k++) {
			const b = boxes[k];
			if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) {
				apart = false;
				console.log(`${name}: "${all[i].text}" stands on "${all[k].text}"`);
			}
		}
	}
	check(apart, `${name}: texts stand on each other`);
	check(inside, `${name}: a text is outside the chart`);
	for (const part of [...chart.series, ...chart.line, ...chart.level, ...chart.item])
		check(said.includes(part.name.replace(/\s/g, "")), `${name}: no text "${part.name}"`);
	for (const item of chart.item)
		for (const value of item.values)
			check(ascii(said).includes(ascii(value)), `${name}: no text "${value}"`);
	if (chart.numerals === "arabic")
		check(!/[๐-๙]/.test(said), `${name}: Thai numerals`);
	else
		check(!/[0-9]/.test(said), `${name}: Arabic numerals`);
}

function checkShapes(name, figure) {
	const { box } = figure;
	check(figure.paths.every((path) => path.points.every((at) => at.x >= box.x - NEAR
		&& at.x <= box.x + box.width + NEAR && at.y >= box.y - NEAR
		&& at.y <= box.y + box.height + NEAR)), `${name}: a shape is outside the chart`);
}

// What is read to those who do not see it: every name, its values behind it; every line.
function checkAlt(name, chart, figure) {
	let rest = ascii(figure.alt);
	const next = (text) => {
		const at = rest.indexOf(ascii(text));
		check(at >= 0, `${name}: "${text}" is not in the text for screen readers`);
		rest = at >= 0 ? rest.slice(at + text.length) : rest;
	};
	for (const level of chart.level) {
		next(level.name);
		next(level.from);
	}
	for (const item of chart.item) {
		next(item.name);
		item.values.forEach((value, i) => {
			if (chart.series[i])
				next(chart.series[i].name);
			next(value === "-" ? "ไม่มีข้อมูล" : value);
		});
	}
	for (const line of chart.line) {
		next(line.name);
		next(line.value);
	}
}

// Each item's lines of text, up to the next item's: they come in the items' order, in the radar's
// columns with the values behind the name.
function linesOfItems(chart, figure) {
	const all = lines(figure.texts), bare = (text) => text.replace(/\s/g, "");
	let at = 0;
	return chart.item.map((item) => {
		const found = [], name = bare(item.name);
		let text = "";
		while (at < all.length && !name.startsWith(bare(all[at].text))
			&& !bare(all[at].text).startsWith(name))
			at++;
		while (at < all.length && text.length < name.length) {
			text += bare(all[at].text);
			found.push(all[at++]);
		}
		return found;
	});
}

const mean = (numbers) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

// Shapes

const isRect = (path) => path.closed && path.points.length === 4
	&& new Set(path.points.map((p) => p.x)).size === 2
	&& new Set(path.points.map((p) => p.y)).size === 2;

function edges(path) {
	const xs = path.points.map((p) => p.x), ys = path.points.map((p) => p.y);
	return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys),
		bottom: Math.max(...ys) };
}

const isUpright = (path) => !path.closed && path.points.length === 2
	&& near(path.points[0].x, path.points[1].x, 0.001);

const middle = (text) => text.x + text.width / 2;

// Where values stand on an axis, from two numbers below it.
function readAxis(figure, foot) {
	const numbers = lines(figure.texts)
		.filter((t) => /^[\d๐-๙.]+$/.test(t.text) && t.y > foot && t.y < foot + 2.5 * t.size)
		.sort((a, b) => a.x - b.x);
	const first = numbers[0], last = numbers[numbers.length - 1];
	if (!first || first === last)
		return null;
	const from = +ascii(first.text), to = +ascii(last.text);
	return (value) => middle(first)
		+ (value - from) / (to - from) * (middle(last) - middle(first));
}

// Bars, in the order of items and series; what comes behind them is the legend.
function checkBars(name, chart, figure) {
	const rows = chart.item.flatMap((item) => item.values.map((value) => ({ item, value })));
	// nothing is drawn that would be narrower than a thousandth of a point
	const wanted = rows.filter(({ value }) => value !== "-"
		&& chart.part(+ascii(value)) * figure.box.width > 0.001);
	const whole = edges({ points: [{ x: figure.box.x, y: figure.box.y },
		{ x: figure.box.x + figure.box.width, y: figure.box.y + figure.box.height }] });
	const bars = figure.paths.filter((path) => path.fill !== "none" && isRect(path))
		.map(edges).filter((bar) => bar.bottom - bar.top < whole.bottom - whole.top - NEAR);
	const grid = figure.paths.filter((path) => isUpright(path)).map(edges);
	const foot = Math.max(...grid.map((line) => line.bottom));
	const at = readAxis(figure, foot), all = lines(figure.texts);
	check(at, `${name}: no axis`);
	if (!at)
		return;
	const named = chart.series.length;
	check(bars.length === wanted.length + named,
		`${name}: ${bars.length - named} bars instead of ${wanted.length}`);
	wanted.slice(0, bars.length).forEach(({ item, value }, i) => {
		const bar = bars[i], long = bar.right - bar.left;
		const should = at(+ascii(value)) - at(+chart.min);
		check(near(long, should) && near(bar.left, at(+chart.min)),
			`${name}: ${item.name} ${value}: a bar of ${long.toFixed(3)} pt instead of ${should.toFixed(3)}`);
		const beside = lines(figure.texts).find((t) => ascii(t.text) === ascii(value)
			&& t.x >= bar.right - NEAR && near(t.y - 0.35 * t.size, (bar.top + bar.bottom) / 2, t.size / 2));
		check(beside, `${name}: ${item.name}: ${value} does not stand beside its bar`);
	});
	const names = linesOfItems(chart, figure);
	let next = 0;
	chart.item.forEach((item, i) => {
		const values = [];
		for (const value of item.values) {
			while (next < all.length && !(near(all[next].y, mean(names[i].map((t) => t.y)), 40)
				&& ascii(all[next].text) === ascii(value)
				&& all[next].x > figure.box.x + figure.box.width / 2))
				next++;
			values.push(all[next++]);
		}
		check(near(mean(names[i].map((t) => t.y)), mean(values.map((t) => t ? t.y : 0)), 1),
			`${name}: ${item.name} does not stand beside its values`);
	});
	for (const line of chart.line) {
		const drawn = grid.filter((g) => near(g.left, at(+line.value)) && near(g.bottom, foot)
			&& bars.slice(0, wanted.length).every((bar) => g.top <= bar.top + NEAR));
		check(drawn.length >= 2, `${name}: the line ${line.name} is not at ${line.value}`);
	}
}

// The corners of a ring, clockwise from the top; a circle's centre and radius.
function readRing(path) {
	const curve = path.points.some((p) => p.step === "c"), at = edges(path);
	if (curve)
		return { x: (at.left + at.right) / 2, y: (at.top + at.bottom) / 2,
			radius: (at.right - at.left) / 2 };
	const n = path.points.length;
	const x = path.points.reduce((sum, p) => sum + p.x, 0) / n;
	const y = path.points.reduce((sum, p) => sum + p.y, 0) / n;
	return { x, y, radius: Math.hypot(path.points[0].x - x, path.points[0].y - y) };
}

// By form: circle, square, diamond, triangle.
function dotCentre(path, series) {
	const at = edges(path), x = (at.left + at.right) / 2;
	return { x, y: series < 3 ? (at.top + at.bottom) / 2
		: at.top + (at.bottom - at.top) * 1.25 / 2.25 };
}

function checkRadar(name, chart, figure) {
	const n = chart.item.length, closed = figure.paths.filter((path) => path.closed);
	const rings = closed.filter((path) => path.fill === "none"
		&& (n < 3 ? path.points.some((p) => p.step === "c") : path.points.length === n));
	const outer = rings.map(readRing).reduce((a, b) => a && a.radius > b.radius ? a : b, null);
	check(outer, `${name}: no ring`);
	if (!outer)
		return;
	const place = (i, value) => {
		const angle = 2 * Math.PI * i / n, far = outer.radius * chart.part(+ascii(value));
		return { x: outer.x + far * Math.sin(angle), y: outer.y - far * Math.cos(angle) };
	};
	const same = (a, b) => near(a.x, b.x) && near(a.y, b.y);
	const dots = closed.filter((path) => path.fill !== "none" && path.stroke !== "none");
	const edge = figure.paths.filter((path) => !path.closed);
	let d = 0;
	for (let s = Math.max(1, chart.series.length) - 1; s >= 0; s--) {	// the first on top
		for (let i = 0; i < n; i++) {
			const value = chart.item[i].values[s], next = chart.item[(i + 1) % n].values[s];
			if (value === "-")
				continue;
			const dot = dots[d] && dotCentre(dots[d++], s), should = place(i, value);
			check(dot && same(dot, should), `${name}: ${chart.item[i].name} ${value}: ${JSON.stringify(dot)} instead of ${JSON.stringify(should)}`);
			if (n > 1 && next !== "-")
				check(edge.some((e) => same(e.points[0], should) && same(e.points[1],
					place((i + 1) % n, next))), `${name}: no edge from ${chart.item[i].name}`);
		}
	}
	linesOfItems(chart, figure).forEach((found, i) => {
		const { x, y } = place(i, chart.max), left = Math.min(...found.map((t) => t.x));
		const right = Math.max(...found.map((t) => t.x + t.width));
		const side = near(x, outer.x) ? near((left + right) / 2, x, 1)
			: x > outer.x ? left > outer.x : right < outer.x;
		const before = i && linesOfItems(chart, figure)[i - 1];
		check(side, `${name}: ${chart.item[i].name} is on the wrong side`);
		if (i && 2 * i !== n)
			check(x < outer.x && 2 * (i - 1) > n ? found[0].y < before[0].y
				: x > outer.x ? found[0].y > before[0].y : true,
			`${name}: ${chart.item[i].name} is out of order`);
		check(near(x, outer.x) ? y < outer.y === found[0].y < outer.y : true,
			`${name}: ${chart.item[i].name} is at the wrong end`);
	});
	check(dots.length === d + chart.series.length, `${name}: ${dots.length} dots`);
	for (const line of chart.line)
		check(rings.some((r) => near(readRing(r).radius, outer.radius * chart.part(+line.value))),
			`${name}: no ring at ${line.value}`);
}

function checkScale(name, chart, figure) {
	const levels = figure.paths.filter((path) => path.fill !== "none" && isRect(path)).map(edges);
	const tips = figure.paths.filter((path) => path.closed && path.points.length === 3);
	const uprights = figure.paths.filter(isUpright).map(edges);
	check(levels.length === chart.level.length, `${name}: ${levels.length} levels`);
	const first = +chart.level[0].from, left = levels[0].left;
	const wide = levels[levels.length - 1].right - left;
	const at = (value) => left + (+ascii(value) - first) / (chart.max - first) * wide;
	chart.level.forEach((level, i) => {
		const end = chart.level[i + 1] ? chart.level[i + 1].from : chart.max;
		check(levels[i] && near(levels[i].left, at(level.from)) && near(levels[i].right, at(end)),
			`${name}: ${level.name} is not from ${level.from} to ${end}`);
	});
	check(tips.length === chart.item.length, `${name}: ${tips.length} marks`);
	chart.item.forEach((item, i) => {
		const tip = tips[i] && tips[i].points[0];
		check(tip && near(tip.x, at(item.value)) && near(tip.y, levels[0].top),
			`${name}: ${item.name} does not point at ${item.value}`);
	});
	for (const line of [...chart.line, ...chart.item])
		check(uprights.some((u) => near(u.left, at(line.value)) && near(u.bottom, levels[0].top)),
			`${name}: ${line.name} is not at ${line.value}`);
}

const [document, dump] = process.argv.slice(2);
const charts = readCharts(readFileSync(document, "utf8"));
const figures = readFigures(readFileSync(dump, "utf8"));
const checks = { bars: checkBars, radar: checkRadar, scale: checkScale };

check(charts.length > 0 && charts.length === figures.length,
	`${charts.length} charts, ${figures.length} figures`);
charts.forEach((chart, i) => {
	const name = `chart ${i + 1} (${chart.type})`, figure = figures[i];
	if (!figure || !figure.box)
		return;
	checkTexts(name, chart, figure);
	checkShapes(name, figure);
	checkAlt(name, chart, figure);
	checks[chart.type](name, chart, figure);
});
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
