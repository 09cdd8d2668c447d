// png.mjs WIDTH HEIGHT [interlaced]: a transparent PNG on standard output.
import { deflateSync } from 'node:zlib';
import { RGB_ALPHA, SIGNATURE, chunk, head } from '../image/png.mjs';

const [width, height] = process.argv.slice(2).map(Number), interlaced = process.argv[4] === 'interlaced';
// Each of an interlaced file's rows is cut in up to 15, with a byte before each part.
const bytes = interlaced ? height * (width * 4 + 15) : 0;
process.stdout.write(Buffer.concat([SIGNATURE, head(width, height, 8, RGB_ALPHA, interlaced),
	chunk('IDAT', deflateSync(Buffer.alloc(bytes), { level: 1 })), chunk('IEND', [])]));
