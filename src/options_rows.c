#include "options.h"

enum { INPUTS_MOST = 1 << 20 };

const struct command_row command_rows[] = {
	[COMMAND_BUILD] = { "build", "REPORT.xml... [-o OUT.pdf | -o FOLDER/]",
		N_("makes the PDF of a report, beside it or at -o"),
		1, INPUTS_MOST, REPORT_PDF, {
		{ "build report.xml", N_("makes report.pdf beside it") },
		{ "build report.xml --profile print -o council.pdf",
			N_("makes the copy for the council: black and grey, for both sides") },
		{ "build reports/*.xml -o made/ -j 4",
			N_("makes many at a time; one with errors does not stop the others") } } },
	[COMMAND_CHECK] = { "check", "REPORT.xml...",
		N_("tells all problems of a report, makes nothing"),
		1, INPUTS_MOST, REPORT_CHECK, {
		{ "check report.xml", N_("tells what is wrong or still missing, line by line") },
		{ "check report.xml --strict && raingan build report.xml",
			N_("makes the PDF only if there is not even a warning") } } },
	[COMMAND_RENDER] = { "render", "DOCUMENT.xml --styles STYLES.xml [-o OUT.pdf]",
		N_("makes the PDF of a document in raingan's own vocabulary"),
		1, INPUTS_MOST, REPORT_PDF, {
		{ "render letter.xml --styles styles.xml", N_("makes letter.pdf beside it") } } },
	[COMMAND_WATCH] = { "watch", "REPORT.xml [-o OUT.pdf]",
		N_("makes a report's PDF again whenever something of it is saved"),
		1, 1, REPORT_PDF, {
		{ "watch report.xml",
			N_("write, save, and look at report.pdf; ends with Ctrl-C") } } },
	[COMMAND_NEW] = { "new", "--year YEAR [--from LAST.xml] [--scores FILE.csv] [-o FILE]",
		N_("begins a year's report, measures-YEAR.xml, for you to fill in"),
		0, 0, REPORT_PDF, {
		{ "new --year 2566", N_("begins an empty report") },
		{ "new --year 2566 --from measures-2565.xml",
			N_("takes over what last year's report has") },
		{ "new --year 2566 --from measures-2565.xml --scores ita.csv",
			N_("fills in the announced scores too") } } },
	[COMMAND_WEB] = { "web", "REPORT.xml -o FOLDER [--template NAME]",
		N_("makes a folder for a website: page, PDF, data"),
		1, 1, REPORT_WEB, {
		{ "web report.xml -o website/2566",
			N_("then copy the folder to the web server as it is") } } },
	[COMMAND_EXTRACT] = { "extract", "REPORT.pdf [-o FOLDER]",
		N_("the report inside a PDF to standard output; all attachments with -o"),
		1, 1, REPORT_PDF, {
		{ "extract report.pdf > report.xml", N_("gets the report back from its PDF") },
		{ "extract report.pdf -o data/", N_("gets the tables of scores and all else") } } },
};

/* Sets of commands. */
enum {
	BUILD = 1 << COMMAND_BUILD, CHECK = 1 << COMMAND_CHECK, RENDER = 1 << COMMAND_RENDER,
	NEW = 1 << COMMAND_NEW, WEB = 1 << COMMAND_WEB,
	EVERY = (1 << COMMANDS) - 1,
	WATCH = 1 << COMMAND_WATCH, MAKERS = BUILD | RENDER, PDFS = MAKERS | WATCH,
};

