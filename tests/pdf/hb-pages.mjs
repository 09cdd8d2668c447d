// The pages of "raingan --dump=pages" as hb-view, another program that uses HarfBuzz, draws their
// text: PDF pages that need no font.  Lines that are stretched have each cluster where the stretch
// puts it; rules and leaders' dots are drawn as the dump has them.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const EM = 1000;
const isThai = (c) => /[\u0e01-\u0e3a\u0e40-\u0e5b]/.test(c);
const isThaiLetter = (c) => /[\u0e01-\u0e3a\u0e40-\u0e4e]/.test(c);
const isMark = (c) => /[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]/.test(c);
const scriptOf = (c) => isThai(c) ? "thai" : /\p{Script=Latin}/u.test(c) ? "latn" : "zyyy";

// [{ width, height, texts, fills, dots, images }]; lengths in points, y from the page's upper edge.
export function readPages(path) {
	const pages = [];

	for (const row of readFileSync(path, "utf8").split("\n")) {
		const [kind, ...fields] = row.trim().split(" ");
		const numbers = fields.map(Number);
		const text = row.match(/^  text \S+ (\S+) (\S+) (\S+) (\S+)(.*?) "(.*)"$/);

		if (kind === "page")
			pages.push({ width: numbers[1], height: numbers[2], texts: [], fills: [], dots: [],
				images: [] });
		else if (kind === "fill" || kind === "dots")
			pages.at(-1)[kind === "fill" ? "fills" : "dots"].push(numbers.slice(1, 5));
		else if (kind === "image")
			pages.at(-1).images.push(numbers.slice(1, 5));
		else if (text)
			pages.at(-1).texts.push({
				x: Number(text[1]), y: Number(text[2]), font: text[3], size: Number(text[4]),
				space: Number(text[5].match(/space=(\S+)/)?.[1] ?? 0),
				gap: Number(text[5].match(/gap=(\S+)/)?.[1] ?? 0),
				text: text[6].replace(/\\x09/g, "\t").replace(/\\(["\\])/g, "$1"),
			});
	}
	return pages;
}

// Pieces of one script: HarfBuzz shapes them apart.  Signs go with what is before them.
function cut(text) {
	const pieces = [];

	for (const c of text) {
		const script = isMark(c) ? "zyyy" : scriptOf(c), last = pieces.at(-1);

		if (!last || (script !== "zyyy" && last.script !== "zyyy" && script !== last.script)) {
			pieces.push({ script, text: c });
			continue;
		}
		last.text += c;
		if (last.script === "zyyy") last.script = script;
	}
	return pieces;
}

// Where each cluster that begins at a UTF-16 index is moved by the stretch of the line.
function shifts(line) {
	const at = new Map();
	let shift = 0, before = "";

	for (let i = 0; i < line.text.length; i++) {
		const c = line.text[i];

		if (isMark(c)) { at.set(i, shift); continue; }
		if (before === " " || before === "\u00a0") shift += line.space;
		else if (before && isThaiLetter(before) && isThaiLetter(c)) shift += line.gap;
		at.set(i, shift);
		before = c;
	}
	return at;
}

// What hb-view draws and hb-shape tells of texts of one font and script: by text, its glyphs
// { symbol, x, y, advance, cluster } in thousandths of an em; symbols are outlines.
function draw(font, script, texts, dir) {
	const name = `${dir}/${font}-${script}`;
	const common = [`--font-size=${EM}`, `--script=${script}`, "--language=th", "--cluster-level=1",
		`--text-file=${name}.txt`, `fonts/${font}.ttf`];
	const options = { encoding: "utf8", maxBuffer: 1 << 28 };

	writeFileSync(`${name}.txt`, texts.join("\n") + "\n");
	const svg = execFileSync("hb-view", ["--output-format=svg", "--margin=0", ...common], options);
	const shaped = execFileSync("hb-shape", ["--no-glyph-names", ...common], options).trim().split("\n");
	const uses = [...svg.matchAll(/<use xlink:href="#(\S+)" x="(\S+)" y="(\S+)"\/>/g)];
	const drawn = new Map();
	let next = 0;

	texts.forEach((text, i) => {
		const glyphs = [...shaped[i].matchAll(/[[|]\d+=(\d+)(?:@(-?\d+),(-?\d+))?\+(-?\d+)/g)].map(
			([, cluster, dx = 0, dy = 0, advance]) => ({ cluster: Number(cluster), dx: Number(dx),
				dy: Number(dy), advance: Number(advance) }));
		const origin = { x: uses[next][2] - glyphs[0].dx, y: Number(uses[next][3]) + glyphs[0].dy };

		for (const glyph of glyphs) {
			const [, symbol, x, y] = uses[next++];
			Object.assign(glyph, { symbol: `${font}-${script}-${symbol}`, x: x - origin.x,
				y: origin.y - y });
		}
		drawn.set(text, glyphs);
	});
	if (next !== uses.length) throw new Error(`${name}: hb-view drew ${uses.length} glyphs, not ${next}`);
	const symbols = [...svg.matchAll(/<symbol [^>]*id="(\S+)">\s*<path [^>]*d="([^"]*)"/g)]
		.map(([, symbol, path]) => [`${font}-${script}-${symbol}`, path]);
	return { drawn, symbols };
}

// Every line's glyphs { symbol, x, y, size } on the page, in points from its lower left corner.
function place(line, height, drawnOf) {
	const glyphs = [], shiftOf = shifts(line);
	let pen = 0, start = 0;

	for (const piece of cut(line.text)) {
		// hb-shape counts clusters in characters of the piece.
		const drawn = drawnOf(line.font, piece);

		for (const glyph of drawn)
			glyphs.push({ symbol: glyph.symbol, size: line.size, isMark: glyph.advance === 0,
				x: line.x + (pen + glyph.x) * line.size / EM + shiftOf.get(start + glyph.cluster),
				y: height - line.y + glyph.y * line.size / EM });
		pen += drawn.reduce((sum, glyph) => sum + glyph.advance, 0);
		start += piece.text.length;
	}
	return glyphs;
}

// Gives each page its lines, [[glyph...]...], of the texts with ink; answers the outlines, paths of
// SVG by symbol.  DIR is for files.
export function shapePages(pages, dir) {
	const groups = new Map(), drawn = new Map(), outlines = new Map();

	mkdirSync(dir, { recursive: true });
	for (const page of pages)
		page.texts = page.texts.filter((line) => line.text.trim());
	for (const line of pages.flatMap((page) => page.texts))
		for (const { script, text } of cut(line.text)) {
			const key = `${line.font} ${script}`;
			groups.set(key, (groups.get(key) ?? new Set()).add(text));
		}
	for (const [key, texts] of groups) {
		const found = draw(...key.split(" "), [...texts], dir);
		drawn.set(key, found.drawn);
		found.symbols.forEach(([symbol, path]) => outlines.set(symbol, path));
	}
	const drawnOf = (font, piece) => drawn.get(`${font} ${piece.script}`).get(piece.text);
	for (const page of pages)
		page.lines = page.texts.map((line) => place(line, page.height, drawnOf));
	return outlines;
}

// An outline of SVG (M, L, C and Z, y down) where the glyph is, in operators of PDF.
function fill(outline, { x, y, size }) {
	const names = { M: "m", L: "l", C: "c", Z: "h" };
	const put = (n, i) => (i % 2 ? y - n * size / EM : x + n * size / EM).toFixed(4);

	return [...outline.matchAll(/([MLCZ])([^MLCZ]*)/g)].map(([, name, numbers]) =>
		[...(numbers.match(/\S+/g) ?? []).map(put), names[name]].join(" ")).join("\n") + "\nf\n";
}

function rules(page) {
	const dots = page.dots.map(([x, y, width, step]) => {
		const radius = step / 8, from = Math.ceil((x + radius) / step) * step;
		const to = Math.floor((x + width - radius) / step) * step;

		return `1 J [0 ${step}] 0 d ${step / 4} w ${from} ${page.height - y + radius} m `
			+ `${to + radius} ${page.height - y + radius} l S\n`;
	});
	return page.fills.map(([x, y, width, height]) =>
		`${x} ${page.height - y - height} ${width} ${height} re f\n`).join("") + dots.join("");
}

// A PDF of the pages.  Outlines stand where they are used: pdftoppm takes a millisecond for each
// form, and for each change of the matrix.
export function writePdf(path, pages, outlines) {
	const objects = [], kids = pages.map((_, i) => `${4 + 2 * i} 0 R`);

	objects.push("<</Type/Catalog/Pages 2 0 R>>",
		`<</Type/Pages/Count ${pages.length}/Kids[${kids.join(" ")}]>>`);
	for (const page of pages) {
		const glyphs = page.lines.flat().map((glyph) => fill(outlines.get(glyph.symbol), glyph));
		const content = rules(page) + glyphs.join("");

		objects.push(`<</Length ${content.length}>>stream\n${content}endstream`,
			`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${page.width} ${page.height}]`
				+ `/Resources<<>>/Contents ${objects.length + 1} 0 R>>`);
	}
	let out = "%PDF-1.4\n";
	const offsets = objects.map((text, i) => {
		const at = out.length;
		out += `${i + 1} 0 obj\n${text}\nendobj\n`;
		return `${String(at).padStart(10, "0")} 00000 n \n`;
	});
	const end = out.length;
	out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}`
		+ `trailer<</Root 1 0 R/Size ${objects.length + 1}>>\nstartxref\n${end}\n%%EOF\n`;
	writeFileSync(path, out, "latin1");
}
