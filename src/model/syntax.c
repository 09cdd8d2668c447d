#include "model/syntax.h"

#include <string.h>

/* {1} and {3} are the parser's first and second name, {2} is its line. */
static const struct { int code; const char *words; } table[] = {
	{ XML_ERR_DOCUMENT_EMPTY, N_("it does not begin with an element; is it the right file?") },
	{ XML_ERR_DOCUMENT_END, N_("something stands behind the end of the whole; delete it, or "
		"the tag that ends too early") },
	{ XML_ERR_TAG_NAME_MISMATCH, N_("<{1}> from line {2} is closed by </{3}>; write </{1}> "
		"before it, or correct one of them") },
	{ XML_ERR_TAG_NOT_FINISHED, N_("<{1}> from line {2} is never closed; add </{1}>") },
	{ XML_ERR_GT_REQUIRED, N_("the tag <{1} from line {2} is not complete; a > is missing, or "
		"a space before an attribute") },
	{ XML_ERR_UNDECLARED_ENTITY, N_("&{1}; is not known; write the character itself") },
	{ XML_ERR_ENTITYREF_SEMICOL_MISSING, N_("write &amp; for an &, as a ; is missing here") },
	{ XML_ERR_NAME_REQUIRED, N_("write &amp; for an &, and &lt; for a <") },
	{ XML_ERR_LT_IN_ATTRIBUTE, N_("a < stands in the value of an attribute; write &lt;, or "
		"close the value's quotes") },
	{ XML_ERR_ATTRIBUTE_NOT_STARTED, N_("an attribute's value must stand in quotes \"...\"") },
	{ XML_ERR_ATTRIBUTE_NOT_FINISHED, N_("the quotes of an attribute's value are not closed") },
	{ XML_ERR_ATTRIBUTE_WITHOUT_VALUE, N_("the attribute {1} has no value; write "
		"{1}=\"...\"") },
	{ XML_ERR_ATTRIBUTE_REDEFINED, N_("the attribute {1} stands here twice; delete one") },
	{ XML_ERR_SPACE_REQUIRED, N_("a space is missing before an attribute") },
	{ XML_ERR_INVALID_CHAR, N_("an invisible character that XML does not allow; delete it") },
	{ XML_ERR_COMMENT_NOT_FINISHED, N_("a comment is not closed; add -->") },
	{ XML_ERR_HYPHEN_IN_COMMENT, N_("a comment cannot have -- in it; delete one hyphen") },
	{ XML_ERR_RESERVED_XML_NAME, N_("<?xml ...?> must stand in the file's first line, with "
		"nothing before it") },
	{ XML_NS_ERR_UNDEFINED_NAMESPACE, N_("{1}: has no meaning here; delete it, or declare "
		"xmlns:{1}=\"...\"") },
};

const char *syntax_explain(struct arena *arena, const xmlError *error)
{
	const char *names[] = { error->str1, error->str2 };
	const char *line = arena_printf(arena, "%d", error->int1);
	int n = sizeof table / sizeof *table, i = 0;

	while (i < n && table[i].code != error->code)
		i++;
	if (i == n || (strstr(table[i].words, "{1}") && !names[0])
			|| (strstr(table[i].words, "{3}") && !names[1]))
		return NULL;
	return phrase(arena, table[i].words, names[0] ? names[0] : "", line,
		names[1] ? names[1] : "");
}

bool syntax_is_echo(const xmlError *error)
{
	return error->code == XML_ERR_DOCUMENT_END || error->code == XML_ERR_GT_REQUIRED
		|| error->code == XML_ERR_SPACE_REQUIRED;
}
