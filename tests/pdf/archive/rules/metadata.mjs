// Clause 6.6 of ISO 19005-3, 5 and 7.1 of ISO 14289-1: the document's XMP.
import { URI, field } from "../xmp.mjs";

// The properties of the schemas that raingan uses, and their kinds (XMP Specification, September
// 2005).
const KINDS = {
	[URI.dc]: {
		contributor: "Bag",
		coverage: "Text",
		creator: "Seq",
		date: "Seq",
		description: "Alt",
		format: "Text",
		identifier: "Text",
		language: "Bag",
		publisher: "Bag",
		relation: "Bag",
		rights: "Alt",
		source: "Text",
		subject: "Bag",
		title: "Alt",
		type: "Bag",
	},
	[URI.xmp]: {
		BaseURL: "Text",
		CreateDate: "Date",
		CreatorTool: "Text",
		Identifier: "Bag",
		Label: "Text",
		MetadataDate: "Date",
		ModifyDate: "Date",
		Nickname: "Text",
		Rating: "Integer",
	},
	[URI.pdf]: { Keywords: "Text", PDFVersion: "Text", Producer: "Text", Trapped: "Boolean" },
	[URI.xmpMM]: { DocumentID: "Text", InstanceID: "Text", VersionID: "Text" },
	[URI.xmpRights]: {
		Certificate: "Text",
		Marked: "Boolean",
		Owner: "Bag",
		UsageTerms: "Alt",
		WebStatement: "Text",
	},
	[URI.pdfaid]: { part: "Integer", conformance: "Text", amd: "Text", corr: "Text" },
	[URI.pdfaExtension]: { schemas: "Bag of schemas" },
};
const SIMPLE = {
	Text: /^/,
	URI: /^/,
	URL: /^/,
	AgentName: /^/,
	ProperName: /^/,
	MIMEType: /^/,
	Integer: /^[+-]?\d+$/,
	Real: /^[+-]?\d+\.?\d*$/,
	Boolean: /^(True|False)$/,
	Date: /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$/,
};
const FIELDS = {
	pdfaSchema: ["schema", "namespaceURI", "prefix", "property", "valueType"],
	pdfaProperty: ["name", "valueType", "category", "description"],
	pdfaType: ["type", "namespaceURI", "prefix", "description", "field"],
	pdfaField: ["name", "valueType", "description"],
};

const itemsOf = (fields, prefix, local) =>
	(field(fields, prefix, local).items ?? []).map((item) => item.fields ?? []);
const propertiesOf = (schema) => itemsOf(schema, "pdfaSchema", "property");
const typesOf = (schema) => itemsOf(schema, "pdfaSchema", "valueType");
const definitionsOf = {
	pdfaSchema: (pdf) => pdf.xmp.schemas,
	pdfaProperty: (pdf) => pdf.xmp.schemas.flatMap(propertiesOf),
	pdfaType: (pdf) => pdf.xmp.schemas.flatMap(typesOf),
	pdfaField: (pdf) =>
		pdf.xmp.schemas.flatMap(typesOf).flatMap((type) => itemsOf(type, "pdfaType", "field")),
};

// The kind that the property must have; undefined where no schema has it.
function kindOf(pdf, { uri, local }) {
	if (KINDS[uri]?.[local]) return KINDS[uri][local];
	for (const schema of pdf.xmp.schemas.filter(
		(item) => field(item, "pdfaSchema", "namespaceURI").text === uri,
	))
		for (const property of propertiesOf(schema))
			if (field(property, "pdfaProperty", "name").text === local)
				return definedType(field(property, "pdfaProperty", "valueType").text, pdf);
	return undefined;
}

const definedType = (type, pdf) => (type && isDefined(type, pdf) ? type : undefined);

function hasKind(value, kind) {
	const array = kind.match(/^(alt|bag|seq|Alt|Bag|Seq)$/)?.[0];

	if (array)
		return (
			value.kind.toLowerCase() === array.toLowerCase() &&
			(kind !== "Alt" || value.items.every((item) => item.lang))
		);
	return !SIMPLE[kind] || (value.kind === "Text" && SIMPLE[kind].test(value.text));
}

function checkKinds(pdf, fail) {
	for (const property of pdf.xmp.properties) {
		const kind = kindOf(pdf, property);

		if (!kind || !hasKind(property.value, kind))
			fail(`${property.prefix}:${property.local} is no ${kind}`);
	}
}

function checkKnown(pdf, fail) {
	for (const property of pdf.xmp.properties)
		if (!kindOf(pdf, property)) fail(`${property.prefix}:${property.local}`);
}

function checkFields(pdf, fail) {
	for (const [prefix, names] of Object.entries(FIELDS))
		for (const { uri, local } of definitionsOf[prefix](pdf).flat())
			if (uri !== URI[prefix] || !names.includes(local)) fail(`${local} in a ${prefix}`);
}

