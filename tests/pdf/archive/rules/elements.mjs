// Rules about structure elements by their types.
import { each } from "./each.mjs";

export const typesOf = (element) => element.kids.map((kid) => kid.type);

export const count = (element, type) => typesOf(element).filter((kid) => kid === type).length;

// fault(element, pdf) of each element of the types.
export const eachOf = (types, fault) =>
	each(
		(pdf) => pdf.structure.of(...[types].flat()),
		({ name }) => name,
	)(fault);

export const eachElement = each(
	(pdf) => pdf.structure.elements,
	({ name }) => name,
);

export const within = (types, ...parents) =>
	eachOf(
		types,
		(element) =>
			!parents.includes(element.parent?.type) && `in ${element.parent?.name ?? "the root"}`,
	);

export const holdsOnly = (type, ...kids) =>
	eachOf(type, (element) => typesOf(element).find((kid) => !kids.includes(kid)));

export const onlyFirst = (type, kid) =>
	eachOf(type, (element) => typesOf(element).slice(1).includes(kid));
