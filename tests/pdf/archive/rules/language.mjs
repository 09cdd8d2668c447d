// Clause 6.7.4 of ISO 19005-3, 7.2 of ISO 14289-1: the language of texts.
import { eachElement } from "./elements.mjs";

const LANGUAGE = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/;

const hasCatalogLang = (pdf) => "/Lang" in pdf.catalog;

function checkLanguages(pattern) {
	return (pdf, fail) => {
		const test = (text, where) => {
			if (text !== undefined && !pattern(text)) fail(`"${text}" of ${where}`);
		};

		test(pdf.text(pdf.catalog["/Lang"]), "the catalogue");
		for (const { dict, name } of pdf.structure.elements) test(pdf.text(dict["/Lang"]), name);
		for (const { properties, where } of pdf.content.marks)
			test(stringOf(pdf, properties.get("Lang")), where);
	};
}

// A value of a property list, from the stream or from the resources.
const stringOf = (pdf, value) => value?.string ?? pdf.text(value);

// The text of the key has a language: its element's, one above, or the catalogue's.
const spoken = (key) =>
	eachElement(
		(element, pdf) =>
			key in element.dict &&
			!hasCatalogLang(pdf) &&
			pdf.structure.langOf(element) === undefined,
	);

const spanSpoken = (key) => (pdf, fail) => {
	if (!hasCatalogLang(pdf))
		for (const { tag, properties, element, where } of pdf.content.marks)
			if (
				tag === "Span" &&
				properties.has(key) &&
				!properties.has("Lang") &&
				!(element && pdf.structure.langOf(element))
			)
				fail(where);
};

// Page content has the language of its element, or the document's.
function checkText(pdf, fail) {
	if (hasCatalogLang(pdf)) return;
	const mute =
		pdf.content.shown.size &&
		pdf.structure.contents.find(({ element }) => pdf.structure.langOf(element) === undefined);

	if (mute) fail(mute.element?.name ?? "a page");
	else if (pdf.content.marks.some(({ tag }) => tag === "Artifact") || pdf.content.bare.length)
		fail("an artifact");
}

export const rules = [
	[
		"3a:6.7.4-1",
		"languages are language tags or empty",
		checkLanguages((text) => text === "" || LANGUAGE.test(text)),
	],
	[
		"ua1:7.2-2",
		"outline entries have a language",
		(pdf, fail) => {
			if ("/Outlines" in pdf.catalog && !hasCatalogLang(pdf)) fail("no Lang");
		},
	],
	["ua1:7.2-21", "ActualText has a language", spoken("/ActualText")],
	["ua1:7.2-22", "Alt has a language", spoken("/Alt")],
	["ua1:7.2-23", "E has a language", spoken("/E")],
	[
		"ua1:7.2-24",
		"annotations' Contents have a language",
		(pdf, fail) => {
			for (const { dict, number } of hasCatalogLang(pdf) ? [] : pdf.pages)
				for (const ref of pdf.list(dict["/Annots"]))
					if ("/Contents" in pdf.dict(ref) && !("/Lang" in pdf.dict(ref)))
						fail(`${ref} on page ${number}`);
		},
	],
	[
		"ua1:7.2-25",
		"fields' TU have a language",
		(pdf, fail) => {
			if (!hasCatalogLang(pdf))
				pdf.eachDict((dict, ref) => {
					if ("/TU" in dict && !("/Lang" in dict)) fail(`in ${ref}`);
				});
		},
	],
	["ua1:7.2-29", "languages are language tags", checkLanguages((text) => LANGUAGE.test(text))],
	["ua1:7.2-30", "a Span's ActualText has a language", spanSpoken("ActualText")],
	["ua1:7.2-31", "a Span's Alt has a language", spanSpoken("Alt")],
	["ua1:7.2-32", "a Span's E has a language", spanSpoken("E")],
	[
		"ua1:7.2-33",
		"the default text of XMP has a language",
		(pdf, fail) => {
			if (
				!hasCatalogLang(pdf) &&
				pdf.xmp.properties.some(
					({ value }) =>
						value.kind === "Alt" &&
						value.items.some(({ lang }) => lang === "x-default"),
				)
			)
				fail("no Lang");
		},
	],
	["ua1:7.2-34", "text has a language", checkText],
];
