// What the PDF's images hold, as pdfimages gives it, against what kinds.mjs says of the files.
//   node samples.mjs FOLDER PREFIX        ends with "N passed, N failed"
// PREFIX-000.ppm and so on are the images in the order of FOLDER/list.txt, each with
// its opacity behind it.
import { readFileSync } from 'node:fs';

const [folder, prefix] = process.argv.slice(2);
let next = 0, passed = 0, failed = 0;

// pdfimages writes grey as RGB: three samples of one value, or none of ours.
function toGrey(bytes) {
	return bytes.filter((v, i) => i % 3 === 0 && v === bytes[i + 1] && v === bytes[i + 2]);
}

// The samples behind a head such as "P6\n33 21\n255\n".
function take(width, height, channels) {
	const bytes = readFileSync(`${prefix}-${String(next++).padStart(3, '0')}.ppm`);
	const head = `P6\n${width} ${height}\n255\n`;
	if (bytes.subarray(0, head.length).toString('latin1') !== head)
		return Buffer.from(`no image of that size: ${bytes.subarray(0, 20)}`);
	return channels === 1 ? toGrey(bytes.subarray(head.length)) : bytes.subarray(head.length);
}

for (const line of readFileSync(`${folder}/list.txt`, 'utf8').trim().split('\n')) {
	const [name, width, height, colours, opacity] = line.split(' ');
	const parts = [take(width, height, +colours)];
	if (+opacity)
		parts.push(take(width, height, 1));
	if (Buffer.concat(parts).equals(readFileSync(`${folder}/${name}.samples`))) {
		passed++;
		continue;
	}
	failed++;
	console.log(`${name}: its samples came out otherwise`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