function checkSchemas(pdf, fail) {
	const schemas = pdf.xmp.find("pdfaExtension", "schemas");

	if (schemas && (schemas.value.kind !== "Bag" || schemas.prefix !== "pdfaExtension"))
		fail(`${schemas.prefix}: a ${schemas.value.kind}`);
}

// The field of every definition: of the kind, with the prefix that the standard demands.
function define(prefix, local, { kind = "Text", may = false, test = () => true } = {}) {
	return (pdf, fail) => {
		for (const definition of definitionsOf[prefix](pdf)) {
			const { found, text, kind: own, prefix: used } = field(definition, prefix, local);

			if (!found && !may) fail("missing");
			if (found && (own !== kind || used !== prefix || !test(text, pdf)))
				fail(`${used}:${local} "${text}"`);
		}
	};
}

function isDefined(type, pdf) {
	const own = definitionsOf.pdfaType(pdf).map((item) => field(item, "pdfaType", "type").text);
	const base = type
		.replace(/^(open |closed )?(choice of |choice$)?/i, "")
		.replace(/^(alt|bag|seq) /i, "");

	return base === "" || base in SIMPLE || own.includes(base) || /^Lang Alt$/i.test(type);
}

const isText = (text) => text !== "";
const needs = (prefix, local, test) => (pdf, fail) => {
	const text = pdf.xmp.text(prefix, local);

	if (pdf.xmp.find(prefix, local) && !test(text, pdf)) fail(`"${text}"`);
};

// A property may have no other prefix than its schema's own.
const prefixed = (prefix, local) => (pdf, fail) => {
	const found = pdf.xmp.find(prefix, local);

	if (found && found.prefix !== prefix) fail(`${found.prefix}:${local}`);
};

const titleOf = (pdf) =>
	pdf.xmp.find("dc", "title")?.value.items?.find((item) => item.lang === "x-default")?.text;
const packet = (attribute) => (pdf, fail) => {
	if (new RegExp(`\\s${attribute}\\s*=`).test(pdf.xmp.header)) fail(pdf.xmp.header);
};
const inInfo = (pdf, key) => pdf.text(pdf.dict(pdf.trailer["/Info"])[key]);

// "D:20250102030405+07'00'" as XMP writes it.
function dateOf(text) {
	const [, year, ...rest] =
		text.match(
			/^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-]\d\d)'?(\d\d)?'?)?$/,
		) ?? [];
	const [month, day, hour, minute, second, zulu, zone, zoneMinute] = rest;

	return [
		year,
		month && `-${month}`,
		day && `-${day}`,
		hour && `T${hour}:${minute ?? "00"}`,
		second && `:${second}`,
		zulu,
		zone && `${zone}:${zoneMinute ?? "00"}`,
	]
		.filter((part) => part)
		.join("");
}

// What stands in Info and in XMP says the same (the fields that raingan writes).
function checkInfo(pdf, fail) {
	const pairs = [
		["/Title", titleOf(pdf)],
		["/Producer", pdf.xmp.text("pdf", "Producer")],
		["/Creator", pdf.xmp.text("xmp", "CreatorTool")],
		[
			"/Author",
			pdf.xmp
				.find("dc", "creator")
				?.value.items?.map((item) => item.text)
				.join("; "),
		],
		["/Subject", pdf.xmp.find("dc", "description")?.value.items?.[0]?.text],
	];

	for (const [key, text] of pairs)
		if (inInfo(pdf, key) !== undefined && inInfo(pdf, key) !== text)
			fail(`${key} "${inInfo(pdf, key)}", in XMP "${text}"`);
	for (const [key, local] of [
		["/CreationDate", "CreateDate"],
		["/ModDate", "ModifyDate"],
	])
		if (
			inInfo(pdf, key) !== undefined &&
			dateOf(inInfo(pdf, key)) !== pdf.xmp.text("xmp", local)
		)
			fail(`${key} ${inInfo(pdf, key)}, in XMP ${pdf.xmp.text("xmp", local)}`);
}

function checkStream(pdf, fail) {
	const { exists, dict } = pdf.xmp;

	if (!exists || pdf.name(dict["/Type"]) !== "Metadata" || pdf.name(dict["/Subtype"]) !== "XML")
		fail("the catalogue's Metadata");
}

