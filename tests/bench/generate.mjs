// Makes realistic reports, the same for the same arguments.  Sentences are those of the published
// sample, names those of the 77 provinces, scores lie around published ones (tests/model/ita-scores.csv).
//   node generate.mjs reports FOLDER N [SEED]   N reports; FOLDER/mistakes.tsv: FILE KIND, for those
//                                                  that have one (about one in ten)
//   node generate.mjs measures FILE ROWS [SEED] one report with so many measures
//   node generate.mjs text FILE PAGES [SEED]    a document of text only, of about so many pages
import fs from "node:fs";
import path from "node:path";
import { argv, exit } from "node:process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = name => fs.readFileSync(path.join(root, name), "utf8");
const rows = (name, separator) => read(name).split("\n").filter(line => line && !line.startsWith("#"))
	.map(line => line.split(separator));

// ---- Chance

// Marsaglia's xorshift32: whole numbers only, so the same everywhere.
let state = 1;

function seed(number) {
	state = (Math.imul(number + 1, 2654435761) >>> 0) || 1;
	for (let i = 0; i < 8; i++)
		random();
}

function random() {
	state ^= state << 13;
	state ^= state >>> 17;
	state ^= state << 5;
	state >>>= 0;
	return state / 2 ** 32;
}

const whole = (least, most) => least + Math.floor(random() * (most - least + 1));
const pick = list => list[whole(0, list.length - 1)];
const often = share => random() < share;

function some(list, n) {
	const left = [...list], taken = [];

	while (left.length && taken.length < n)
		taken.push(left.splice(whole(0, left.length - 1), 1)[0]);
	return taken;
}

// ---- What the sample gives: its slips and printed figures belong to its agency alone

const AGENCY = "เทศบาลนครตรัง";
const sample = read("data/trang-2565.xml").replace(/<\/?sic>/g, "").replace(/ printed="[^"]*"/g, "")
	.replace(/<indicator-list>.*?<\/indicator-list>/s, "<indicator-list/>");
const sections = sample.match(/\n\t\t<section>.*?\n\t\t<\/section>/gs);
const between = (text, tag) => [...text.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, "gs"))].map(m => m[1]);
const clauses = Object.fromEntries([...sections[2].matchAll(/<clause>.*?<\/clause>/gs)]
	.map(([clause]) => [clause.match(/<score of="(\w+)"/)[1], clause]));
const known = [...sections[4].matchAll(/<measure id=.*?<\/measure>/gs)].map(([measure]) => ({
	title: between(measure, "title")[0],
	steps: between(measure, "step"),
	followUp: between(measure, "follow-up")[0],
}));
const provinces = rows("tests/bench/provinces.tsv", "\t").map(([code, name]) => ({ code, name }));
const published = rows("tests/model/ita-scores.csv", ",").slice(1).map(row => row.slice(2, 12).map(Number));
const INDICATORS = ["i1", "i2", "i3", "i4", "i5", "e6", "e7", "e8", "o9", "o10"];

const UNITS = ["สำนักปลัด", "กองคลัง", "กองช่าง", "กองการศึกษา", "กองสาธารณสุขและสิ่งแวดล้อม",
	"กองยุทธศาสตร์และงบประมาณ", "กองการเจ้าหน้าที่", "กองสวัสดิการสังคม", "หน่วยตรวจสอบภายใน"];
const PLACE = [["บ้าน", "หนอง", "โนน", "ดอน", "ท่า", "วัง", "คลอง", "นา", "โคก", "บาง", "ห้วย", "ป่า"],
	["ใหม่", "สูง", "แดง", "ทราย", "ใหญ่", "น้ำใส", "ไผ่", "ขาม", "หว้า", "ประดู่", "มะขาม", "ตาล", "ยาง", "งาม"]];
