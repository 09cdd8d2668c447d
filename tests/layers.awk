# The layer rule, the length of functions and lines, at most five parameters; see the table in README.md.
# Prints each breach as FILE:LINE: ... and a closing line.
function layer(path,   part) {
	split(path, part, "/")
	return part[3] ? part[2] : "top"
}
function breach(text) {
	printf "%s:%d: %s\n", FILENAME, FNR, text
	failed++
}
# Columns with tabs to the next eighth; bytes of UTF-8 that go on take none.
function columns(text,   i, n, c) {
	for (i = 1; i <= length(text); i++) {
		c = substr(text, i, 1)
		n += c == "\t" ? 8 - n % 8 : c !~ /[\200-\277]/
	}
	return n
}
# Commas between the outermost parentheses, and one.
function parameters(text,   i, c, depth, n) {
	for (i = 1; i <= length(text); i++) {
		c = substr(text, i, 1)
		depth += (c == "(") - (c == ")")
		n += c == "," && depth == 1
	}
	return n + 1
}
BEGIN {
	n = split("base model template doc image text page layout pdf web top", names, " ")
	for (i = 1; i <= n; i++)
		order[names[i]] = i
	# third-party headers: where they may be included
	home["hpdf"] = "pdf/object.c"
	home["libxml"] = "model/ template/ doc/ image/svg pdf/xmp.c web/ report.c session.c"
	home["libxslt"] = "template/"
	home["hb"] = "text/ pdf/embed.c"
	home["ft2build"] = "text/"
	home["thai"] = "text/"
	home["datrie"] = "text/trie.c"
	home["linebreak"] = "text/"
	home["qpdf"] = "pdf/libqpdf.h"
	home["png"] = "image/png_file.c"
	home["jpeglib"] = "image/jpeg_file.c"
	home["jerror"] = "image/jpeg_file.c"
	home["setjmp"] = "image/jpeg_file.c"
	home["libdeflate"] = "pdf/deflate.c"
	home["zlib"] = "image/squeeze.c pdf/enclosed.c"
}
FNR == 1 { mine = layer(FILENAME); files++ }
/^#include "/ {
	split($2, part, "\"")
	split(part[2], path, "/")
	theirs = path[2] ? path[1] : "top"
	if (order[theirs] > order[mine] || (mine == "pdf" && theirs == "layout"))
		breach("layer " mine " includes " part[2])
}
/^#include </ {
	name = $2
	gsub(/[<>]/, "", name)
	split(name, path, /[\/.-]/)
	if (path[1] in home) {
		allowed = 0
		k = split(home[path[1]], places, " ")
		for (i = 1; i <= k; i++)
			if (index(FILENAME, "src/" places[i]) == 1)
				allowed = 1
		if (!allowed)
			breach(name " is included outside " home[path[1]])
	}
}
columns($0) > 100 { breach("a line of " columns($0) " columns") }
# From the line with a function's name to its brace.
/^[a-z].*\(/ { heading = "" }
{ heading = heading $0 }
# libxml2 gives its SAX callback nine, HarfBuzz its drawing ones six to ten
/^{/ && parameters(heading) > 5 && heading !~ /on_(element|move|line|curve)/ {
	breach("a function of " parameters(heading) " parameters")
}
/^[{};]|;$/ { heading = "" }
/^{/ { start = FNR }
/^}/ && start {
	functions++
	if (FNR - start + 1 > 60)
		breach("a function of " (FNR - start + 1) " lines")
	start = 0
}
END {
	printf "%d passed, %d failed\n", files + functions - failed, failed
	exit failed > 0
}
