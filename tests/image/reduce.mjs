// A PNG with more samples than a screen needs, and whether the PDF holds the means of their areas.
//   node reduce.mjs make OUT.png
//   node reduce.mjs check PREFIX       PREFIX-000.ppm: colours, PREFIX-001.ppm: opacity
// ends with "N passed, N failed".
import { deflateSync } from 'node:zlib';
import { readFileSync, writeFileSync } from 'node:fs';
import { RGB_ALPHA, SIGNATURE, chunk, head } from './png.mjs';

const WIDTH = 401, HEIGHT = 299;	// 72 pt wide with 150 samples an inch: 150 x 112
const NEW_WIDTH = 150, NEW_HEIGHT = Math.ceil(HEIGHT * NEW_WIDTH / WIDTH);

const sample = (x, y) => [(x * 3 + y) % 256, (x * y) % 256, x < 200 ? 10 : 240, (x + y) % 3 ? (x + 2 * y) % 256 : 0];

function make(path) {
	const rows = [];
	for (let y = 0; y < HEIGHT; y++) {
		rows.push(0);
		for (let x = 0; x < WIDTH; x++)
			rows.push(...sample(x, y));
	}
	writeFileSync(path, Buffer.concat([SIGNATURE, head(WIDTH, HEIGHT, 8, RGB_ALPHA),
		chunk('IDAT', deflateSync(Buffer.from(rows))), chunk('IEND', [])]));
}

// The mean of the old samples that the new one covers; colours count as far as they are opaque.
function mean(i, k) {
	const left = i * WIDTH / NEW_WIDTH, right = (i + 1) * WIDTH / NEW_WIDTH;
	const top = k * HEIGHT / NEW_HEIGHT, foot = (k + 1) * HEIGHT / NEW_HEIGHT;
	const sums = [0, 0, 0, 0];
	for (let y = Math.floor(top); y < Math.min(HEIGHT, Math.ceil(foot)); y++)
		for (let x = Math.floor(left); x < Math.min(WIDTH, Math.ceil(right)); x++) {
			const area = (Math.min(x + 1, right) - Math.max(x, left)) * (Math.min(y + 1, foot) - Math.max(y, top));
			const [r, g, b, a] = sample(x, y);
			sums[3] += area * a;
			[r, g, b].forEach((v, n) => sums[n] += area * a * v);
		}
	const opacity = sums[3] / ((right - left) * (foot - top));
	return [...sums.slice(0, 3).map(v => v / sums[3]), opacity];
}

function check(prefix) {
	const files = ['000', '001'].map(n => readFileSync(`${prefix}-${n}.ppm`));
	const start = `P6\n${NEW_WIDTH} ${NEW_HEIGHT}\n255\n`;
	let wrong = files.every(file => file.subarray(0, start.length).toString('latin1') === start) ? 0 : 1;
	const [colours, opacity] = files.map(file => file.subarray(start.length));
	for (let k = 0; k < NEW_HEIGHT && !wrong; k++)
		for (let i = 0; i < NEW_WIDTH; i++) {
			const at = 3 * (k * NEW_WIDTH + i), expected = mean(i, k);
			const got = [...colours.subarray(at, at + 3), opacity[at]];
			if (got.some((v, n) => Math.abs(v - expected[n]) > 0.51))
				wrong++ < 5 && console.log(`${i}, ${k}: ${got}, not ${expected}`);
		}
	console.log(`${NEW_WIDTH * NEW_HEIGHT - wrong} passed, ${wrong} failed`);
	process.exit(wrong ? 1 : 0);
}

process.argv[2] === 'make' ? make(process.argv[3]) : check(process.argv[3]);
