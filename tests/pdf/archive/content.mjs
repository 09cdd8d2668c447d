// What the pages paint, and inside which marked content (ISO 32000-1, 14.6).
import { tokenAt, tokens, valuesOf, words } from "./lexer.mjs";

const OPERATORS = new Set(
	words(`
	b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j
	J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts
	Tw Tz v w W W* y ' "
`),
);
const FILLS = new Set(words("b B b* B* f F f*"));
const STROKES = new Set(words("b B b* B* s S"));
const SPACES = { g: "DeviceGray", rg: "DeviceRGB", k: "DeviceCMYK" };
const IMAGE_KEYS = {
	F: "Filter",
	CS: "ColorSpace",
	I: "Interpolate",
	BPC: "BitsPerComponent",
	IM: "ImageMask",
};

export class Content {
	constructor(pdf) {
		this.pdf = pdf;
		this.sources = []; // { text, where } of every stream
		this.marks = []; // { tag, properties, mcid, owner, where }: each BDC and BMC
		this.shown = new Map(); // font's reference -> code -> how it is shown
		this.bare = []; // where something is painted outside of tags and artifacts
		this.inArtifact = []; // where an element's content is inside an artifact
		this.inTagged = []; // where an artifact is inside an element's content
		this.colours = new Map(); // colour space -> where it is first painted with
		this.intents = []; // { intent, where }
		this.images = []; // { dict, where }, inline ones with names in full
		this.forms = []; // { ref, dict, where }: each time that one is painted
		this.resources = []; // where a name is not in the stream's own Resources
		this.unknown = []; // operators
		this.faults = []; // what is unbalanced or out of place
		this.depth = { level: 0, where: "" };
		for (const page of pdf.pages) this.#readPage(page);
	}

	*tokens() {
		for (const { text, where } of this.sources)
			for (const token of tokens(text)) yield [token, where];
	}

