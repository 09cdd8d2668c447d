// Do the pages of a PDF look as hb-view draws their text (hb-pages.mjs)?  Both are painted by
// pdftoppm, black and white; all ink of one must be near ink of the other.  Then one mark of each line
// that has one is moved by 0.02 em, to and fro and up and down, and every such line must be noticed.
//   node picture.mjs FILE.pdf PAGES DIR	PAGES: raingan --dump=pages
import { execFileSync } from "node:child_process";
import { readPages, shapePages, writePdf } from "./hb-pages.mjs";

const DPI = 1400;
const NEAR = 2;			// pixels, 0.01 em of 10.56 pt: poppler puts glyphs on whole ones
const MOVED = 0.02;		// em
const [, , path, pagesPath, dir] = process.argv;

// Rows of 32-bit words, the leftmost pixel in the highest bit.
function paint(file, page) {
	const bytes = execFileSync("pdftoppm", ["-mono", "-r", DPI, "-f", page, "-l", page, file],
		{ maxBuffer: 1 << 28 });
	const [head, width, height] = bytes.subarray(0, 40).toString("latin1").match(/^P4\s+(\d+)\s+(\d+)\s/);
	const from = Math.ceil(width / 8), stride = Math.ceil(width / 32) + 1;
	const padded = Buffer.alloc(4 * stride * Number(height));

	for (let y = 0; y < height; y++)
		bytes.copy(padded, 4 * stride * y, head.length + from * y, head.length + from * (y + 1));
	padded.swap32();
	return { words: new Uint32Array(padded.buffer, padded.byteOffset, stride * height), stride };
}

// The word at i with each pixel black that has a black one at most r away.
function spread({ words, stride }, i, r) {
	let all = 0;

	for (let k = i - r * stride; k <= i + r * stride; k += stride) {
		const left = words[k - 1], word = words[k], right = words[k + 1];

		all |= word;
		for (let s = 1; s <= r; s++)
			all |= word << s | right >>> 32 - s | word >>> s | left << 32 - s;
	}
	return all;
}

// In an image, which hb-view does not draw; a word is 32 pixels wide.
function isImage(page, x, y) {
	return page.images.some(([left, top, width, height]) => x > left - 2 && x < left + width + 2
		&& y > top - 1 && y < top + height + 1);
}

// Calls back with the places, in points, where ink of one is farther than NEAR from the other's;
// answers the farthest, in pixels, or Infinity.
function compare(a, b, page, differs) {
	let farthest = 0;
	const distance = (to, i, ink) => {
		for (let r = 1; r <= 4 * NEAR; r++)
			if (!(ink & ~spread(to, i, r))) return r;
		return Infinity;
	};

	for (let i = 0; i < a.words.length; i++) {
		if (a.words[i] === b.words[i]) continue;
		const x = (i % a.stride + 0.5) * 32 * 72 / DPI, y = Math.floor(i / a.stride) * 72 / DPI;
		if (isImage(page, x, y)) continue;
		const far = Math.max(distance(b, i, a.words[i]), distance(a, i, b.words[i]));
		if (far > farthest) farthest = far;
		if (far > NEAR) differs(x, page.height - y);
	}
	return farthest;
}

const pages = readPages(pagesPath);
const outlines = shapePages(pages, dir);
let passed = 0, failed = 0, farthest = 0, moved = 0;

function check(good, message) {
	if (good) passed++;
	else { failed++; console.log(message); }
}

// The number of the line on the page whose glyphs' middles, 0.45 em up, are nearest to a place.
function lineAt(page, x, y) {
	let nearest = -1, least = Infinity;

	page.lines.forEach((line, i) => line.forEach((glyph) => {
		const far = Math.hypot(glyph.x - x, glyph.y + 0.45 * glyph.size - y);
		if (far < least) { least = far; nearest = i; }
	}));
	return nearest;
}

// The numbers of the lines that differ from those painted.
function compareLines(painted, file, i) {
	const wrong = new Set();

	const far = compare(painted, paint(file, i + 1), pages[i],
		(x, y) => wrong.add(lineAt(pages[i], x, y)));
	return { wrong, far };
}

// A copy of the k-th line with one of its marks moved; null if it has none.
function moveMark(line, k) {
	const marks = line.filter((glyph) => glyph.isMark && outlines.get(glyph.symbol));
	const mark = marks[k % marks.length], [dx, dy] = [[1, 0], [0, 1], [-1, 0], [0, -1]][k % 4];

	return mark ? line.map((glyph) => glyph !== mark ? glyph : { ...glyph,
		x: glyph.x + dx * MOVED * glyph.size, y: glyph.y + dy * MOVED * glyph.size }) : null;
}

const movedLines = pages.map((page) => page.lines.map(moveMark));

writePdf(`${dir}/expected.pdf`, pages, outlines);
writePdf(`${dir}/moved.pdf`, pages.map((page, i) => ({ ...page,
	lines: page.lines.map((line, k) => movedLines[i][k] ?? line) })), outlines);
pages.forEach((page, i) => {
	const painted = paint(path, i + 1);
	const { wrong, far } = compareLines(painted, `${dir}/expected.pdf`, i);
	const seen = compareLines(painted, `${dir}/moved.pdf`, i).wrong;

	farthest = Math.max(farthest, far);
	page.lines.forEach((_, k) => {
		check(!wrong.has(k), `page ${i}: not where hb-view has it: ${page.texts[k].text}`);
		if (movedLines[i][k])
			check(seen.has(k), `page ${i}: a mark ${MOVED} em off is not noticed: ${page.texts[k].text}`);
		moved += movedLines[i][k] !== null;
	});
});
check(moved > 0, "no line has a mark");
console.log(`${pages.flatMap((page) => page.lines).length} lines on ${pages.length} pages, `
	+ `none farther off than ${(farthest * 72 / DPI).toFixed(2)} pt; ${moved} with a mark ${MOVED} em off`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
