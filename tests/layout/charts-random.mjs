// A document of random charts, the same for the same seed:  node charts-random.mjs SEED
const words = ["การ", "ปฏิบัติ", "หน้าที่", "งบประมาณ", "อำนาจ", "ทรัพย์สิน", "ของราชการ", "แก้ไข", "ปัญหา",
	"ทุจริต", "คุณภาพ", "ดำเนินงาน", "ประชาชน", "ท้องถิ่น", " ", " ITA "];
const letters = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอ";
let state = Number(process.argv[2]) * 2654435761 % 2 ** 32;

// Numerical Recipes' "quick and dirty" generator; its high bits.
function below(n) {
	state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
	return Math.floor(state / 2 ** 32 * n);
}

const choose = (list) => list[below(list.length)];
const times = (n, make) => Array.from({ length: n }, (_, i) => make(i)).join("");

function name(most) {
	const text = times(choose([1, 2, 3, 5, 8, 20]), () => choose(words));
	return text.slice(0, most).trim().replace(/\s+/g, " ") || "ก";
}

const between = (low, high) => choose([low, high, low + below(high - low + 1), low + below(high - low + 1)]);
const value = (hundredths) => (hundredths / 100).toFixed(2);
const bare = (hundredths) => String(hundredths / 100);

function chart() {
	const type = choose(["bars", "radar", "scale"]), low = choose([0, 0, 0, 5000]);
	const high = choose([10000, 10000, low + 100 + below(50000)]), n = choose([1, 1, 2, 3, 4]);
	const unit = choose(["", ' unit="คะแนน"']), numerals = choose(["", "", "", ' numerals="arabic"']);
	const lines = times(below(4), () => `<line value="${bare(between(low, high))}">${name(80)}</line>\n`);
	const values = (series) => times(series, () => `${below(10) ? value(between(low, high)) : "-"} `).trim();
	let parts;
	if (type === "scale") {
		const step = Math.floor((high - low) / (1 + below(6)));
		parts = lines;
		for (let from = low; from + step <= high; from += step)
			parts += `<level from="${bare(from)}">${choose(["A", "B", "ดี", "ผ่าน"])}</level>\n`;
		parts += times(1 + below(4), () =>
			`<item value="${value(between(low, high))}">${name(60)}</item>\n`);
	} else {
		const items = choose(n < 3 ? [1, 2, 3, 5, 8, 10, 15, 25, 40] : [1, 3, 5, 8]);
		parts = (n > 1 ? times(n, () => `<series>${name(40)}</series>\n`) : "") + lines
			+ times(items, (i) => `<item value="${values(n)}">${name(items < 20 ? 140 : 20)} ${letters[i]}</item>\n`);
	}
	return `<chart type="${type}" min="${bare(low)}" max="${bare(high)}"${unit}${numerals}>\n${parts}</chart>\n`;
}

console.log(`<?xml version="1.0" encoding="UTF-8"?>
<document xmlns="urn:raingan:document" title="แผนภูมิ" lang="th-TH">
${times(3, () => `<page-sequence class="${choose(["body", "plan"])}">\n${chart()}</page-sequence>\n`)}</document>`);
