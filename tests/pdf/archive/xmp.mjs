// The document's XMP (ISO 16684-1): its packet, and its properties as RDF gives them.
import { createRequire } from "node:module";
import { resolve } from "node:path";

const require = createRequire(
	resolve(process.env.READERS_MODULES ?? "build/readers", "package.json"),
);
const { SaxesParser } = require("saxes");
const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

export const URI = {
	pdfaid: "http://www.aiim.org/pdfa/ns/id/",
	pdfuaid: "http://www.aiim.org/pdfua/ns/id/",
	dc: "http://purl.org/dc/elements/1.1/",
	xmp: "http://ns.adobe.com/xap/1.0/",
	pdf: "http://ns.adobe.com/pdf/1.3/",
	xmpMM: "http://ns.adobe.com/xap/1.0/mm/",
	xmpRights: "http://ns.adobe.com/xap/1.0/rights/",
	pdfaExtension: "http://www.aiim.org/pdfa/ns/extension/",
	pdfaSchema: "http://www.aiim.org/pdfa/ns/schema#",
	pdfaProperty: "http://www.aiim.org/pdfa/ns/property#",
	pdfaType: "http://www.aiim.org/pdfa/ns/type#",
	pdfaField: "http://www.aiim.org/pdfa/ns/field#",
};

// Elements as { uri, prefix, local, attributes, kids, text }; throws where the text is not
// well-formed.
function parseXml(text) {
	const parser = new SaxesParser({ xmlns: true }),
		root = { kids: [], text: "" },
		open = [root];

	parser.on("error", (error) => {
		throw error;
	});
	parser.on("opentag", ({ uri, prefix, local, attributes }) => {
		const element = {
			uri,
			prefix,
			local,
			attributes: Object.values(attributes),
			kids: [],
			text: "",
		};

		open.at(-1).kids.push(element);
		open.push(element);
	});
	parser.on("closetag", () => open.pop());
	parser.on("text", (part) => {
		open.at(-1).text += part;
	});
	parser.write(text).close();
	return root.kids[0];
}

const isRdf = (element, local) => element.uri === RDF && element.local === local;
const attribute = (element, local) =>
	element.attributes.find((item) => item.uri === RDF && item.local === local)?.value;

// A property's value: { kind: Text|Alt|Bag|Seq|Struct, text, items, fields }.
function valueOf(element) {
	const [kid] = element.kids;

	if (attribute(element, "parseType") === "Resource")
		return { kind: "Struct", fields: fieldsOf(element) };
	if (!kid) return { kind: "Text", text: element.text.trim(), lang: langOf(element) };
	if (isRdf(kid, "Description")) return { kind: "Struct", fields: fieldsOf(kid) };
	if (element.kids.length !== 1 || kid.uri !== RDF || !["Alt", "Bag", "Seq"].includes(kid.local))
		throw new Error(
			`${element.local} holds ${element.kids.map((item) => item.local).join(" ")}`,
		);
	if (!kid.kids.every((item) => isRdf(item, "li")))
		throw new Error(`${element.local}: not only rdf:li in its array`);
	return { kind: kid.local, items: kid.kids.map(valueOf) };
}

const langOf = (element) => element.attributes.find((item) => item.name === "xml:lang")?.value;
const propertyOf = (element) => ({ ...element, value: valueOf(element) });

function fieldsOf(element) {
	const short = element.attributes
		.filter((item) => item.uri && item.uri !== RDF && !/^xml(ns)?$/.test(item.prefix))
		.map((item) => ({
			uri: item.uri,
			prefix: item.prefix,
			local: item.local,
			value: { kind: "Text", text: item.value },
		}));

	return [...short, ...element.kids.map(propertyOf)];
}

// All rdf:Descriptions' properties; throws where it is not RDF as XMP has it.
function readProperties(root) {
	const rdf = isRdf(root, "RDF") ? root : root.kids.find((kid) => isRdf(kid, "RDF"));

	if (!rdf) throw new Error("no rdf:RDF");
	const properties = rdf.kids.flatMap((kid) => {
		if (!isRdf(kid, "Description") || attribute(kid, "about") === undefined)
			throw new Error(`${kid.local} in rdf:RDF`);
		return fieldsOf(kid);
	});
	const names = properties.map(({ uri, local }) => uri + local);
	const twice = properties.find(
		(property, i) => names.indexOf(property.uri + property.local) !== i,
	);
	if (twice) throw new Error(`${twice.prefix}:${twice.local} is there twice`);
	return properties;
}

const fieldOf = (fields, uri, local) =>
	fields.find((field) => field.uri === uri && field.local === local);

export class Xmp {
	constructor(pdf) {
		const ref = pdf.catalog["/Metadata"];

		this.dict = pdf.dict(ref);
		this.exists = pdf.isStream(ref);
		this.properties = [];
		this.bytes = this.exists ? pdf.data(ref) : Buffer.alloc(0);
		this.header = this.bytes.toString("latin1").match(/<\?xpacket begin=[^]*?\?>/)?.[0] ?? "";
		try {
			const text = new TextDecoder("utf-8", { fatal: true }).decode(this.bytes);

			this.isUtf8 = true;
			this.properties = readProperties(parseXml(text.trim()));
		} catch (error) {
			this.fault = error.message;
		}
	}

	find(prefix, local) {
		return fieldOf(this.properties, URI[prefix], local);
	}
	text(prefix, local) {
		return this.find(prefix, local)?.value.text;
	}

	// The extension schemas' fields, each a list of fields.
	get schemas() {
		return (this.find("pdfaExtension", "schemas")?.value.items ?? []).map(
			(item) => item.fields ?? [],
		);
	}
}

// { field, kind, text, prefix } of a list of fields, "" and undefined where it is missing.
export function field(fields, prefix, local) {
	const found = fieldOf(fields, URI[prefix], local);

	return {
		found,
		kind: found?.value.kind,
		text: found?.value.text ?? "",
		prefix: found?.prefix,
		items: found?.value.items,
	};
}