export const rules = [
	["3a:6.6.2.1-1 ua1:7.1-8", "the catalogue has a metadata stream", checkStream],
	["3a:6.6.2.1-2", "the packet's header has no bytes", packet("bytes")],
	["3a:6.6.2.1-3", "the packet's header has no encoding", packet("encoding")],
	[
		"3a:6.6.2.1-4",
		"XMP is well-formed RDF",
		(pdf, fail) => {
			if (pdf.xmp.exists && pdf.xmp.fault) fail(pdf.xmp.fault);
		},
	],
	[
		"3a:6.6.2.1-5",
		"XMP can be read as UTF-8",
		(pdf, fail) => {
			if (pdf.xmp.exists && pdf.xmp.fault) fail(pdf.xmp.fault);
		},
	],
	[
		"own:metadata",
		"XMP is not compressed, so that other programs find it",
		(pdf, fail) => {
			if ("/Filter" in pdf.xmp.dict) fail(String(pdf.filters(pdf.xmp.dict)));
		},
	],
	["3a:6.6.2.3.1-1", "properties are of predefined or extension schemas", checkKnown],
	["3a:6.6.2.3.1-2", "properties have their schema's kind of value", checkKinds],
	["3a:6.6.2.3.2-1", "extension schemas have the standard's fields only", checkFields],
	["3a:6.6.2.3.3-1", "pdfaExtension:schemas is a Bag", checkSchemas],
	["3a:6.6.2.3.3-2", "an extension schema has a name", define("pdfaSchema", "schema")],
	["3a:6.6.2.3.3-3", "an extension schema has a namespace", define("pdfaSchema", "namespaceURI")],
	["3a:6.6.2.3.3-4", "an extension schema has a prefix", define("pdfaSchema", "prefix")],
	[
		"3a:6.6.2.3.3-5",
		"an extension schema's properties are a Seq",
		define("pdfaSchema", "property", { kind: "Seq", may: true }),
	],
	[
		"3a:6.6.2.3.3-6",
		"an extension schema's value types are a Seq",
		define("pdfaSchema", "valueType", { kind: "Seq", may: true }),
	],
	["3a:6.6.2.3.3-7", "a property has a name", define("pdfaProperty", "name")],
	[
		"3a:6.6.2.3.3-8",
		"a property has a defined value type",
		define("pdfaProperty", "valueType", { test: isDefined }),
	],
	[
		"3a:6.6.2.3.3-9",
		"a property is internal or external",
		define("pdfaProperty", "category", { test: (text) => /^(in|ex)ternal$/.test(text) }),
	],
	["3a:6.6.2.3.3-10", "a property has a description", define("pdfaProperty", "description")],
	["3a:6.6.2.3.3-11", "a value type has a name", define("pdfaType", "type")],
	["3a:6.6.2.3.3-12", "a value type has a namespace", define("pdfaType", "namespaceURI")],
	["3a:6.6.2.3.3-13", "a value type has a prefix", define("pdfaType", "prefix")],
	["3a:6.6.2.3.3-14", "a value type has a description", define("pdfaType", "description")],
	[
		"3a:6.6.2.3.3-15",
		"a value type's fields are a Seq",
		define("pdfaType", "field", { kind: "Seq", may: true }),
	],
	["3a:6.6.2.3.3-16", "a field has a name", define("pdfaField", "name")],
	[
		"3a:6.6.2.3.3-17",
		"a field has a defined value type",
		define("pdfaField", "valueType", { test: isDefined }),
	],
	["3a:6.6.2.3.3-18", "a field has a description", define("pdfaField", "description")],
	[
		"3a:6.6.4-1",
		"XMP names the part of PDF/A",
		(pdf, fail) => {
			if (
				pdf.xmp.exists &&
				(!pdf.xmp.find("pdfaid", "part") || !pdf.xmp.find("pdfaid", "conformance"))
			)
				fail("pdfaid is missing");
		},
	],
	[
		"3a:6.6.4-2",
		"pdfaid:part is the part of PDF/A",
		needs("pdfaid", "part", (text, pdf) => text === pdf.part),
	],
	[
		"3a:6.6.4-3",
		"pdfaid:conformance is the level of PDF/A",
		needs("pdfaid", "conformance", (text, pdf) => text === pdf.level),
	],
	["3a:6.6.4-4", "pdfaid is the prefix of part", prefixed("pdfaid", "part")],
	["3a:6.6.4-5", "pdfaid is the prefix of conformance", prefixed("pdfaid", "conformance")],
	["3a:6.6.4-6", "pdfaid is the prefix of amd", prefixed("pdfaid", "amd")],
	["3a:6.6.4-7", "pdfaid is the prefix of corr", prefixed("pdfaid", "corr")],
	[
		"ua1:5-1",
		"XMP names the part of PDF/UA",
		(pdf, fail) => {
			if (pdf.xmp.exists && !pdf.xmp.find("pdfuaid", "part")) fail("pdfuaid is missing");
		},
	],
	["ua1:5-2", "pdfuaid:part is 1", needs("pdfuaid", "part", (text) => text === "1")],
	["ua1:5-3", "pdfuaid is the prefix of part", prefixed("pdfuaid", "part")],
	["ua1:5-4", "pdfuaid is the prefix of amd", prefixed("pdfuaid", "amd")],
	["ua1:5-5", "pdfuaid is the prefix of corr", prefixed("pdfuaid", "corr")],
	[
		"ua1:7.1-9",
		"XMP has the title",
		(pdf, fail) => {
			if (pdf.xmp.exists && titleOf(pdf) === undefined) fail("dc:title is missing");
		},
	],
	[
		"own:title",
		"the title is a text",
		(pdf, fail) => {
			if (!isText(titleOf(pdf) ?? "")) fail("dc:title is empty");
		},
	],
	["own:info", "Info says what XMP says", checkInfo],
];