const struct option_row option_rows[] = {
	[OPTION_OUTPUT] = { "output", 'o', "PATH",
		N_("what is made; a folder if it ends in /, is one or there\n"
		"are many inputs; - is standard input or output:\n"
		"build - -o -"),
		EVERY & ~CHECK, GROUP_OWN },
	[OPTION_TEMPLATE] = { "template", 0, "NAME",
		N_("another template of the report's kind"), BUILD | WATCH | CHECK | WEB,
		GROUP_OWN },
	[OPTION_STYLES] = { "styles", 0, "FILE",
		N_("the styles of the document"), RENDER | WATCH, GROUP_OWN },
	[OPTION_PROFILE] = { "profile", 0, "NAME",
		N_("archive (PDF/A-3a, PDF/UA-1, with its data inside),\n"
		"screen (smaller) or print (black and grey,\n"
		"mirrored margins)"), PDFS, GROUP_OWN },
	[OPTION_SECTIONS] = { "sections", 0, "N-M",
		N_("only the pages of these sections, with their numbers;\nN: of one"),
		PDFS, GROUP_OWN },
	[OPTION_ONLY] = { "only", 0, "ID",
		N_("only the pages of what has this id, such as measures"), PDFS, GROUP_OWN },
	[OPTION_COMPACT] = { "compact", 0, NULL, N_("a smaller PDF"), PDFS | WEB, GROUP_OWN },
	[OPTION_LINEARIZE] = { "linearize", 0, NULL,
		N_("also smaller; its first page shows while the rest loads"),
		PDFS | WEB, GROUP_OWN },
	[OPTION_YEAR] = { "year", 0, "YEAR",
		N_("of the plan, such as 2566; the scores are of the year\nbefore"),
		NEW, GROUP_OWN },
	[OPTION_FROM] = { "from", 0, "FILE",
		N_("last year's report, which the new one takes over"), NEW, GROUP_OWN },
	[OPTION_SCORES] = { "scores", 0, "FILE",
		N_("a table saved as CSV; its first row names the columns\n"
		"ตัวชี้วัด (i1, 1 or a name) and คะแนน"), NEW, GROUP_OWN },
	[OPTION_STRICT] = { "strict", 0, NULL,
		N_("warnings are errors"),
		BUILD | WATCH | CHECK | RENDER | WEB, GROUP_OWN },
	[OPTION_JOBS] = { "jobs", 'j', "N",
		N_("reports made at one time, where inputs are many"),
		BUILD | CHECK | RENDER, GROUP_OWN },
	[OPTION_RESUME] = { "resume", 0, NULL,
		N_("leaves PDFs alone that are newer than what makes them"),
		MAKERS, GROUP_OWN },
	[OPTION_DUMP] = { "dump", 0, "STAGE",
		N_("tree, files, doc, text, strips or pages on standard\n"
		"output, no PDF"),
		MAKERS, GROUP_OWN },
	[OPTION_TIMINGS] = { "timings", 0, NULL,
		N_("tells how long each stage took, in milliseconds"),
		BUILD | CHECK | RENDER, GROUP_OWN },
	[OPTION_AGENDA] = { "agenda", 0, "TEXT",
		N_("the agenda item, in the running head"), PDFS, GROUP_PAPER },
	[OPTION_DRAFT] = { "draft", 0, NULL,
		N_("prints the Thai word for draft across each page"), PDFS, GROUP_PAPER },
	[OPTION_LINE_NUMBERS] = { "line-numbers", 0, NULL,
		N_("numbers the lines of each page"), PDFS, GROUP_PAPER },
	[OPTION_RECTO] = { "recto", 0, NULL,
		N_("each part begins on a right-hand page"), PDFS, GROUP_PAPER },
	[OPTION_ONE_SIDED] = { "one-sided", 0, NULL,
		N_("paper is printed on one side: no mirrored margins"), PDFS, GROUP_PAPER },
	[OPTION_COPIES] = { "copies", 0, "N",
		N_("asks the printer for them"), PDFS, GROUP_PAPER },
	[OPTION_BOOKLET] = { "booklet", 0, "SIZE",
		N_("two pages a side of A4 or A3 sheets, in folding order"),
		PDFS, GROUP_PAPER },
	[OPTION_LANG] = { "lang", 0, "th|en",
		N_("the language of what raingan says"), EVERY, GROUP_COMMON },
	[OPTION_QUIET] = { "quiet", 'q', NULL,
		N_("tells errors only: no warnings, no progress"), EVERY, GROUP_COMMON },
	[OPTION_JSON] = { "json", 0, NULL,
		N_("tells problems as JSON, one a line, on standard error"), EVERY, GROUP_COMMON },
	[OPTION_DATA] = { "data", 0, "FOLDER",
		N_("where templates, fonts and schemes are"), EVERY, GROUP_COMMON },
	[OPTION_NO_SANDBOX] = { "no-sandbox", 0, NULL,
		N_("without the guard against touching other folders"),
		EVERY, GROUP_COMMON },
	[OPTION_HELP] = { "help", 0, NULL, N_("this help"), EVERY, GROUP_COMMON },
	[OPTION_VERSION] = { "version", 0, NULL, N_("raingan's version"), EVERY, GROUP_COMMON },
};
