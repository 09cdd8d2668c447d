// Whether photographs stand upright: the four fields of each, as jpeg_make paints them.
//   node turns.mjs PAGES.dump PAGE.ppm DPI       ends with "N passed, N failed"
import { readFileSync } from 'node:fs';

// Exif 2.32, 4.6.4, orientation: the fields top left and right, then bottom left and right.
const FIELDS = { 1: 'RGBW', 2: 'GRWB', 3: 'WBGR', 4: 'BWRG', 5: 'RBGW', 6: 'BRWG', 7: 'WGBR', 8: 'GWRB' };
const [dump, path, dpi] = process.argv.slice(2);
const bytes = readFileSync(path);
const [start, width] = /^P6\s+(\d+)\s+\d+\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'));
let passed = 0, failed = 0;

function fieldAt(x, y) {
	const at = start.length + 3 * (Math.floor(y * dpi / 72) * width + Math.floor(x * dpi / 72));
	const [r, g, b] = bytes.subarray(at, at + 3).map(v => v > 128 ? 1 : 0);
	return { '1,0,0': 'R', '0,1,0': 'G', '0,0,1': 'B', '1,1,1': 'W' }[[r, g, b]] ?? '?';
}

for (const line of readFileSync(dump, 'utf8').split('\n')) {
	const match = /^  image \S+ (\S+) (\S+) (\S+) (\S+) "(.*)" 40 x 20 turn \d$/.exec(line);
	if (!match)
		continue;
	const [x, y, w, h] = match.slice(1, 5).map(Number), name = match[5];
	const turn = Math.abs(/-?\d/.exec(name) ?? 1), upright = turn < 5 ? w > h : w < h;
	const fields = [[1, 1], [3, 1], [1, 3], [3, 3]].map(([i, k]) => fieldAt(x + w * i / 4, y + h * k / 4)).join('');
	if (fields === FIELDS[turn] && upright) {
		passed++;
		continue;
	}
	failed++;
	console.log(`${name}: ${fields} in ${w} x ${h}, not ${FIELDS[turn]}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
