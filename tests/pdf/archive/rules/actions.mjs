// Clause 6.5 of ISO 19005-3, 7.18.6.2 of ISO 14289-1: what a click or an opening does.
import { isDict } from "../pdf.mjs";
import { ofType } from "./annotations.mjs";
import { each } from "./each.mjs";

const ACTIONS = ["GoTo", "GoToR", "GoToE", "Thread", "URI", "Named", "SubmitForm"];

const NAMED = ["NextPage", "PrevPage", "FirstPage", "LastPage"];

// Every dictionary that is an action: where one may stand (ISO 32000-1, 12.6.2 and 12.6.3).
function* actionsOf(pdf) {
	const found = [];
	const add = (value, ref) => {
		if (isDict(pdf.find(value)) && "/S" in pdf.find(value)) found.push([pdf.find(value), ref]);
	};

	pdf.eachDict((dict, ref) => {
		if (!("/O" in dict)) add(dict["/A"], ref);
		add(dict["/OpenAction"], ref);
		pdf.list(dict["/Next"]).forEach((next) => {
			if ("/S" in dict) add(next, ref);
		});
		Object.values(pdf.dict(dict["/AA"])).forEach((action) => add(action, ref));
		for (const [, action] of pdf.tree(pdf.dict(dict["/JavaScript"]), "/Names"))
			add(action, ref);
	});
	for (const [action, ref] of found.filter(
		([action]) => pdf.name(action["/Type"]) !== "StructElem",
	))
		yield [action, ref];
}

const eachAction = each(
	actionsOf,
	([action, ref]) => `${action["/S"]} ${action["/N"] ?? ""} in ${ref}`,
);

function eachDictWith(key, broken) {
	return (pdf, fail) =>
		pdf.eachDict((dict, ref) => {
			if (key in dict && broken(dict, pdf)) fail(`in ${ref}`);
		});
}

const inCatalog = (key) => (pdf, fail) => {
	if (key in pdf.catalog) fail("the catalogue has it");
};

const inPages = (key) => (pdf, fail) =>
	pdf.pages.forEach((page) => {
		if (key in page.dict) fail(`page ${page.number}`);
	});

// A destination is a page of this file, or a name that leads to one.
function leadsNowhere(destination, pdf) {
	const found = pdf.find(destination),
		named = pdf.text(destination) ?? pdf.name(destination);
	const target =
		named === undefined
			? found
			: [...pdf.tree(pdf.dict(pdf.catalog["/Names"])["/Dests"], "/Names")].find(
					([key]) => pdf.text(key) === named,
				)?.[1];
	const array = isDict(pdf.find(target)) ? pdf.dict(target)["/D"] : target;

	return !pdf.pages.some(({ ref }) => ref === pdf.list(array)[0]);
}

function leadsAstray({ dict }, pdf) {
	const action = pdf.dict(dict["/A"]),
		kind = pdf.name(action["/S"]);

	if (kind === "URI")
		return !/^[a-z][a-z0-9+.-]*:[\x21-\x7e]+$/i.test(pdf.text(action["/URI"]) ?? "");
	return leadsNowhere(kind === "GoTo" ? action["/D"] : dict["/Dest"], pdf);
}

export const rules = [
	[
		"3a:6.5.1-1",
		"actions lead somewhere and do nothing else",
		eachAction(([action], pdf) => !ACTIONS.includes(pdf.name(action["/S"]))),
	],
	[
		"3a:6.5.1-2",
		"named actions turn pages",
		eachAction(
			([action], pdf) =>
				pdf.name(action["/S"]) === "Named" && !NAMED.includes(pdf.name(action["/N"])),
		),
	],
	["3a:6.5.2-1", "the catalogue has no actions", inCatalog("/AA")],
	["3a:6.5.2-2", "pages have no actions", inPages("/AA")],
	[
		"own:script",
		"no JavaScript",
		(pdf, fail) =>
			pdf.eachDict((dict, ref) => {
				if ("/JS" in dict || "/JavaScript" in dict) fail(`in ${ref}`);
			}),
	],
	["own:links", "links lead to a page or a web address", ofType("Link", leadsAstray)],
	[
		"own:outline",
		"outline entries lead to a page",
		eachDictWith(
			"/Parent",
			(dict, pdf) =>
				"/Title" in dict && leadsNowhere(dict["/Dest"] ?? pdf.dict(dict["/A"])["/D"], pdf),
		),
	],
	[
		"ua1:7.18.6.2-1",
		"media clips have a content type",
		eachDictWith("/S", (dict, pdf) => pdf.name(dict["/S"]) === "MCD" && !("/CT" in dict)),
	],
	[
		"ua1:7.18.6.2-2",
		"media clips have an alternative text",
		eachDictWith("/S", (dict, pdf) => pdf.name(dict["/S"]) === "MCD" && !("/Alt" in dict)),
	],
];
