/*
 * libFuzzer's mutator for XML: it moves, doubles, drops and wraps elements, mixes values of
 * attributes and texts, so that inputs get past the schema; a few changes are of bytes.
 */
#include "fuzz.h"

#include <libxml/parser.h>

size_t LLVMFuzzerMutate(uint8_t *, size_t size, size_t room);
size_t LLVMFuzzerCustomMutator(uint8_t *, size_t size, size_t room, unsigned seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *, size_t size, const uint8_t *other,
	size_t other_size, uint8_t *out, size_t room, unsigned seed);

enum { VALUE_ROOM = 200, PASSAGES = 40, ELEMENTS_MOST = 4000 };

static const char *const values[] = {
	"", "0", "1", "-1", "2", "๒", "7", "100", "101", "1000", "65535", "2147483647",
	"99999999999999999999", "0.001", "0.004pt", "1pt", "200cm", "-5cm", "10m", "33.33%", "100%",
	"yes", "no", "2565-04", "2565-02-29", "2566-09-30", "๒๕๖๕", "#1", "#000", "p", "none", "th",
};

static const char *const texts[] = {
	" ", "ก", "น้ำ", "ที่", "ๆ", "ฯลฯ", "กรุงเทพมหานคร", "\u200b", "\u00ad", "\u00a0", "\u2060",
	"\u2028", "e\u0301", "เเ", "ํา", "\U0001f600", "سلام", "漢字", "A4 ISO 9001:2015 ",
	"unbreakable", "๑,๒๓๔.๕๖", "100.00", "(((", "…", "\t", "\n",
};

