// Whether two pictures (PPM) of one size look alike.
//   node pixels.mjs A.ppm B.ppm        ends with "N passed, N failed"
import { readFileSync } from 'node:fs';

const MEAN_MOST = 0.1;		// of 255, over all samples: edges may be smoothed otherwise
const FAR = 100, FAR_MOST = 0.001;	// this share of the samples may be so far off

function read(path) {
	const bytes = readFileSync(path);
	const [head, width, height] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'));
	return { width, height, samples: bytes.subarray(head.length) };
}

const [a, b] = process.argv.slice(2).map(read);
let sum = 0, far = 0;
for (let i = 0; i < a.samples.length; i++) {
	const difference = Math.abs(a.samples[i] - b.samples[i]);
	sum += difference;
	far += difference > FAR;
}
const mean = sum / a.samples.length, alike = a.width === b.width && a.height === b.height
	&& mean <= MEAN_MOST && far <= FAR_MOST * a.samples.length;
console.log(`${a.width} x ${a.height}: mean difference ${mean.toFixed(3)}, far off ${far}`);
console.log(alike ? '1 passed, 0 failed' : '0 passed, 1 failed');
process.exit(alike ? 0 : 1);
