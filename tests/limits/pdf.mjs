// pdf.mjs filters N: a PDF with report.xml attached, packed N times; pdf.mjs files N: with N files attached.
import { deflateSync } from 'node:zlib';

const [what, text] = process.argv.slice(2), n = Number(text);
let data = Buffer.from('<?xml version="1.0"?>\n<report/>\n');
if (what === 'filters')
	for (let i = 0; i < n; i++)
		data = deflateSync(data);
const name = i => what === 'filters' ? 'report.xml' : `${i}.csv`;
const file = i => `(${String(i).padStart(6, '0')}) << /Type /Filespec /F (${name(i)}) /UF (${name(i)}) /EF << /F 4 0 R >> >>\n`;
const files = Array.from({ length: what === 'filters' ? 1 : n }, (_, i) => file(i)).join('');
const filter = what === 'filters' ? `/Filter [${' /FlateDecode'.repeat(n)} ] ` : '';

const parts = [Buffer.from('%PDF-1.7\n')], places = [];
let at = parts[0].length;
for (const body of ['<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 3 0 R >> >>',
	'<< /Type /Pages /Kids [ ] /Count 0 >>', `<< /Names [\n${files}] >>`,
	Buffer.concat([Buffer.from(`<< /Type /EmbeddedFile ${filter}/Length ${data.length} >>\nstream\n`), data,
		Buffer.from('\nendstream')])]) {
	places.push(at);
	const part = Buffer.concat([Buffer.from(`${places.length} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')]);
	parts.push(part);
	at += part.length;
}
const rows = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
parts.push(Buffer.from(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${places.length + 1
} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`));
process.stdout.write(Buffer.concat(parts));
