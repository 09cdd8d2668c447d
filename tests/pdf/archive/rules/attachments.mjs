// Clauses 6.8 to 6.11 of ISO 19005-3, 7.10 and 7.11 of ISO 14289-1: attachments, layers, what else
// the catalogue may not have.
import { each } from "./each.mjs";

const RELATIONSHIPS = ["Source", "Data", "Alternative", "Supplement", "Unspecified"];

// The file specifications that embed a file.
const specificationsOf = (pdf) =>
	[...pdf.objects.keys()]
		.filter((ref) => "/EF" in pdf.dict(ref))
		.map((ref) => ({ ref, dict: pdf.dict(ref) }));

const eachSpecification = each(
	specificationsOf,
	({ ref, dict }, pdf) => pdf.text(dict["/F"]) ?? ref,
);

const embeddedOf = (dict, pdf) =>
	Object.values(pdf.dict(dict["/EF"])).filter((ref) => pdf.isStream(ref));

const associated = (pdf) => {
	const refs = new Set();

	pdf.eachDict((dict) => pdf.list(dict["/AF"]).forEach((ref) => refs.add(ref)));
	return refs;
};

function checkSize({ dict }, pdf) {
	const ref = embeddedOf(dict, pdf).find(
		(file) => pdf.dict(pdf.dict(file)["/Params"])["/Size"] !== pdf.data(file).length,
	);

	return ref && `Size of ${ref} is not the file's`;
}

const configurations = (pdf) => {
	const properties = pdf.dict(pdf.catalog["/OCProperties"]);

	return [...pdf.list(properties["/D"]), ...pdf.list(properties["/Configs"])].map((dict) =>
		pdf.dict(dict),
	);
};

const eachConfiguration = each(configurations, (dict, pdf) => `"${pdf.text(dict["/Name"])}"`);

const flat = (pdf, value) =>
	pdf.list(value).flatMap((item) => (Array.isArray(pdf.find(item)) ? flat(pdf, item) : [item]));

function missesGroup(dict, pdf) {
	const groups = pdf.list(pdf.dict(pdf.catalog["/OCProperties"])["/OCGs"]),
		order = flat(pdf, dict["/Order"]);

	return "/Order" in dict && groups.some((group) => !order.includes(group));
}

function checkConfigurationNames(pdf, fail) {
	const names = configurations(pdf)
		.map((dict) => pdf.text(dict["/Name"]))
		.filter((name) => name !== undefined);

	for (const name of names.filter((name, i) => names.indexOf(name) !== i)) fail(name);
}

const inCatalog = (key) => (pdf, fail) => {
	if (key in pdf.catalog) fail("the catalogue has it");
};

const inPages = (key) => (pdf, fail) =>
	pdf.pages.forEach((page) => {
		if (key in page.dict) fail(`page ${page.number}`);
	});

const says = (dict, pdf, key) => Boolean(pdf.text(dict[key]));

export const rules = [
	[
		"3a:6.8-1",
		"an attachment has a MIME type",
		eachSpecification(({ dict }, pdf) =>
			embeddedOf(dict, pdf).some(
				(file) => !/^[-\w+.]+\/[-\w+.]+$/.test(pdf.name(pdf.dict(file)["/Subtype"]) ?? ""),
			),
		),
	],
	[
		"3a:6.8-2",
		"an attachment has F and UF",
		eachSpecification(({ dict }) => !("/F" in dict && "/UF" in dict)),
	],
	[
		"3a:6.8-3",
		"an attachment has a relationship",
		eachSpecification(({ dict }, pdf) => pdf.name(dict["/AFRelationship"]) === undefined),
	],
	[
		"3a:6.8-4",
		"an attachment is associated with something",
		eachSpecification(({ ref }, pdf) => !associated(pdf).has(ref)),
	],
	[
		"ua1:7.11-1",
		"an attachment's F and UF are not empty",
		eachSpecification(({ dict }, pdf) => !says(dict, pdf, "/F") || !says(dict, pdf, "/UF")),
	],
	[
		"own:relationship",
		"the relationship is one of ISO 32000-2",
		eachSpecification(
			({ dict }, pdf) => !RELATIONSHIPS.includes(pdf.name(dict["/AFRelationship"])),
		),
	],
	["own:attachment", "Params has the attachment's size", eachSpecification(checkSize)],
	[
		"own:attachments",
		"attachments are among EmbeddedFiles, sorted by name",
		(pdf, fail) => {
			const entries = [
				...pdf.tree(pdf.dict(pdf.catalog["/Names"])["/EmbeddedFiles"], "/Names"),
			];
			const names = entries.map(([key]) => pdf.text(key)),
				refs = entries.map(([, ref]) => ref);

			if (names.some((name, i) => i > 0 && !(names[i - 1] < name)))
				fail(`the names are not sorted: ${names.join(", ")}`);
			for (const { ref } of specificationsOf(pdf))
				if (!refs.includes(ref)) fail(`${ref} is not there`);
		},
	],
	[
		"3a:6.9-1 ua1:7.10-1",
		"configurations of layers have a name",
		eachConfiguration((dict, pdf) => !says(dict, pdf, "/Name")),
	],
	["3a:6.9-2", "no two configurations have one name", checkConfigurationNames],
	["3a:6.9-3", "Order names every layer", eachConfiguration(missesGroup)],
	[
		"3a:6.9-4 ua1:7.10-2",
		"configurations have no AS",
		eachConfiguration((dict) => "/AS" in dict),
	],
	[
		"3a:6.10-1",
		"no AlternatePresentations",
		(pdf, fail) => {
			if ("/AlternatePresentations" in pdf.dict(pdf.catalog["/Names"])) fail("in Names");
		},
	],
	["3a:6.10-2", "no PresSteps", inPages("/PresSteps")],
	["3a:6.11-1", "no Requirements", inCatalog("/Requirements")],
];
