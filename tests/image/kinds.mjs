// Writes PNG files of every kind (PNG, 11.2.2) and what their samples are: 8 bits, rounded.
//   node kinds.mjs FOLDER        NAME.png, NAME.samples and list.txt: "NAME WIDTH HEIGHT COLOURS OPACITY"
// NAME.samples is the colours of all samples, then their opacity if it has any.
import { deflateSync } from 'node:zlib';
import { writeFileSync } from 'node:fs';
import { GREY, GREY_ALPHA, PALETTE, RGB, RGB_ALPHA, SIGNATURE, chunk, head } from './png.mjs';

const folder = process.argv[2];
const WIDTH = 33, HEIGHT = 21;		// odd: rows do not end at a byte's end
const CHANNELS = { [GREY]: 1, [RGB]: 3, [PALETTE]: 1, [GREY_ALPHA]: 2, [RGB_ALPHA]: 4 };

// A sample's value: no two neighbours alike, all values met.
function value(x, y, channel, most) {
	return (x * 7 + y * 13 + channel * 29 + ((x * y) >> 2)) % (most + 1);
}

function packRow(samples, depth) {
	const bits = samples.length * depth, row = Buffer.alloc(Math.ceil(bits / 8));
	samples.forEach((sample, i) => {
		if (depth === 16)
			row.writeUInt16BE(sample, 2 * i);
		else
			row[(i * depth) >> 3] |= sample << (8 - depth - (i * depth) % 8);
	});
	return row;
}

// PNG, 9.2; the filter of row y is y % 5.
function filterRow(row, above, step, filter) {
	const out = Buffer.alloc(row.length + 1);
	out[0] = filter;
	for (let i = 0; i < row.length; i++) {
		const a = i < step ? 0 : row[i - step], b = above[i], c = i < step ? 0 : above[i - step];
		const p = a + b - c, pa = Math.abs(p - a), pb = Math.abs(p - b), pc = Math.abs(p - c);
		const paeth = pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
		out[i + 1] = row[i] - [0, a, b, (a + b) >> 1, paeth][filter];
	}
	return out;
}

function filterImage(rows, step) {
	let above = Buffer.alloc(rows[0].length);
	return Buffer.concat(rows.map((row, y) => {
		const out = filterRow(row, above, step, y % 5);
		above = row;
		return out;
	}));
}

// PNG, 8.2: first column and row of each pass, and the steps.
const PASSES = [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]];

function makeData(at, depth, channels, interlaced) {
	const step = Math.max(1, (depth * channels) >> 3), parts = [];
	for (const [x0, y0, dx, dy] of interlaced ? PASSES : [[0, 0, 1, 1]]) {
		const rows = [];
		for (let y = y0; y < HEIGHT; y += dy) {
			const samples = [];
			for (let x = x0; x < WIDTH; x += dx)
				samples.push(...at(x, y));
			if (samples.length)
				rows.push(packRow(samples, depth));
		}
		if (rows.length)
			parts.push(filterImage(rows, step));
	}
	return deflateSync(Buffer.concat(parts));
}

const palette = Array.from({ length: 256 }, (_, i) => [i, (i * 37 + 11) % 256, 255 - i]);
const lines = [];

function make(type, depth, interlaced, transparent) {
	const most = 2 ** depth - 1, channels = CHANNELS[type], eight = v => Math.round(v * 255 / most);
	const at = (x, y) => Array.from({ length: channels }, (_, k) => value(x, y, k, most));
	const key = at(5, 3);		// the colour that is transparent, where there is one
	const opacities = palette.map((_, i) => i % 3 ? 255 : (i * 5) % 256);
	const chunks = [SIGNATURE, head(WIDTH, HEIGHT, depth, type, interlaced)];
	// What says how colours are meant is passed over.
	chunks.push(chunk('gAMA', [0, 1, 0x86, 0xa0]));
	if (type === PALETTE)
		chunks.push(chunk('PLTE', palette.slice(0, most + 1).flat()));
	if (transparent)
		chunks.push(chunk('tRNS', type === PALETTE ? opacities.slice(0, Math.ceil((most + 1) / 2) + 1)
			: key.flatMap(v => [v >> 8, v & 255])));
	const data = makeData(at, depth, channels, interlaced), half = data.length >> 1;
	chunks.push(chunk('IDAT', data.subarray(0, half)),
		chunk('IDAT', data.subarray(half)), chunk('IEND', []));

	const colours = [], opacity = [];
	for (let y = 0; y < HEIGHT; y++)
		for (let x = 0; x < WIDTH; x++) {
			const s = at(x, y);
			if (type === PALETTE) {
				colours.push(...palette[s[0]]);
				opacity.push(s[0] <= Math.ceil((most + 1) / 2) ? opacities[s[0]] : 255);
			} else {
				const n = type === GREY || type === GREY_ALPHA ? 1 : 3;
				colours.push(...s.slice(0, n).map(eight));
				opacity.push(channels % 2 ? (s.every((v, i) => v === key[i]) ? 0 : 255) : eight(s[n]));
			}
		}
	const hasOpacity = transparent || channels % 2 === 0;
	const name = `${type}-${depth}${interlaced ? '-interlaced' : ''}${transparent ? '-transparent' : ''}`;
	writeFileSync(`${folder}/${name}.png`, Buffer.concat(chunks));
	writeFileSync(`${folder}/${name}.samples`, Buffer.from(hasOpacity ? [...colours, ...opacity] : colours));
	lines.push(`${name} ${WIDTH} ${HEIGHT} ${colours.length / WIDTH / HEIGHT} ${hasOpacity ? 1 : 0}`);
}

for (const interlaced of [false, true]) {
	for (const depth of [1, 2, 4, 8, 16])
		for (const transparent of [false, true])
			make(GREY, depth, interlaced, transparent);
	for (const depth of [8, 16]) {
		make(RGB, depth, interlaced, false);
		make(RGB, depth, interlaced, true);
		make(GREY_ALPHA, depth, interlaced, false);
		make(RGB_ALPHA, depth, interlaced, false);
	}
	for (const depth of [1, 2, 4, 8])
		for (const transparent of [false, true])
			make(PALETTE, depth, interlaced, transparent);
}
writeFileSync(`${folder}/list.txt`, lines.join('\n') + '\n');
