// Clause 6.4 of ISO 19005-3, 7.15 and 7.18.4 of ISO 14289-1: forms and signatures, which raingan
// does not make.
import { altOf, isSeen, ofType, says } from "./annotations.mjs";
import { each } from "./each.mjs";

const form = (pdf) => pdf.dict(pdf.catalog["/AcroForm"]);

function* fieldsOf(pdf, list = form(pdf)["/Fields"], seen = new Set()) {
	for (const ref of pdf.list(list)) {
		if (seen.has(ref)) continue;
		seen.add(ref);
		yield pdf.dict(ref);
		yield* fieldsOf(pdf, pdf.dict(ref)["/Kids"], seen);
	}
}

const eachField = each(fieldsOf, (field, pdf) => pdf.text(field["/T"]) ?? "a field");

// An object reference of the Form element and nothing else.
function checkFormElement(pdf, fail) {
	for (const element of pdf.structure.of("Form"))
		if (
			pdf.structure.attribute(element, "PrintField", "/Role") === undefined &&
			!(element.objects.length === 1 && element.content === 0 && element.kids.length === 0)
		)
			fail(element.name);
}

const signature = (pdf, fail) =>
	pdf.eachDict((dict, ref) => {
		if ("/ByteRange" in dict) fail(`in ${ref}`);
	});

export const rules = [
	[
		"3a:6.4.1-1",
		"widgets have no actions",
		ofType("Widget", ({ dict }) => "/A" in dict || "/AA" in dict),
	],
	["3a:6.4.1-2", "fields have no actions", eachField((field) => "/AA" in field)],
	[
		"3a:6.4.1-3",
		"a form's appearances need no making",
		(pdf, fail) => {
			if (form(pdf)["/NeedAppearances"] === true) fail("NeedAppearances");
		},
	],
	[
		"3a:6.4.2-1",
		"no XFA",
		(pdf, fail) => {
			if ("/XFA" in form(pdf)) fail("XFA");
		},
	],
	[
		"3a:6.4.2-2",
		"no NeedsRendering",
		(pdf, fail) => {
			if (pdf.catalog["/NeedsRendering"] === true) fail("NeedsRendering");
		},
	],
	["3a:6.4.3-1", "no signature, which is not looked into: of the whole file", signature],
	["3a:6.4.3-2", "no signature, which is not looked into: with its certificate", signature],
	["3a:6.4.3-3", "no signature, which is not looked into: of one signer", signature],
	[
		"ua1:7.15-1",
		"no dynamic XFA",
		(pdf, fail) => {
			if ("/XFA" in form(pdf)) fail("XFA, which is not looked into");
		},
	],
	[
		"ua1:7.18.1-3",
		"a field has TU or an alternative text",
		ofType(
			"Widget",
			(annotation, pdf) =>
				isSeen(annotation, pdf) &&
				!says(annotation.dict, pdf, "/TU") &&
				!altOf(annotation, pdf),
		),
	],
	[
		"ua1:7.18.4-1",
		"a widget is in a Form element",
		ofType(
			"Widget",
			(annotation, pdf) => isSeen(annotation, pdf) && annotation.element?.type !== "Form",
		),
	],
	["ua1:7.18.4-2", "a Form element holds its widget only", checkFormElement],
];
