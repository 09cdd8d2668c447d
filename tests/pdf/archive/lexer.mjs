// The tokens of PDF's syntax (ISO 32000-1, 7.2 and 7.3), of a file's objects and of content
// streams.

const STRING_PART = /\\[^]|[()]/g;
const REGULAR = String.raw`[^\0\t\n\f\r ()<>[\]{}/%]`;
const TOKEN = new RegExp(
	[
		String.raw`(?<space>[\0\t\n\f\r ]+|%[^\r\n]*)`,
		String.raw`(?<number>[-+]?(?:\d+\.?\d*|\.\d+)(?!${REGULAR}))`,
		String.raw`/(?<name>${REGULAR}*)`,
		String.raw`(?<bracket><<|>>|[[\]{}])`,
		String.raw`<(?<hex>[^>]*)>`,
		String.raw`(?<open>\()`,
		String.raw`(?<word>${REGULAR}+)`,
		"[^]",
	].join("|"),
	"y",
);
const ESCAPES = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

// Where the string that begins at `from` ends; the text's end where nothing closes it.
function endOfString(text, from) {
	let depth = 0;

	STRING_PART.lastIndex = from;
	for (let match; (match = STRING_PART.exec(text));) {
		if (match[0] === "(") depth++;
		if (match[0] === ")" && --depth === 0) return STRING_PART.lastIndex;
	}
	return text.length;
}

const unescape = (text) =>
	text.replace(/\\(\r\n|[0-7]{1,3}|[^])/g, (all, what) =>
		/^[0-7]/.test(what)
			? String.fromCharCode(parseInt(what, 8) & 0xff)
			: /^[\r\n]/.test(what)
				? ""
				: (ESCAPES[what] ?? what),
	);
const nameOf = (text) =>
	text.replace(/#([0-9A-Fa-f]{2})/g, (all, hex) => String.fromCharCode(parseInt(hex, 16)));

// The bytes of a hexadecimal string.
function bytesOf(hex) {
	const digits = hex.replace(/[^0-9A-Fa-f]/g, "");

	return Buffer.from(digits.length % 2 ? `${digits}0` : digits, "hex").toString("latin1");
}

function tokenOf({ groups }, at) {
	if (groups.number !== undefined)
		return { kind: "number", value: Number(groups.number), source: groups.number, at };
	if (groups.name !== undefined) return { kind: "name", value: nameOf(groups.name), at };
	if (groups.hex !== undefined)
		return { kind: "string", value: bytesOf(groups.hex), hex: groups.hex, at };
	if (groups.bracket !== undefined) return { kind: groups.bracket, at };
	return { kind: "word", value: groups.word ?? "", at };
}

// The token at `at` or behind the white space there; undefined at the text's end.
export function tokenAt(text, at) {
	while (at < text.length) {
		TOKEN.lastIndex = at;
		const match = TOKEN.exec(text),
			start = at;

		at = TOKEN.lastIndex;
		if (match.groups.open) {
			const end = endOfString(text, start);

			return {
				kind: "string",
				value: unescape(text.slice(start + 1, end - 1)),
				at: start,
				end,
			};
		}
		if (match.groups.space === undefined)
			return Object.assign(tokenOf(match, start), { end: at });
	}
	return undefined;
}

// All tokens of a text of one character a byte, from `from` on.
export function* tokens(text, from = 0) {
	for (let token; (token = tokenAt(text, from)); from = token.end) yield token;
}

// The tokens as values: numbers, { name }, { string }, { word }, { ref: "12 0 R" }, arrays, Maps.
export function valuesOf(list) {
	const open = [[]];

	for (const token of list) {
		const items = open.at(-1);

		if (token.value === "R" && token.kind === "word" && items.length > 1) {
			const [number, generation] = items.splice(-2);

			items.push({ ref: `${number} ${generation} R` });
			continue;
		}
		if (token.kind === "[" || token.kind === "<<") {
			open.push([]);
			continue;
		}
		if ((token.kind === "]" || token.kind === ">>") && open.length > 1) {
			open.pop();
			open.at(-1).push(token.kind === "]" ? items : mapOf(items));
			continue;
		}
		items.push(token.kind === "number" ? token.value : { [token.kind]: token.value });
	}
	return open.flat();
}

function mapOf(items) {
	const map = new Map();

	for (let i = 0; i + 1 < items.length; i += 2) map.set(items[i].name, items[i + 1]);
	return map;
}

// The words of a list in one text.
export const words = (text) => text.trim().split(/\s+/);