const DEEDS = ["ส่งเสริม", "พัฒนา", "กำกับติดตาม", "ยกระดับ", "ทบทวน", "ประชาสัมพันธ์", "ปรับปรุง"];
const SUBJECTS = ["ความโปร่งใสในการจัดซื้อจัดจ้าง", "การใช้ทรัพย์สินของทางราชการ", "การใช้จ่ายงบประมาณประจำปี",
	"การให้บริการประชาชนผ่านช่องทางอิเล็กทรอนิกส์", "การรับเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ",
	"การบริหารทรัพยากรบุคคลตามหลักคุณธรรม", "การเผยแพร่ข้อมูลข่าวสารบนเว็บไซต์ของหน่วยงาน",
	"การมีส่วนร่วมของผู้มีส่วนได้ส่วนเสีย", "การป้องกันผลประโยชน์ทับซ้อน", "การประเมินความเสี่ยงการทุจริต"];
const STEPS = ["แต่งตั้งคณะทำงานและมอบหมายผู้รับผิดชอบ", "จัดทำคู่มือและแผนผังขั้นตอนการปฏิบัติงาน",
	"ประชุมชี้แจงบุคลากรให้เข้าใจแนวทางเดียวกัน", "เผยแพร่บนเว็บไซต์และป้ายประชาสัมพันธ์ของหน่วยงาน",
	"สำรวจความพึงพอใจของผู้รับบริการและผู้มาติดต่อ", "รวบรวมปัญหาและข้อเสนอแนะเพื่อปรับปรุงการดำเนินงาน",
	"อบรมให้ความรู้เกี่ยวกับกฎหมาย ระเบียบ และข้อบังคับที่เกี่ยวข้อง", "ติดตามและประเมินผลทุกไตรมาส"];
const MONTHS = ["2564-10", "2564-11", "2564-12", "2565-01", "2565-02", "2565-03", "2565-04", "2565-05", "2565-06",
	"2565-07", "2565-08", "2565-09"];

// ---- A report's parts

const place = () => pick(PLACE[0]) + pick(PLACE[1]);

function agency(province) {
	if (province.code === "TH-10") {
		const name = place();

		return { name: `สำนักงานเขต${name}`, district: `เขต${name}`, province: province.name };
	}
	const capital = `อำเภอเมือง${province.name}`, country = `อำเภอ${place()}`;
	const [name, district] = pick([
		[`จังหวัด${province.name}`, capital],
		[`องค์การบริหารส่วนจังหวัด${province.name}`, capital],
		[`เทศบาลเมือง${province.name}`, capital],
		[`เทศบาลตำบล${place()}`, country],
		[`องค์การบริหารส่วนตำบล${place()}`, country],
	]);

	return { name, district, province: `จังหวัด${province.name}` };
}

// A sum of evenly distributed numbers: near enough to a bell curve.
const around = mean => mean + 4 * (random() + random() + random() + random() - 2);

// In hundredths, as far from a published agency's as agencies are from each other.
function drawScores() {
	const base = pick(published), full = often(0.25);

	return INDICATORS.map((id, i) => id[0] === "o" && full ? 10000
		: Math.min(10000, Math.max(0, Math.round(100 * around(base[i])))));
}