static xmlDoc *parse(const uint8_t *data, size_t size)
{
	return xmlReadMemory((const char *)data, (int)size, NULL, NULL,
		XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
}

static xmlNode *walk(xmlNode *root, xmlNode *node)
{
	xmlNode *next = xmlFirstElementChild(node);

	for (; !next && node != root; node = node->parent)
		next = xmlNextElementSibling(node);
	return next;
}

static uint32_t count_elements(xmlNode *root)
{
	uint32_t n = 1;

	for (xmlNode *node = root; (node = walk(root, node)); )
		n++;
	return n;
}

static xmlNode *choose_element(xmlDoc *doc, uint32_t *seed)
{
	xmlNode *root = xmlDocGetRootElement(doc), *node = root;

	for (uint32_t n = fuzz_next(seed) % count_elements(root); n; n--)
		node = walk(root, node);
	return node;
}

static xmlAttr *choose_attribute(xmlDoc *doc, const xmlChar *name, uint32_t *seed)
{
	for (int i = 0; i < PASSAGES; i++) {
		xmlNode *node = choose_element(doc, seed);
		xmlAttr *attribute = node->properties;

		for (uint32_t n = fuzz_next(seed) % 4; n && attribute && attribute->next; n--)
			attribute = attribute->next;
		if (attribute && !attribute->ns && (!name || xmlStrEqual(attribute->name, name)))
			return attribute;
	}
	return NULL;
}

/* libFuzzer's own change of a short text, if XML can hold what comes of it. */
static void mutate_text(char *text, size_t room)
{
	char changed[VALUE_ROOM + 1] = "";
	size_t n = strlen(text);

	if (n >= room)
		return;
	memcpy(changed, text, n);
	n = LLVMFuzzerMutate((uint8_t *)changed, n, room);
	changed[n] = '\0';
	for (size_t i = 0; changed[i]; i++)
		if ((unsigned char)changed[i] < ' ' && !strchr("\t\n\r", changed[i]))
			changed[i] = ' ';
	if (xmlCheckUTF8((xmlChar *)changed))
		strcpy(text, changed);
}

static void change_value(xmlDoc *doc, uint32_t *seed)
{
	xmlAttr *attribute = choose_attribute(doc, NULL, seed), *other;
	char text[VALUE_ROOM + 1] = "";
	xmlChar *old;

	if (!attribute)
		return;
	other = fuzz_next(seed) % 2 ? choose_attribute(doc, attribute->name, seed) : attribute;
	old = xmlGetNoNsProp((other ? other : attribute)->parent, attribute->name);
	if (old && xmlStrlen(old) < VALUE_ROOM)
		strcpy(text, (char *)old);
	if (fuzz_next(seed) % 3 == 0)
		strcpy(text, values[fuzz_next(seed) % (sizeof values / sizeof *values)]);
	if (fuzz_next(seed) % 3 == 0)
		mutate_text(text, VALUE_ROOM);
	xmlSetProp(attribute->parent, attribute->name, (xmlChar *)text);
	xmlFree(old);
}

static void change_text(xmlDoc *doc, uint32_t *seed)
{
	xmlNode *node = choose_element(doc, seed);
	const char *text = texts[fuzz_next(seed) % (sizeof texts / sizeof *texts)];
	char changed[VALUE_ROOM + 1] = "";

	for (node = node->children; node && node->type != XML_TEXT_NODE; )
		node = node->next;
	if (!node)
		return;
	if (fuzz_next(seed) % 2 && xmlStrlen(node->content) < VALUE_ROOM) {
		strcpy(changed, (char *)node->content);
		mutate_text(changed, VALUE_ROOM);
		xmlNodeSetContent(node, NULL);
		xmlNodeAddContent(node, (xmlChar *)changed);
	}
	for (uint32_t n = fuzz_next(seed) % 8 ? 1 : fuzz_next(seed) % 100; n; n--)
		xmlNodeAddContent(node, (const xmlChar *)text);
}

/* Before, behind or in the other one. */
static void put(xmlNode *node, xmlNode *other, uint32_t *seed)
{
	bool is_root = other->parent->type != XML_ELEMENT_NODE;

	switch (is_root ? 2 : fuzz_next(seed) % 3) {
	case 0: xmlAddPrevSibling(other, node); break;
	case 1: xmlAddNextSibling(other, node); break;
	default: xmlAddChild(other, node);
	}
}

static bool is_above(const xmlNode *node, const xmlNode *other)
{
	while (other && other != node)
		other = other->parent;
	return other;
}

static void move_element(xmlDoc *doc, uint32_t *seed)
{
	xmlNode *node = choose_element(doc, seed), *other = choose_element(doc, seed);

	if (is_above(node, other))
		return;
	xmlUnlinkNode(node);
	put(node, other, seed);
}

/* Beside itself or somewhere else; sometimes often, within bounds: copies of copies grow fast. */
static void copy_element(xmlDoc *doc, uint32_t *seed)
{
	xmlNode *node = choose_element(doc, seed);
	xmlNode *other = fuzz_next(seed) % 3 ? node : choose_element(doc, seed);
	uint32_t n = fuzz_next(seed) % 8 ? 1 : fuzz_next(seed) % 20;

	if (other != node && is_above(node, other))
		n = 1;
	if (count_elements(xmlDocGetRootElement(doc)) + n * count_elements(node) > ELEMENTS_MOST)
		return;
	for (; n; n--)
		if (other->parent->type == XML_ELEMENT_NODE)
			xmlAddNextSibling(other, xmlDocCopyNode(node, doc, 1));
}

static void drop_element(xmlDoc *doc, uint32_t *seed)
{
	xmlNode *node = choose_element(doc, seed);

	if (node->parent->type != XML_ELEMENT_NODE)
		return;
	xmlUnlinkNode(node);
	xmlFreeNode(node);
}

static void drop_attribute(xmlDoc *doc, uint32_t *seed)
{
	xmlAttr *attribute = choose_attribute(doc, NULL, seed);

	if (attribute)
		xmlRemoveProp(attribute);
}

/* What is in the element stands in a copy of another one there. */
static void wrap_element(xmlDoc *doc, uint32_t *seed)
{
	xmlNode *node = choose_element(doc, seed);
	xmlNode *wrap = xmlDocCopyNode(choose_element(doc, seed), doc, 2);

	if (node->parent->type != XML_ELEMENT_NODE) {
		xmlFreeNode(wrap);
		return;
	}
	xmlReplaceNode(node, wrap);
	xmlAddChild(wrap, node);
}

static void change(xmlDoc *doc, uint32_t *seed)
{
	static void (*const changes[])(xmlDoc *, uint32_t *) = {
		change_value, change_value, change_value, change_text, change_text, move_element,
		copy_element, copy_element, drop_element, drop_attribute, wrap_element,
	};

	changes[fuzz_next(seed) % (sizeof changes / sizeof *changes)](doc, seed);
}

/* Writes and frees the document; 0 if there is no room. */
static size_t finish(xmlDoc *doc, uint8_t *out, size_t room)
{
	xmlChar *text;
	int n;

	xmlDocDumpMemoryEnc(doc, &text, &n, "UTF-8");
	xmlFreeDoc(doc);
	if ((size_t)n > room)
		n = 0;
	memcpy(out, text, (size_t)n);
	xmlFree(text);
	return (size_t)n;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t room, unsigned seed)
{
	uint32_t numbers = seed;
	xmlDoc *doc = fuzz_next(&numbers) % 8 ? parse(data, size) : NULL;
	size_t n = 0;

	if (doc) {
		for (uint32_t i = 1 + fuzz_next(&numbers) % 4; i; i--)
			change(doc, &numbers);
		n = finish(doc, data, room);
	}
	return n ? n : LLVMFuzzerMutate(data, size, room);
}

/* An element of the other input somewhere in this one. */
size_t LLVMFuzzerCustomCrossOver(const uint8_t *data, size_t size, const uint8_t *other,
	size_t other_size, uint8_t *out, size_t room, unsigned seed)
{
	uint32_t numbers = seed;
	xmlDoc *doc = parse(data, size), *from = parse(other, other_size);
	size_t n = 0;

	if (doc && from) {
		xmlNode *copy = xmlDocCopyNode(choose_element(from, &numbers), doc, 1);

		put(copy, choose_element(doc, &numbers), &numbers);
		n = finish(doc, out, room);
		doc = NULL;
	}
	xmlFreeDoc(doc);
	xmlFreeDoc(from);
	return n;
}
