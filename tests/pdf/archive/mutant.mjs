// A copy of a PDF with edits: qpdf's JSON, written by qpdf.  An edit is a line, "VERB PLACE ...":
//   set PLACE PATH JSON		a value in qpdf's JSON; "@PLACE" in it is a reference to the place,
//				{ "repeat": [START, TEXT, N] } is START and N times TEXT
//   delete PLACE PATH
//   new NAME JSON		an object that "@NAME" refers to; { "stream": "text", ... } a stream
//   replace PLACE REGEXP => TEXT	in a stream's bytes, or (PLACE "file") in the finished file
//   compress PLACE		a stream
//   paint OPERATORS		on page 1, first, as an artifact
//   encrypt OPTION...		qpdf's options
// A place is "catalog", "page:2", "element:TD:3" and so on: see PLACES.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import { words } from "./lexer.mjs";
import { Pdf, isDict, isRef } from "./pdf.mjs";
import { Structure } from "./structure.mjs";

const READ = words("--json=2 --json-key=qpdf --json-stream-data=inline --decode-level=generalized");
const WRITE = words(`
	--json-input --object-streams=disable --stream-data=preserve --newline-before-endstream
	--static-id --no-original-object-ids
`);

export class Base {
	constructor(path) {
		const { status, stdout } = spawnSync("qpdf", [...READ, path], { maxBuffer: 1 << 30 });

		if (status !== 0) throw new Error(`${path} cannot be read`);
		this.json = JSON.parse(stdout);
		this.pdf = new Pdf(path);
		this.elements = new Structure(this.pdf).elements;
	}
}

const fontOf = ({ pdf }, n) =>
	[...pdf.objects.keys()].filter((ref) => pdf.name(pdf.dict(ref)["/Subtype"]) === "Type0")[n];
const descendantOf = (base, n) =>
	base.pdf.list(base.pdf.dict(fontOf(base, n))["/DescendantFonts"])[0];
const descriptorOf = (base, n) => base.pdf.dict(descendantOf(base, n))["/FontDescriptor"];

// What a place's name stands for: a reference.  n counts from 0.
const PLACES = {
	catalog: ({ pdf }) => pdf.trailer["/Root"],
	info: ({ pdf }) => pdf.trailer["/Info"],
	structure: ({ pdf }) => pdf.catalog["/StructTreeRoot"],
	parents: ({ pdf }) => pdf.dict(pdf.catalog["/StructTreeRoot"])["/ParentTree"],
	metadata: ({ pdf }) => pdf.catalog["/Metadata"],
	profile: ({ pdf }) =>
		pdf.dict(pdf.list(pdf.catalog["/OutputIntents"])[0])["/DestOutputProfile"],
	outline: ({ pdf }) => pdf.dict(pdf.catalog["/Outlines"])["/First"],
	pages: ({ pdf }) => pdf.catalog["/Pages"],
	page: ({ pdf }, n) => pdf.pages[n].ref,
	content: ({ pdf }, n) => pdf.list(pdf.pages[n].dict["/Contents"])[0],
	annotation: ({ pdf }, n) => pdf.pages.flatMap(({ dict }) => pdf.list(dict["/Annots"]))[n],
	element: ({ elements }, n, type) => elements.filter(({ raw }) => raw === type)[n]?.ref,
	font: fontOf,
	descendant: descendantOf,
	descriptor: descriptorOf,
	program: (base, n) => base.pdf.dict(descriptorOf(base, n))["/FontFile2"],
	glyphs: (base, n) => base.pdf.dict(descendantOf(base, n))["/CIDToGIDMap"],
	unicode: (base, n) => base.pdf.dict(fontOf(base, n))["/ToUnicode"],
};

const split = (text) => {
	const [first] = text.split(" ");

	return [first, text.slice(first.length + 1)];
};
const toBase64 = (text) => Buffer.from(text, "latin1").toString("base64");