const decimals = hundredths => `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
const mean = list => list.reduce((sum, score) => sum + score, 0) / list.length;

function assessment(scores, threshold) {
	const total = Math.round(0.3 * mean(scores.slice(0, 5)) + 0.3 * mean(scores.slice(5, 8))
		+ 0.4 * mean(scores.slice(8)));
	const indicators = INDICATORS.map((id, i) => `\t\t<indicator id="${id}" score="${decimals(scores[i])}"/>\n`);

	return `\t<assessment scheme="ita-2564" year="2564" strength-above="${threshold}">\n${indicators.join("")}`
		+ `\t\t<stated of="total" score="${decimals(total)}"/>\n\t</assessment>\n`;
}

function period() {
	const first = whole(0, 10);

	return `<period from="${MONTHS[first]}" to="${MONTHS[whole(first + 1, 11)]}"/>`;
}

function drawMeasure(name) {
	if (often(0.4))
		return pick(known);
	return {
		title: `มาตรการ${pick(DEEDS)}${pick(SUBJECTS)}ของ${often(0.5) ? name : pick(UNITS)}`,
		steps: some(STEPS, whole(1, 5)).map(step => often(0.3) ? `${step}ในพื้นที่ตำบล${place()}` : step),
		followUp: often(0.5) ? pick(known).followUp : `รายงานผลต่อ${pick(UNITS)}ภายในเดือนถัดไป`,
	};
}

// The first ones answer the weaknesses.
function measure(index, units, name, weaknesses) {
	const { title, steps, followUp } = drawMeasure(name);
	const addresses = index === 0 && weaknesses.length ? ` addresses="${weaknesses.join(' ')}"` : "";

	return `\t\t\t\t<measure id="m${index + 1}"${addresses}>\n\t\t\t\t\t<title>${title}</title>\n`
		+ steps.map(step => `\t\t\t\t\t<step>${step}</step>\n`).join("")
		+ `\t\t\t\t\t<owner unit="u${whole(1, units.length)}"/>\n\t\t\t\t\t${period()}\n`
		+ `\t\t\t\t\t<follow-up>${followUp}</follow-up>\n\t\t\t\t</measure>\n`;
}

// Strengths and weaknesses, the best first.
function analysis(strengths, weaknesses) {
	const list = ids => ids.map(id => `\t\t\t\t${clauses[id]}\n`).join("") || "\t\t\t\t<p>ไม่มี</p>\n";
	const titles = between(sections[2], "title");

	return sections[2].replace(/\n\t\t\t<section>.*/s, "") + `
			<section>
				<title>${titles[1]}</title>
${list(strengths)}			</section>
			<section>
				<title>${titles[2]}</title>
${list(weaknesses)}			</section>
		</section>`;
}

// Each agency leaves out other paragraphs of what all of them copy.
const thin = text => text.replace(/\n\t\t\t<p>.{300,}?<\/p>/g, p => often(0.15) ? "" : p)
	.replace(/\n\t+<score of="[^"]*"\/>/g, "");

function report(province, n, charts) {
	const { name, district, province: address } = agency(province), scores = drawScores();
	const threshold = pick([85, 85, 90, 91]), units = some(UNITS, whole(3, 7));
	const ranked = INDICATORS.map((id, i) => [id, scores[i]]).sort((a, b) => b[1] - a[1]);
	const strengths = ranked.filter(([, score]) => score > 100 * threshold).map(([id]) => id);
	const weaknesses = ranked.filter(([, score]) => score <= 100 * threshold).map(([id]) => id);
	const measures = Array.from({ length: n }, (_, i) => measure(i, units, name, weaknesses));

	return `<?xml version="1.0" encoding="UTF-8"?>
<measures-report xmlns="urn:raingan:report" year="2565"${charts ? ` charts="yes"` : ""}>
	<agency>
		<name>${name}</name>
		<district>${district}</district><province>${address}</province>
${units.map((unit, i) => `\t\t<unit id="u${i + 1}">${unit}</unit>\n`).join("")}	</agency>
${assessment(scores, threshold)}\t${(sample.match(/<cover>.*?<\/cover>/s)[0])}
	${sample.match(/<preface>.*?<\/preface>/s)[0]}
	<analysis>
		<title>${between(sample.match(/<analysis>.*/s)[0], "title")[0]}</title>
		${thin(sample.match(/<introduction>.*?<\/introduction>/s)[0])}${thin(sections[0])}${thin(sections[1])}
${thin(analysis(strengths, weaknesses))}
${thin(sections[3])}
		<section>
			<title>${between(sections[4], "title")[0]}</title>
			<measures>
${measures.join("")}			</measures>
		</section>
	</analysis>