	#readPage(page) {
		const { pdf } = this,
			where = `page ${page.number}`;
		const parts = pdf.list(page.dict["/Contents"]).map((ref) => this.#data(ref, where));
		const own = pdf.dict(page.dict["/Resources"]);

		this.#interpret({
			text: parts.join("\n"),
			where,
			own,
			all: pdf.dict(page.inherited["/Resources"]),
			structParents: page.dict["/StructParents"],
			owner: page.ref,
			marks: [],
			level: 0,
		});
	}

	#data(ref, where) {
		try {
			return this.pdf.data(ref).toString("latin1");
		} catch (error) {
			this.faults.push(`${where}: ${error.message}`);
			return "";
		}
	}

	// stream: text, its resources, the marked content that it is painted in.
	#interpret(stream) {
		const state = {
			...stream,
			base: stream.marks.length,
			saved: [],
			inText: false,
			graphics: {
				font: null,
				mode: 0,
				fill: "DeviceGray",
				stroke: "DeviceGray",
				...stream.graphics,
			},
		};
		let operands = [],
			at = 0;

		this.sources.push({ text: stream.text, where: stream.where });
		state.marks = [...stream.marks];
		for (let token; (token = tokenAt(stream.text, at)); at = token.end) {
			if (token.kind !== "word" || ["true", "false", "null"].includes(token.value)) {
				operands.push(token);
				continue;
			}
			if (token.value === "BI") token.end = this.#inlineImage(state, token.end);
			else this.#operate(state, token, valuesOf(operands));
			operands = [];
		}
		if (state.marks.length > state.base)
			this.faults.push(`${state.where}: ${state.marks.at(-1).tag} is not closed`);
		if (state.saved.length) this.faults.push(`${state.where}: q without Q`);
	}

	#operate(state, { value: operator, at }, operands) {
		const where = `${state.where}, byte ${at}`,
			handler = HANDLERS[operator];

		if (!OPERATORS.has(operator)) this.unknown.push(`${operator} in ${where}`);
		if (handler) handler.call(this, state, operands, where);
		if (FILLS.has(operator)) this.paint(state, state.graphics.fill, where);
		if (STROKES.has(operator)) this.paint(state, state.graphics.stroke, where);
	}

	paint(state, space, where) {
		if (space && !this.colours.has(space)) this.colours.set(space, where);
		if (!state.marks.some((mark) => mark.tag === "Artifact" || mark.element))
			this.bare.push(where);
	}

	// What the name stands for in the stream's resources.
	resource(state, category, name, where) {
		const { pdf } = this,
			found = pdf.dict(state.own[`/${category}`])[`/${name}`];

		if (found !== undefined) return found;
		this.resources.push(`${category} ${name} in ${where}`);
		return pdf.dict(state.all[`/${category}`])[`/${name}`] ?? null;
	}

	open(state, tag, properties, where) {
		const { pdf } = this,
			mcid = properties.get("MCID");
		const parents = pdf.list(pdf.structure.parents.get(pdf.find(state.structParents)));
		const element = mcid === undefined ? undefined : pdf.structure.named(parents[mcid]);
		const mark = { tag, properties, mcid, element, owner: state.owner, where };

		if (tag === "Artifact" && state.marks.some((outer) => outer.element)) {
			this.inTagged.push(where);
			this.inArtifact.push(where);
		}
		if (element && state.marks.some((outer) => outer.tag === "Artifact"))
			this.inArtifact.push(where);
		if (mcid !== undefined && state.marks.some((outer) => outer.mcid !== undefined))
			this.faults.push(`${where}: marked content of an element inside another's`);
		this.marks.push(mark);
		state.marks.push(mark);
	}

	show(state, strings, where) {
		const { font, mode, fill, stroke } = state.graphics;
		const actual = state.marks.some(
			(mark) => mark.properties.has("ActualText") || mark.element?.dict["/ActualText"],
		);

		if (!state.inText) this.faults.push(`${where}: text outside of BT and ET`);
		if (!font) this.faults.push(`${where}: text without a font`);
		if (mode === 0 || mode % 4 === 2 || mode === 4) this.paint(state, fill, where);
		else this.paint(state, mode % 4 === 1 ? stroke : undefined, where);
		for (const { string } of strings.filter((item) => item.string !== undefined))
			this.#showCodes(font, string, { mode, actual, where });
	}

	#showCodes(font, string, how) {
		const codes = this.shown.get(font) ?? new Map(),
			isComposite = this.pdf.name(this.pdf.dict(font)["/Subtype"]) === "Type0";
		const bytes = Buffer.from(string, "latin1"),
			size = isComposite ? 2 : 1;

		this.shown.set(font, codes);
		if (bytes.length % size) this.faults.push(`${how.where}: half a code`);
		for (let i = 0; i < bytes.length; i += size) {
			const code = bytes.readUIntBE(i, Math.min(size, bytes.length - i)),
				known = codes.get(code);

			if (!known)
				codes.set(code, { where: how.where, visible: how.mode !== 3, bare: !how.actual });
			else {
				known.visible ||= how.mode !== 3;
				known.bare ||= !how.actual;
			}
		}
	}

	paintObject(state, name, where) {
		const { pdf } = this,
			ref = this.resource(state, "XObject", name, where),
			dict = pdf.dict(ref);

		if (pdf.name(dict["/Subtype"]) === "Image") {
			this.images.push({ dict, where });
			this.paint(
				state,
				this.spaceOf(state, dict["/ColorSpace"], dict["/ImageMask"] === true),
				where,
			);
		} else if (pdf.name(dict["/Subtype"]) === "Form" && pdf.isStream(ref))
			this.#paintForm(state, ref, dict, where);
	}

	#paintForm(state, ref, dict, where) {
		const repeated = where.split(ref).length > 2,
			{ pdf } = this;

		this.forms.push({ ref, dict, where });
		if (repeated) {
			this.faults.push(`${where}: form ${ref} paints itself`);
			return;
		}
		const own = pdf.dict(dict["/Resources"]);
		this.#interpret({
			text: this.#data(ref, where),
			where: `form ${ref} on ${where}`,
			own,
			all: { ...state.all, ...own },
			structParents: dict["/StructParents"],
			owner: ref,
			marks: state.marks,
			graphics: state.graphics,
			level: state.level + state.saved.length,
		});
	}

	// A device space's name; other spaces' family.
	spaceOf(state, value, isMask) {
		const { pdf } = this,
			space = pdf.find(value);

		if (isMask) return state.graphics.fill;
		return pdf.name(Array.isArray(space) ? space[0] : space);
	}

	#inlineImage(state, from) {
		const list = [],
			dict = {},
			where = `${state.where}, byte ${from}`;
		let at = from;

		for (let token; (token = tokenAt(state.text, at)); at = token.end) {
			if (token.kind === "word" && token.value === "ID") {
				at = token.end + 1;
				break;
			}
			list.push(token);
		}
		for (const [key, value] of mapOfAll(list))
			dict[`/${IMAGE_KEYS[key] ?? key}`] =
				typeof value === "number"
					? value
					: value?.name
						? `/${value.name}`
						: value?.word === "true";
		this.images.push({ dict, where, isInline: true });
		this.paint(state, undefined, where);
		const end = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g;
		end.lastIndex = at;
		return end.exec(state.text) ? end.lastIndex : state.text.length;
	}
}

