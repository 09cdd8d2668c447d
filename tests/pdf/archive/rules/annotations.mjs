// Clause 6.3 of ISO 19005-3, 7.18 of ISO 14289-1: annotations.
import { words } from "../lexer.mjs";
import { each } from "./each.mjs";

const ANNOTATIONS = words(`
	Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly
	StrikeOut Stamp Caret Ink Popup FileAttachment Widget PrinterMark TrapNet Watermark
	Redact
`);

const HIDDEN = 2,
	PRINT = 4,
	NOT_SET = 1 | 2 | 32 | 256;

// { ref, dict, subtype, flags, page, element } of every annotation.
export const annotationsOf = (pdf) =>
	pdf.pages.flatMap((page) =>
		pdf.list(page.dict["/Annots"]).map((ref) => {
			const dict = pdf.dict(ref),
				parent = pdf.structure.parents.get(pdf.find(dict["/StructParent"]));

			return {
				ref,
				dict,
				subtype: pdf.name(dict["/Subtype"]),
				flags: pdf.find(dict["/F"]),
				page,
				element: pdf.structure.named(parent),
			};
		}),
	);

export const isSeen = (annotation, pdf) =>
	(annotation.flags & HIDDEN) === 0 && !isOutside(annotation, pdf);

function isOutside({ dict, page }, pdf) {
	const [left, foot, right, top] = pdf.list(dict["/Rect"]);
	const [x, y, x2, y2] = pdf.list(page.inherited["/CropBox"] ?? page.inherited["/MediaBox"]);

	return left >= x2 || foot >= y2 || right <= x || top <= y;
}

const eachAnnotation = each(
	annotationsOf,
	({ subtype, ref, page }) => `${subtype} ${ref} on page ${page.number}`,
);

export const ofType = (subtype, broken) =>
	eachAnnotation((annotation, pdf) => annotation.subtype === subtype && broken(annotation, pdf));

function checkAppearance({ dict, subtype }, pdf) {
	const [left, foot, right, top] = pdf.list(dict["/Rect"]);

	return (
		!("/AP" in dict) && !["Popup", "Link"].includes(subtype) && (left !== right || foot !== top)
	);
}

const isButton = ({ subtype, dict }, pdf) =>
	subtype === "Widget" && pdf.name(dict["/FT"]) === "Btn";

const normalOf = ({ dict }, pdf) => pdf.dict(dict["/AP"])["/N"];

export const says = (dict, pdf, key) => Boolean(pdf.text(dict[key]));

const isWidget = (annotation) => annotation.subtype === "Widget";

export const altOf = ({ element }, pdf) => element && pdf.text(element.dict["/Alt"]);

export const rules = [
	[
		"3a:6.3.1-1",
		"annotations are of ISO 32000-1, no sound, film or 3D",
		eachAnnotation(({ subtype }) => !ANNOTATIONS.includes(subtype)),
	],
	[
		"3a:6.3.2-1",
		"annotations have flags",
		eachAnnotation(({ subtype, flags }) => subtype !== "Popup" && flags === null),
	],
	[
		"3a:6.3.2-2",
		"annotations are printed and not hidden",
		eachAnnotation(
			({ flags }) =>
				flags !== null &&
				((flags & PRINT) === 0 || (flags & NOT_SET) !== 0) &&
				`F ${flags}`,
		),
	],
	["3a:6.3.3-1", "annotations have an appearance", eachAnnotation(checkAppearance)],
	[
		"3a:6.3.3-2",
		"an appearance is N only",
		eachAnnotation(
			({ dict }, pdf) => "/AP" in dict && Object.keys(pdf.dict(dict["/AP"])).join() !== "/N",
		),
	],
	[
		"3a:6.3.3-3",
		"a button has an appearance for each state",
		eachAnnotation(
			(annotation, pdf) =>
				isButton(annotation, pdf) &&
				normalOf(annotation, pdf) !== undefined &&
				pdf.isStream(normalOf(annotation, pdf)),
		),
	],
	[
		"3a:6.3.3-4",
		"an appearance is a stream",
		eachAnnotation(
			(annotation, pdf) =>
				!isButton(annotation, pdf) &&
				normalOf(annotation, pdf) !== undefined &&
				!pdf.isStream(normalOf(annotation, pdf)),
		),
	],
	[
		"own:appearance",
		"no appearances, which are not looked into",
		eachAnnotation(({ dict }) => "/AP" in dict),
	],
	[
		"ua1:7.18.1-1",
		"annotations are in an Annot element",
		eachAnnotation(
			(annotation, pdf) =>
				isSeen(annotation, pdf) &&
				!["Widget", "PrinterMark", "Link"].includes(annotation.subtype) &&
				annotation.element?.type !== "Annot",
		),
	],
	[
		"ua1:7.18.1-2",
		"annotations have Contents or an alternative text",
		eachAnnotation(
			(annotation, pdf) =>
				isSeen(annotation, pdf) &&
				!isWidget(annotation) &&
				!says(annotation.dict, pdf, "/Contents") &&
				!altOf(annotation, pdf),
		),
	],
	["ua1:7.18.2-1", "no TrapNet", ofType("TrapNet", isSeen)],
	[
		"ua1:7.18.3-1",
		"pages with annotations have Tabs S",
		(pdf, fail) => {
			for (const { dict, number } of pdf.pages)
				if (pdf.list(dict["/Annots"]).length && pdf.name(dict["/Tabs"]) !== "S")
					fail(`page ${number}`);
		},
	],
	[
		"ua1:7.18.5-1",
		"a link is in a Link element",
		ofType(
			"Link",
			(annotation, pdf) => isSeen(annotation, pdf) && annotation.element?.type !== "Link",
		),
	],
	[
		"ua1:7.18.5-2",
		"a link has Contents",
		ofType(
			"Link",
			(annotation, pdf) =>
				isSeen(annotation, pdf) && !says(annotation.dict, pdf, "/Contents"),
		),
	],
	[
		"own:objects",
		"an annotation's StructParent is the element that holds it",
		eachAnnotation(
			({ ref, dict, element }, pdf) =>
				"/StructParent" in dict && pdf.structure.objects.get(ref) !== element,
		),
	],
	[
		"ua1:7.18.8-1",
		"printer's marks are in no element",
		ofType(
			"PrinterMark",
			(annotation, pdf) => isSeen(annotation, pdf) && annotation.element !== undefined,
		),
	],
];
