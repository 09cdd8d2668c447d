// A PDF file: its bytes, and its objects as qpdf reads them.  Values are qpdf's JSON (version 2):
// "u:text", "b:hex", "/Name", "12 0 R".
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";

// qpdf ends with 3 where it only warns.
function run(...args) {
	const { status, stdout, stderr, error } = spawnSync("qpdf", args, { maxBuffer: 1 << 30 });

	if (error) throw error;
	if (status !== 0 && status !== 3) throw new Error(stderr.toString().trim());
	return { text: stdout.toString("utf8"), warnings: stderr.toString().trim() };
}

export const isRef = (value) => typeof value === "string" && /^\d+ \d+ R$/.test(value);
export const isDict = (value) =>
	value !== null && typeof value === "object" && !Array.isArray(value);
export const textOf = (value) =>
	typeof value !== "string"
		? undefined
		: value.startsWith("u:")
			? value.slice(2)
			: value.startsWith("b:")
				? Buffer.from(value.slice(2), "hex").toString("latin1")
				: undefined;
export const nameOf = (value) =>
	typeof value !== "string"
		? undefined
		: value.startsWith("/")
			? value.slice(1)
			: value.startsWith("n:/")
				? value.slice(3)
				: undefined;

// Where each object that is no part of an object stream stands in the file.
function readOffsets(path) {
	return new Map(
		[
			...run("--show-xref", path).text.matchAll(
				/^(\d+)\/(\d+): uncompressed; offset = (\d+)/gm,
			),
		].map((match) => [`${match[1]} ${match[2]} R`, Number(match[3])]),
	);
}

export class Pdf {
	constructor(path) {
		const { text, warnings } = run(
			"--json=2",
			"--json-key=qpdf",
			"--json-stream-data=inline",
			"--decode-level=none",
			path,
		);
		const [header, all] = JSON.parse(text).qpdf;

		this.path = path;
		this.warnings = warnings;
		this.bytes = readFileSync(path).toString("latin1"); // a character a byte
		this.version = header.pdfversion;
		this.objects = new Map(
			Object.entries(all)
				.filter(([key]) => key.startsWith("obj:"))
				.map(([key, object]) => [key.slice(4), object]),
		);
		this.trailer = all.trailer.value;
		this.offsets = readOffsets(path);
		this.catalog = this.dict(this.trailer["/Root"]);
	}

	// The value, or what it refers to; a stream's is its dictionary.
	find(value) {
		for (let i = 0; i < 50 && isRef(value); i++) {
			const object = this.objects.get(value);

			value = object === undefined ? null : object.stream ? object.stream.dict : object.value;
		}
		return value ?? null;
	}

	dict(value) {
		const found = this.find(value);

		return isDict(found) ? found : {};
	}

	// A single value is an array of one, as a page's Contents and an element's K may be.
	list(value) {
		const found = this.find(value);

		return Array.isArray(found) ? found : found === null ? [] : [value];
	}

	name(value) {
		return nameOf(this.find(value));
	}
	text(value) {
		return textOf(this.find(value));
	}
	isStream(value) {
		return isRef(value) && this.objects.get(value)?.stream !== undefined;
	}
	filters(dict) {
		return this.list(dict["/Filter"]).map((filter) => this.name(filter));
	}

	// What the stream holds; throws where a filter is none that raingan uses.
	data(ref) {
		const { dict, data } = this.objects.get(ref).stream;

		return this.filters(dict).reduce(
			(bytes, filter) => {
				if (filter !== "FlateDecode" || dict["/DecodeParms"])
					throw new Error(`stream ${ref} has ${filter}`);
				return inflateSync(bytes);
			},
			Buffer.from(data, "base64"),
		);
	}

	// visit(dict, ref) for every dictionary of the file, also those within others.
	eachDict(visit) {
		const walk = (value, ref) => {
			if (Array.isArray(value)) value.forEach((item) => walk(item, ref));
			else if (isDict(value)) {
				visit(value, ref);
				Object.values(value).forEach((item) => walk(item, ref));
			}
		};

		for (const [ref, { value, stream }] of this.objects)
			walk(stream ? stream.dict : value, ref);
		walk(this.trailer, "trailer");
	}

	// [key, value] of a name tree ("/Names") or number tree ("/Nums"), in the tree's order.
	*tree(root, leaves, seen = new Set()) {
		const node = this.dict(root);

		if (seen.has(node)) return;
		seen.add(node);
		const items = this.list(node[leaves]);
		for (let i = 0; i + 1 < items.length; i += 2) yield [this.find(items[i]), items[i + 1]];
		for (const kid of this.list(node["/Kids"])) yield* this.tree(kid, leaves, seen);
	}

	// The pages in order: { ref, dict, inherited }, the last with what the tree above hands down.
	get pages() {
		const pages = [];
		const walk = (ref, above, seen) => {
			const dict = this.dict(ref);
			const inherited = { ...above };

			if (seen.has(ref)) return;
			for (const key of ["/MediaBox", "/CropBox", "/Resources", "/Rotate"])
				if (key in dict) inherited[key] = dict[key];
			if (this.name(dict["/Type"]) === "Pages")
				for (const kid of this.list(dict["/Kids"]))
					walk(kid, inherited, new Set([...seen, ref]));
			else pages.push({ ref, dict, inherited, number: pages.length + 1 });
		};

		walk(this.catalog["/Pages"], {}, new Set());
		return this.keep("pages", pages);
	}

	// Worked out once.
	keep(key, value) {
		Object.defineProperty(this, key, { value });
		return value;
	}
}
