// All rules: [ids, sentence, check(pdf, fail)].  An id is "3a:" or "ua1:" with the clause and
// number of veraPDF's profile, or "own:" with a name; fail(where) tells one place.
import { Content } from "./content.mjs";
import { readFonts } from "./fonts.mjs";
import { Pdf } from "./pdf.mjs";
import { Structure } from "./structure.mjs";
import { Xmp } from "./xmp.mjs";
import { rules as actions } from "./rules/actions.mjs";
import { rules as annotations } from "./rules/annotations.mjs";
import { rules as attachments } from "./rules/attachments.mjs";
import { rules as file } from "./rules/file.mjs";
import { rules as fonts } from "./rules/fonts.mjs";
import { rules as forms } from "./rules/forms.mjs";
import { rules as graphics } from "./rules/graphics.mjs";
import { rules as language } from "./rules/language.mjs";
import { rules as metadata } from "./rules/metadata.mjs";
import { rules as structure } from "./rules/structure.mjs";
import { rules as tables } from "./rules/tables.mjs";

export const rules = [
	...file,
	...graphics,
	...fonts,
	...annotations,
	...forms,
	...actions,
	...attachments,
	...metadata,
	...structure,
	...tables,
	...language,
].map(([ids, sentence, check]) => ({ ids: ids.split(" "), sentence, check }));

// What veraPDF calls flavours.  The rules of PDF/A-3 are PDF/A-2's but for attachments and for the part
// that XMP names; level B demands neither tags nor texts of codes.
const FLAVOURS = {
	"3a": { ids: /^3a:/, part: "3", level: "A" },
	"2a": { ids: /^3a:/, part: "2", level: "A" },
	"2b": { ids: /^3a:(?!6\.7|6\.2\.11\.7)/, part: "2", level: "B" },
	ua1: { ids: /^ua1:/ },
};

// Whether a rule is one of the flavour; those of our own are of every one.
export const concerns = (flavour, id) => id.startsWith("own:") || FLAVOURS[flavour].ids.test(id);

function readPdf(path, flavours) {
	const pdf = new Pdf(path);

	Object.assign(pdf, ...flavours.map((flavour) => FLAVOURS[flavour]));

	pdf.structure = new Structure(pdf);
	pdf.content = new Content(pdf);
	pdf.fonts = readFonts(pdf);
	pdf.xmp = new Xmp(pdf);
	return pdf;
}

// A file may be so broken that a rule stumbles over it: that is no good file either.
function apply({ ids, sentence, check }, pdf) {
	const places = [];

	try {
		check(pdf, (place) => places.push(place));
	} catch (error) {
		return { ids, sentence, places: [error.message], error };
	}
	return { ids, sentence, places };
}

// The rules that the file breaks: { ids, sentence, places, error }.
export function findFaults(path, flavours = ["3a", "ua1"]) {
	let pdf;

	try {
		pdf = readPdf(path, flavours);
	} catch (error) {
		return [{ ids: ["own:file"], sentence: "the file can be read", places: [error.message] }];
	}
	return rules.map((rule) => apply(rule, pdf)).filter(({ places }) => places.length);
}