const mapOfAll = (list) => {
	const values = valuesOf(list);

	return values.filter((value, i) => i % 2 === 0).map((key, i) => [key.name, values[2 * i + 1]]);
};

// A property list stands in the stream or in its resources.
function propertiesOf(content, state, value, where) {
	if (value instanceof Map) return value;
	const dict = content.pdf.dict(content.resource(state, "Properties", value?.name, where));

	return new Map(Object.entries(dict).map(([key, item]) => [key.slice(1), item]));
}

const colour = (key, space) => (state) => {
	state.graphics[key] = space;
};
const chosen = (key) =>
	function (state, [value], where) {
		const isDevice = /^Device(Gray|RGB|CMYK)$|^Pattern$/.test(value?.name);

		state.graphics[key] = isDevice
			? value.name
			: this.spaceOf(state, this.resource(state, "ColorSpace", value?.name, where), false);
	};

const HANDLERS = {
	q(state, operands, where) {
		state.saved.push({ ...state.graphics });
		const level = state.level + state.saved.length;
		if (level > this.depth.level) this.depth = { level, where };
	},
	Q(state, operands, where) {
		if (!state.saved.length) this.faults.push(`${where}: Q without q`);
		state.graphics = state.saved.pop() ?? state.graphics;
	},
	BT(state, operands, where) {
		if (state.inText) this.faults.push(`${where}: BT inside BT`);
		state.inText = true;
	},
	ET(state, operands, where) {
		if (!state.inText) this.faults.push(`${where}: ET without BT`);
		state.inText = false;
	},
	BMC(state, [tag], where) {
		this.open(state, tag?.name, new Map(), where);
	},
	BDC(state, [tag, list], where) {
		this.open(state, tag?.name, propertiesOf(this, state, list, where), where);
	},
	EMC(state, operands, where) {
		if (state.marks.length > state.base) state.marks.pop();
		else this.faults.push(`${where}: EMC without BDC`);
	},
	Tf(state, [name], where) {
		state.graphics.font = this.resource(state, "Font", name?.name, where);
	},
	Tr(state, [mode]) {
		state.graphics.mode = mode;
	},
	Tj(state, strings, where) {
		this.show(state, strings, where);
	},
	TJ(state, [items], where) {
		this.show(state, items ?? [], where);
	},
	"'"(state, strings, where) {
		this.show(state, strings, where);
	},
	'"'(state, strings, where) {
		this.show(state, strings, where);
	},
	Do(state, [name], where) {
		this.paintObject(state, name?.name, where);
	},
	sh(state, [name], where) {
		this.resource(state, "Shading", name?.name, where);
		this.paint(state, undefined, where);
	},
	gs(state, [name], where) {
		this.resource(state, "ExtGState", name?.name, where);
	},
	ri(state, [name], where) {
		this.intents.push({ intent: name?.name, where });
	},
	g: colour("fill", SPACES.g),
	rg: colour("fill", SPACES.rg),
	k: colour("fill", SPACES.k),
	G: colour("stroke", SPACES.g),
	RG: colour("stroke", SPACES.rg),
	K: colour("stroke", SPACES.k),
	cs: chosen("fill"),
	CS: chosen("stroke"),
};
