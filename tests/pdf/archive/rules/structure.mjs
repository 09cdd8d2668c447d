// Clause 6.7 of ISO 19005-3, 6.2, 7.1 to 7.4, 7.7 and 7.9 of ISO 14289-1: the structure tree.
import { STANDARD } from "../structure.mjs";
import { count, eachElement, eachOf, holdsOnly, onlyFirst, within } from "./elements.mjs";

const HEADING = /^H[1-6]$/;

const says = (element, pdf, key) => Boolean(pdf.text(element.dict[key]));

function checkHeadings(pdf, fail) {
	let last = 0;

	for (const element of pdf.structure.elements.filter(({ type }) => HEADING.test(type))) {
		const level = Number(element.type[1]);

		if (level > last + 1) fail(`${element.name} after ${last ? `H${last}` : "no heading"}`);
		last = level;
	}
}

function checkNoteIds(pdf, fail) {
	const ids = pdf.structure
		.of("Note")
		.map((note) => pdf.text(note.dict["/ID"]))
		.filter((id) => id);

	for (const id of new Set(ids.filter((item, i) => ids.indexOf(item) !== i))) fail(id);
}

function checkIds(pdf, fail) {
	const tree = [...pdf.tree(pdf.structure.dict["/IDTree"], "/Names")].map(([key, ref]) => [
		pdf.text(key),
		ref,
	]);

	if (tree.some(([id], i) => i > 0 && !(tree[i - 1][0] < id))) fail("the tree is not sorted");
	for (const { dict, ref, name } of pdf.structure.elements.filter(
		(element) => "/ID" in element.dict,
	))
		if (!tree.some(([id, own]) => id === pdf.text(dict["/ID"]) && own === ref))
			fail(`${name} is not in the tree`);
}

// The number of each page's or annotation's entry, in order, the next one still free.
function checkParentTree(pdf, fail) {
	const keys = [...pdf.structure.parents.keys()],
		next = pdf.find(pdf.structure.dict["/ParentTreeNextKey"]);

	if (keys.some((key, i) => i > 0 && key <= keys[i - 1])) fail(`keys ${keys.join(" ")}`);
	if (keys.length && !(next > keys.at(-1)))
		fail(`ParentTreeNextKey ${next} after ${keys.at(-1)}`);
	checkLimits(pdf, pdf.structure.dict["/ParentTree"], fail);
}

function checkLimits(pdf, ref, fail) {
	for (const kid of pdf.list(pdf.dict(ref)["/Kids"])) {
		const keys = [...pdf.tree(kid, "/Nums")].map(([key]) => key),
			[first, last] = pdf.list(pdf.dict(kid)["/Limits"]);

		if (first !== keys[0] || last !== keys.at(-1))
			fail(`Limits ${first} ${last} of ${keys[0]} to ${keys.at(-1)}`);
		checkLimits(pdf, kid, fail);
	}
}

// Each piece of marked content is its element's own, and once in the tree; each has been marked.
function checkContent(pdf, fail) {
	const marked = new Map(),
		owned = new Map();

	for (const mark of pdf.content.marks.filter(({ mcid }) => mcid !== undefined)) {
		const key = `${mark.mcid} of ${mark.owner}`;

		if (marked.has(key)) fail(`MCID ${key} is marked twice`);
		marked.set(key, mark);
	}
	for (const { owner, mcid, element } of pdf.structure.contents) {
		const key = `${mcid} of ${owner}`,
			mark = marked.get(key);

		if (owned.has(key)) fail(`MCID ${key} is in two elements`);
		owned.set(key, element);
		if (!mark) fail(`MCID ${key} of ${element?.name} is nowhere in the content`);
		else if (mark.element !== element)
			fail(
				`MCID ${key}: the parent tree has ${mark.element?.name}, the tree ${element?.name}`,
			);
		else if (mark.tag !== element?.raw)
			fail(`MCID ${key} is marked ${mark.tag}, its element is ${element?.name}`);
	}
	for (const key of marked.keys()) if (!owned.has(key)) fail(`MCID ${key} is in no element`);
}

const MAY_BE_EMPTY = ["TD", "TH", "TR", "Document"];

