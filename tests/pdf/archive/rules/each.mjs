// A rule about each thing of a kind: listOf(pdf) gives the things, broken(thing, pdf) says what is
// wrong with one, or true where its name says enough.
export const each = (listOf, nameOf) => (broken) => (pdf, fail) => {
	for (const thing of listOf(pdf)) {
		const found = broken(thing, pdf);

		if (found) fail(found === true ? nameOf(thing, pdf) : `${nameOf(thing, pdf)}: ${found}`);
	}
};
