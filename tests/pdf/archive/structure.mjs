// The structure tree (ISO 32000-1, 14.7): elements in reading order, with their kids and content.
import { words } from "./lexer.mjs";

export const STANDARD = new Set(
	words(`
	Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2
	H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference
	BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form
`),
);

export class Structure {
	constructor(pdf) {
		this.pdf = pdf;
		this.root = pdf.catalog["/StructTreeRoot"];
		this.dict = pdf.dict(this.root);
		this.roles = new Map(
			Object.entries(pdf.dict(this.dict["/RoleMap"])).map(([type, role]) => [
				type.slice(1),
				pdf.name(role),
			]),
		);
		this.elements = [];
		this.byRef = new Map();
		this.faults = [];
		this.contents = []; // { owner, mcid, element }: owner is the page or form
		this.objects = new Map(); // reference of an annotation -> element
		this.parents = new Map(); // the parent tree
		for (const [key, value] of pdf.tree(this.dict["/ParentTree"], "/Nums"))
			this.parents.set(key, value);
		this.tops = this.#read(this.dict["/K"], undefined);
	}

	// What an entry of the parent tree stands for: an element, also one that the tree does not
	// reach.
	named(ref) {
		const dict = this.pdf.dict(ref);

		if (!("/P" in dict)) return undefined;
		return (
			this.byRef.get(ref) ?? {
				ref,
				dict,
				raw: this.pdf.name(dict["/S"]),
				name: `${dict["/S"]} ${ref}`,
				type: this.standardType(this.pdf.name(dict["/S"])),
			}
		);
	}

	// Through the role map; undefined where that leads to no standard type.
	standardType(type, seen = []) {
		if (STANDARD.has(type)) return type;
		if (seen.includes(type) || !this.roles.has(type)) return undefined;
		return this.standardType(this.roles.get(type), [...seen, type]);
	}

	isCircular(type, seen = []) {
		if (seen.includes(type)) return true;
		return this.roles.has(type) && this.isCircular(this.roles.get(type), [...seen, type]);
	}

	#read(kids, parent) {
		return this.pdf
			.list(kids)
			.map((kid) => this.#readKid(kid, parent))
			.filter((kid) => kid !== undefined);
	}

	#readKid(kid, parent) {
		const { pdf } = this,
			value = pdf.find(kid),
			dict = pdf.dict(kid),
			type = pdf.name(dict["/Type"]);
		const page = dict["/Pg"] ?? parent?.dict["/Pg"];

		if (typeof value === "number") return this.#addContent(parent?.dict["/Pg"], value, parent);
		if (type === "MCR")
			return this.#addContent(dict["/Stm"] ?? page, pdf.find(dict["/MCID"]), parent);
		if (type === "OBJR") return this.#addObject(dict["/Obj"], page, parent);
		if (!("/S" in dict))
			this.faults.push(`${JSON.stringify(kid)} in ${parent?.name} is no element`);
		return this.#addElement(kid, dict, parent);
	}

	#addContent(owner, mcid, element) {
		if (owner === undefined)
			this.faults.push(`content ${mcid} of ${element?.name} is on no page`);
		this.contents.push({ owner, mcid, element });
		if (element) element.content++;
	}

	#addObject(ref, page, element) {
		if (page === undefined) this.faults.push(`an object of ${element?.name} is on no page`);
		if (this.objects.has(ref)) this.faults.push(`object ${ref} is in two elements`);
		this.objects.set(ref, element);
		if (element) element.objects.push(ref);
	}

	#addElement(ref, dict, parent) {
		const { pdf } = this,
			raw = pdf.name(dict["/S"]);
		const element = {
			ref,
			dict,
			parent,
			raw,
			type: this.standardType(raw),
			name: `${raw} ${ref}`,
			content: 0,
			objects: [],
		};

		if (this.byRef.has(ref)) {
			this.faults.push(`${element.name} is twice in the tree`);
			return undefined;
		}
		this.byRef.set(ref, element);
		this.elements.push(element);
		element.kids = this.#read(dict["/K"], element);
		return element;
	}

	// The attribute of the owner, from A; the class map is not looked at.
	attribute(element, owner, key) {
		const { pdf } = this;

		return pdf
			.list(element.dict["/A"])
			.map((part) => pdf.dict(part))
			.filter((part) => pdf.name(part["/O"]) === owner && key in part)
			.map((part) => pdf.find(part[key]))[0];
	}

	// The language that holds for the element, from itself or above.
	langOf(element) {
		for (let at = element; at; at = at.parent)
			if (at.dict["/Lang"] !== undefined) return this.pdf.text(at.dict["/Lang"]);
		return undefined;
	}

	of(...types) {
		return this.elements.filter((element) => types.includes(element.type));
	}
}