// Each is called with the mutant and what stands behind the verb.
const VERBS = {
	set(mutant, rest) {
		const [place, more] = split(rest),
			[path, json] = split(more);
		const [holder, key] = mutant.find(place, path);

		holder[key] = mutant.resolve(JSON.parse(json));
	},
	delete(mutant, rest) {
		const [place, path] = split(rest),
			[holder, key] = mutant.find(place, path);

		if (!(key in holder)) throw new Error(`${place} has no ${path}`);
		if (Array.isArray(holder)) holder.splice(key, 1);
		else delete holder[key];
	},
	new(mutant, rest) {
		const [name, json] = split(rest),
			{ stream, ...dict } = mutant.resolve(JSON.parse(json));

		mutant.add(
			name,
			stream === undefined ? { value: dict } : { stream: { dict, data: toBase64(stream) } },
		);
	},
	replace(mutant, rest) {
		const [place, more] = split(rest),
			[pattern, json] = more.split(" => ");
		const expression = new RegExp(pattern, "s"),
			text = JSON.parse(`"${json}"`);

		mutant.change(place, (bytes) => {
			if (!expression.test(bytes)) throw new Error(`${pattern} is not in ${place}`);
			return bytes.replace(expression, text);
		});
	},
	compress(mutant, place) {
		mutant.change(place, (bytes) =>
			deflateSync(Buffer.from(bytes, "latin1")).toString("latin1"),
		);
		mutant.object(place)["/Filter"] = "/FlateDecode";
	},
	paint(mutant, operators) {
		mutant.change("content:1", (bytes) => `/Artifact BMC\n${operators}\nEMC\n${bytes}`);
	},
	encrypt(mutant, options) {
		mutant.encryption = words(`--allow-weak-crypto --encrypt owner ${options} --`);
		mutant.encryption.splice(2, 0, ""); // no password to open it
	},
};

export class Mutant {
	constructor(base) {
		this.base = base;
		this.json = structuredClone(base.json);
		this.objects = this.json.qpdf[1];
		this.names = new Map(); // of new objects
		this.changes = []; // of the finished file
		this.encryption = [];
	}

	edit(line) {
		const [verb, rest] = split(line);

		VERBS[verb](this, rest);
	}

	ref(place) {
		const parts = place.split(":"),
			n = (Number(parts.at(-1)) || 1) - 1;
		const ref = this.names.get(place) ?? PLACES[parts[0]]?.(this.base, n, parts[1]);

		if (!isRef(ref)) throw new Error(`there is no ${place}`);
		return ref;
	}

	add(name, object) {
		const ref = `${900 + this.names.size} 0 R`; // the base has fewer

		this.names.set(name, ref);
		this.objects[`obj:${ref}`] = object;
	}

	// The dictionary or other value of a reference.
	#valueOf(ref) {
		const { value, stream } = this.objects[`obj:${ref}`];

		return stream ? stream.dict : value;
	}

	object(place) {
		return this.#valueOf(this.ref(place));
	}

	// The holder of the path's last key, and that key; what is not there on the way is made.
	find(place, path) {
		const keys = path
			.slice(1)
			.split("/")
			.map((key) => (/^\d+$/.test(key) ? Number(key) : `/${key}`));
		let holder = this.object(place);

		for (const key of keys.slice(0, -1)) {
			holder[key] ??= {};
			holder = isRef(holder[key]) ? this.#valueOf(holder[key]) : holder[key];
		}
		return [holder, keys.at(-1)];
	}

	resolve(value) {
		if (typeof value === "string")
			return value.startsWith("@") ? this.ref(value.slice(1)) : value;
		if (Array.isArray(value)) return value.map((item) => this.resolve(item));
		if (!isDict(value)) return value;
		if (value.repeat) return value.repeat[0] + value.repeat[1].repeat(value.repeat[2]);
		return Object.fromEntries(
			Object.entries(value).map(([key, item]) => [key, this.resolve(item)]),
		);
	}

	// The bytes of a stream, or of the finished file.
	change(place, how) {
		if (place === "file") {
			this.changes.push(how);
			return;
		}
		const { stream } = this.objects[`obj:${this.ref(place)}`];

		stream.data = toBase64(how(Buffer.from(stream.data, "base64").toString("latin1")));
	}

	write(path) {
		const json = `${path}.json`;

		writeFileSync(json, JSON.stringify(this.json));
		const { status, stderr } = spawnSync("qpdf", [...WRITE, ...this.encryption, json, path]);
		rmSync(json);
		if (status !== 0 && status !== 3) throw new Error(stderr.toString());
		const bytes = readFileSync(path, "latin1");
		writeFileSync(
			path,
			this.changes.reduce((text, how) => how(text), bytes),
			"latin1",
		);
	}
}