</measures-report>
`.replaceAll(AGENCY, name);
}

// ---- Mistakes: what a hurried author does, and the problem that it is to give

const MISTAKES = {
	STATED_MISMATCH: text => text.replace(/<stated of="total" score="\d+/, `<stated of="total" score="9`),
	SCORE_RANGE: text => text.replace(/(<indicator id="i3" score=")/, "$11"),
	KEY_UNKNOWN: text => text.replace(/<owner unit="u\d"/, `<owner unit="u99"`),
	XML_SYNTAX: text => text.replace("</follow-up>", ""),
	PERIOD_REVERSED: text => text.replace(/<period from="[^"]*" to="[^"]*"/, `<period from="2565-05" to="2565-02"`),
	PERIOD_OUTSIDE: text => text.replace(/<period from="[^"]*" to="[^"]*"/, `<period from="2565-05" to="2566-02"`),
	PRINTED_MISMATCH: text => text.replace(/<mean of="iit"\/>/, `<mean of="iit" printed="12.34"/>`),
	THAI_SARA_AE: text => text.replace(/<follow-up>/, "<follow-up>เเละ"),
	WEAKNESS_OPEN: text => text.replace(/ addresses="[^"]*"/, ""),
};

function reports(folder, n) {
	const kinds = Object.keys(MISTAKES), mistakes = [];

	fs.mkdirSync(folder, { recursive: true });
	for (let i = 0; i < n; i++) {
		const province = provinces[i % provinces.length];
		const file = `${String(i + 1).padStart(4, "0")}-${province.code}.xml`;
		const text = report(province, whole(1, 4) === 4 ? whole(20, 60) : whole(5, 20), often(0.3));
		const kind = often(0.1) ? kinds[mistakes.length % kinds.length] : null;
		const wrong = kind ? MISTAKES[kind](text) : text;

		if (wrong !== text)
			mistakes.push(`${file}\t${kind}\n`);
		fs.writeFileSync(path.join(folder, file), wrong);
	}
	fs.writeFileSync(path.join(folder, "mistakes.tsv"), mistakes.join(""));
}

// ---- Text only

// A page of the report's styles holds about so many letters, marks above and below them too.
const LETTERS_A_PAGE = 2975;

const thai = number => String(number).replace(/\d/g, digit => "๐๑๒๓๔๕๖๗๘๙"[digit]);

function textDocument(pages) {
	const paragraphs = between(sample, "p").map(p => p.replace(/<[^>]*>/g, "")).filter(p => p.length > 200);
	const parts = [];

	for (let letters = 0, chapter = 0; letters < pages * LETTERS_A_PAGE;) {
		const p = some(pick(paragraphs).split(" "), 60).join(" ").replaceAll(AGENCY, `เทศบาลตำบล${place()}`);

		if (letters >= chapter * 10 * LETTERS_A_PAGE)
			parts.push(`<h1>บทที่ ${thai(++chapter)} ${pick(DEEDS)}${pick(SUBJECTS)}</h1>`);
		parts.push(`<p>${p}</p>`);
		letters += p.length;
	}
	return `<?xml version="1.0" encoding="UTF-8"?>
<document xmlns="urn:raingan:document" title="ข้อความ" lang="th">
<page-sequence class="front" numbered="no"><h1 class="front-heading" toc="">สารบัญ</h1><toc depth="1"/></page-sequence>
<page-sequence class="body" number-from="1">
<header pages="later"><p class="page-number">- <page-number/> -</p></header>
${parts.join("\n")}
</page-sequence>
</document>
`;
}

const [, , what, output, count, number] = argv, n = Number(count);

if (!(n > 0) || !["reports", "measures", "text"].includes(what)) {
	console.error("usage: generate reports FOLDER N [SEED] | measures FILE ROWS [SEED] | text FILE PAGES [SEED]");
	exit(2);
}
seed(Number(number ?? 1));
if (what === "reports")
	reports(output, n);
else
	fs.writeFileSync(output, what === "text" ? textDocument(n) : report(pick(provinces), n, false));
