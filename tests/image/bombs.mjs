// PNG files that are small, but stand for much.
//   node bombs.mjs FOLDER
import { deflateSync } from 'node:zlib';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { GREY, RGB, RGB_ALPHA, SIGNATURE, chunk, head } from './png.mjs';

const folder = process.argv[2];
const zeros = n => deflateSync(Buffer.alloc(n), { level: 9 });
const write = (name, ...chunks) => writeFileSync(`${folder}/${name}.png`,
	Buffer.concat([SIGNATURE, ...chunks, chunk('IEND', [])]));

write('largest', head(6300, 6300, 8, RGB_ALPHA), chunk('IDAT', zeros(6300 * (6300 * 4 + 1))));
write('too-large', head(50000, 50000, 8, RGB), chunk('IDAT', zeros(1000)));
write('too-wide', head(0x7fffffff, 1, 8, RGB), chunk('IDAT', zeros(1000)));
write('interlaced', head(2800, 2800, 8, RGB_ALPHA, true), chunk('IDAT', zeros(2 * 2800 * (2800 * 4 + 1))));
write('interlaced-large', head(6300, 6300, 8, RGB_ALPHA, true), chunk('IDAT', zeros(1000)));
write('more-than-it-says', head(10, 10, 8, GREY), chunk('IDAT', zeros(200 << 20)));
for (const type of ['zTXt', 'iCCP'])
	write(type, head(10, 10, 8, GREY), chunk(type, Buffer.concat([Buffer.from('a\0\0'), zeros(100 << 20)])),
		chunk('IDAT', zeros(110)));

// The largest file that may be: noise, which deflate cannot make smaller.
const rows = Array.from({ length: 2300 }, () => Buffer.concat([Buffer.from([0]), randomBytes(2300 * 3)]));
write('noise', head(2300, 2300, 8, RGB), chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 0 })));

// The same interlaced: the rows of its passes are all noise as well.
const passes = [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]];
const parts = passes.flatMap(([x, y, dx, dy]) => Array.from({ length: Math.ceil((2300 - y) / dy) },
	() => Buffer.concat([Buffer.from([0]), randomBytes(Math.ceil((2300 - x) / dx) * 3)])));
write('noise-interlaced', head(2300, 2300, 8, RGB, true), chunk('IDAT', deflateSync(Buffer.concat(parts), { level: 0 })));
