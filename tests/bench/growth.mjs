// A document with n of one thing and little else: node growth.mjs THING N >FILE
// Without arguments: the things, with how many of them tests/bench/growth begins.
const text = 'จัดทำคู่มือการปฏิบัติงานและเผยแพร่ผ่านเว็บไซต์ของหน่วยงานอย่างต่อเนื่อง';

const thai = (i) => String(i).replace(/\d/g, (digit) => '๐๑๒๓๔๕๖๗๘๙'[digit]);

/* A different cluster each time, as far as 44 letters, 7 vowels, 4 tones go. */
const cluster = (i) => String.fromCharCode(0xe01 + i % 44, 0xe34 + (i / 44 | 0) % 4,
	0xe48 + (i / 176 | 0) % 4);

// What stands n times, in what around it, after what.  first: how many to begin with.
const things = {
	paragraphs: { first: 100, each: (i) => `<p class="body">${text} ${thai(i)}</p>` },
	rows: { first: 60, around: ['table', 'tbody'], each: (i) => '<tr class="whole">'
		+ `<td>${thai(i)}</td><td><ul><li>${text}</li></ul></td></tr>` },
	'tied rows': { first: 400, around: ['table', 'tbody'], each: (i, n) => '<tr>'
		+ `${i === 1 ? `<td rowspan="${n}">ผสาน</td>` : ''}<td>${thai(i)}</td></tr>` },
	'lines of a cell': { first: 400, around: ['table', 'tbody', 'tr', 'td'],
		each: (i) => `<p>${thai(i)}</p>` },
	columns: { first: 200, around: ['table', 'tbody', 'tr'], each: (i) => `<td>${thai(i)}</td>` },
	tables: { first: 60, each: (i) => `<table><caption>ตาราง ${thai(i)}</caption><thead><tr>`
		+ `<th>หัว</th></tr></thead><tbody><tr><td>${thai(i)}</td></tr></tbody></table>` },
	items: { first: 100, around: ['ul'], each: () => `<li>${text}</li>` },
	sections: { first: 100, before: () => '<toc labels="yes"/>', each: (i) => '<section>'
		+ `<h1 label="${thai(i)}.">หัวข้อ ${thai(i)}</h1><p>คำ</p></section>` },
	sequences: { first: 60, before: () => '<p>คำ</p>', each: (i) => '</page-sequence>'
		+ '<page-sequence class="body"><footer><p>หน้า <page-number/></p></footer>'
		+ `<p>${thai(i)}</p>` },
	pages: { first: 60, before: () => '<footer><p>หน้า <page-number/> ของ <page-count/></p>'
		+ '</footer>', each: (i) => `<p>${thai(i)}</p><page-break/>` },
	notes: { first: 100, each: (i) => `<p>${text}<note>เชิงอรรถ ${thai(i)}</note></p>` },
	'notes of a paragraph': { first: 100, around: ['p'],
		each: (i) => `คำ<note>เชิงอรรถ ${thai(i)}</note> ` },
	'lines of a note': { first: 200, around: ['p', 'note'], each: () => 'คำ<br/>' },
	'page references': { first: 100, each: (i, n) => `<p id="p${i}" label="${thai(i)}">ดู `
		+ `<ref to="#p${n + 1 - i}"/> หน้า <page-ref to="#p${n + 1 - i}"/></p>` },
	links: { first: 100, each: (i, n) => `<p id="p${i}">ดู <a href="#p${n + 1 - i}">ข้ออื่น</a> `
		+ `และ <a href="http://example.org/${i}">ที่อื่น</a></p>` },
	'links of a paragraph': { first: 200, around: ['p'],
		each: (i) => `<a href="http://example.org/${i}">คำ</a> <a href="http://example.org/">ที่</a> ` },
	'words of a link': { first: 400, around: ['p', 'a href="http://example.org/"'],
		each: () => 'คำ <b>หนา</b> ' },
	'words of a paragraph': { first: 400, around: ['p'], each: () => 'คำที่ยาวต่อไปเรื่อย ' },
	'letters of a word': { first: 2000, around: ['p'], each: () => 'word' },
	breaks: { first: 400, around: ['p'], each: () => 'บรรทัด<br/>' },
	tabs: { first: 400, around: ['p'], each: () => 'คำ<tab/>คำ<br/>' },
	'places of an image': { first: 400,
		each: (i) => `<img src="drawing.svg" alt="วงกลม ${thai(i)}" width="1cm"/>` },
	figures: { first: 100, before: () => '<toc of="figures"/>', each: (i) => `<figure id="f${i}">`
		+ `<p>ภาพ</p><caption label="ภาพที่ ${thai(i)}">คำบรรยาย</caption></figure>` },
	clusters: { first: 200, each: (i) => `<p>${cluster(i)}</p>` },
	problems: { first: 200, each: (i) => `<p>เเปล ${thai(i)}</p>` },
	abbreviations: { first: 100, each: (i) => `<p>ใช้ ก${thai(i)}ข และ ITA</p>`,
		head: (i) => `<abbreviation title="ชื่อเต็ม">ก${thai(i)}ข</abbreviation>` },
	'abbreviations of a text': { first: 200, around: ['p'], each: () => 'ใช้ ITA แล้ว ',
		head: (i) => `<abbreviation title="ชื่อเต็ม">ITA${i > 1 ? i : ''}</abbreviation>` },
	'own words': { first: 200, each: (i) => `<p>คำว่ากิจ${thai(i)}การยาว</p>`,
		head: (i, n) => `${i === 1 ? '<words>' : ''}กิจ${thai(i)}การ${i === n ? '</words>' : ''}` },
	'page breaks': { first: 4000, before: () => '<p>คำ</p>', each: () => '<page-break/>' },
	keeps: { first: 100, each: (i) => `<keep><p>${thai(i)}</p><p>คำ</p></keep>` },
	'things kept together': { first: 200, around: ['keep'], each: (i) => `<p>${thai(i)}</p>` },
};

const [what, count] = process.argv.slice(2);

function document({ each, around = [], before = () => '', head }, n) {
	const numbers = Array.from({ length: n }, (_, i) => i + 1);
	const lines = (make) => numbers.map((i) => make(i, n)).join('\n');

	return `<document xmlns="urn:raingan:document" title="โต" lang="th">\n${head ? lines(head) : ''}`
		+ `<page-sequence class="body">${before()}${around.map((name) => `<${name}>`).join('')}`
		+ lines(each)
		+ around.map((name) => `</${name.split(' ')[0]}>`).reverse().join('')
		+ '</page-sequence></document>\n';
}

process.stdout.write(what ? document(things[what], Number(count))
	: Object.entries(things).map(([name, { first }]) => `${first} ${name}\n`).join(''));