export const rules = [
	[
		"3a:6.7.2.2-1 ua1:6.2-1",
		"the catalogue is Marked",
		(pdf, fail) => {
			if (pdf.find(pdf.dict(pdf.catalog["/MarkInfo"])["/Marked"]) !== true) fail("MarkInfo");
		},
	],
	[
		"3a:6.7.3.3-1 ua1:7.1-11",
		"there is a structure tree",
		(pdf, fail) => {
			if (!pdf.find(pdf.structure.root)) fail("StructTreeRoot");
		},
	],
	[
		"3a:6.7.3.4-1 ua1:7.1-5",
		"types are standard or mapped to such",
		eachElement((element, pdf) => !element.type && !pdf.structure.isCircular(element.raw)),
	],
	[
		"3a:6.7.3.4-2 ua1:7.1-6",
		"no type is mapped in a circle",
		eachElement((element, pdf) => pdf.structure.isCircular(element.raw)),
	],
	[
		"3a:6.7.3.4-3 ua1:7.1-7",
		"no standard type is mapped",
		eachElement(
			(element, pdf) => STANDARD.has(element.raw) && pdf.structure.roles.has(element.raw),
		),
	],
	[
		"ua1:7.1-1",
		"no artifact is inside an element's content",
		(pdf, fail) => pdf.content.inTagged.forEach((where) => fail(where)),
	],
	[
		"ua1:7.1-2",
		"no element's content is inside an artifact",
		(pdf, fail) => pdf.content.inArtifact.forEach((where) => fail(where)),
	],
	[
		"ua1:7.1-3",
		"all content is an element's or an artifact",
		(pdf, fail) => pdf.content.bare.forEach((where) => fail(where)),
	],
	[
		"ua1:7.1-4",
		"the tags are not suspect",
		(pdf, fail) => {
			if (pdf.find(pdf.dict(pdf.catalog["/MarkInfo"])["/Suspects"]) === true)
				fail("MarkInfo");
		},
	],
	[
		"ua1:7.1-10",
		"the window shows the title",
		(pdf, fail) => {
			if (pdf.find(pdf.dict(pdf.catalog["/ViewerPreferences"])["/DisplayDocTitle"]) !== true)
				fail("ViewerPreferences");
		},
	],
	["ua1:7.1-12", "elements have a parent", eachElement((element) => !("/P" in element.dict))],
	[
		"own:parent",
		"P is the element above",
		eachElement(
			(element, pdf) =>
				element.dict["/P"] !== (element.parent?.ref ?? pdf.structure.root) &&
				`P is ${element.dict["/P"]}`,
		),
	],
	["ua1:7.2-17", "an LI is in an L", within("LI", "L")],
	["ua1:7.2-18", "an LBody is in an LI", within("LBody", "LI")],
	["ua1:7.2-19", "an L has items, lists and a Caption", holdsOnly("L", "L", "LI", "Caption")],
	["ua1:7.2-20", "an LI has Lbl and LBody", holdsOnly("LI", "Lbl", "LBody")],
	["ua1:7.2-26", "a TOCI is in a TOC", within("TOCI", "TOC")],
	[
		"ua1:7.2-27",
		"a TOC has entries, TOCs and a Caption",
		holdsOnly("TOC", "TOC", "TOCI", "Caption"),
	],
	["ua1:7.2-28", "a Caption is a TOC's first", onlyFirst("TOC", "Caption")],
	["ua1:7.2-40", "a Caption is an L's first", onlyFirst("L", "Caption")],
	[
		"ua1:7.3-1",
		"a Figure has an alternative text",
		eachOf(
			"Figure",
			(figure, pdf) => !says(figure, pdf, "/Alt") && !("/ActualText" in figure.dict),
		),
	],
	["ua1:7.4.2-1", "headings begin with H1 and go down without gaps", checkHeadings],
	[
		"ua1:7.4.4-1",
		"one H at most in an element",
		eachElement((element) => count(element, "H") > 1),
	],
	[
		"ua1:7.4.4-2",
		"no H where there is H1 to H6",
		eachOf("H", (element, pdf) =>
			pdf.structure.elements.some(({ type }) => HEADING.test(type)),
		),
	],
	[
		"ua1:7.4.4-3",
		"no H1 to H6 where there is H",
		eachOf(
			["H1", "H2", "H3", "H4", "H5", "H6"],
			(element, pdf) => pdf.structure.of("H").length > 0,
		),
	],
	[
		"ua1:7.7-1",
		"a Formula has an alternative text",
		eachOf(
			"Formula",
			(formula, pdf) => !says(formula, pdf, "/Alt") && !("/ActualText" in formula.dict),
		),
	],
	["ua1:7.9-1", "a Note has an ID", eachOf("Note", (note, pdf) => !says(note, pdf, "/ID"))],
	["ua1:7.9-2", "no two Notes have one ID", checkNoteIds],
	[
		"own:tree",
		"everything in the structure tree is an element, once, on a page",
		(pdf, fail) => pdf.structure.faults.forEach((what) => fail(what)),
	],
	["own:ids", "IDs are in the IDTree", checkIds],
	["own:parent-tree", "the parent tree is sorted", checkParentTree],
	["own:marked-content", "marked content and structure tree agree", checkContent],
	[
		"own:empty",
		"no element is empty but cells, rows and a whole document",
		eachElement(
			(element) =>
				!element.kids.length &&
				!element.content &&
				!element.objects.length &&
				!MAY_BE_EMPTY.includes(element.type),
		),
	],
	[
		"own:document",
		"the tree has one Document at its top",
		(pdf, fail) => {
			const tops = pdf.structure.tops.map((element) => element?.raw);

			if (pdf.find(pdf.structure.root) && tops.join() !== "Document")
				fail(`it has ${tops.join(", ")}`);
		},
	],
];
