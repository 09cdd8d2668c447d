# Is every paragraph of a document on its pages, once?  awk -f texts.awk DOC-DUMP PAGES-DUMP
# Compares without spaces: a line's end may have taken one.  A paragraph's text is that of one
# structure element, with its label before it or not; artifacts (repeated heads) do not count.
function squeezed(text) {
	gsub(/[ \t]/, "", text)
	return text
}
function end_paragraph() {
	if (body != "")
		wanted[label, body]++
	body = label = ""
}
FNR == 1 { file++ }
file == 1 && /^ *[0-9]+: / {
	end_paragraph()
	if (match($0, / label="[^"]*"/))
		label = squeezed(substr($0, RSTART + 8, RLENGTH - 9))
}
file == 1 && /^ *text.*\|$/ {
	sub(/^ *text[^|]*\|/, "")
	body = body squeezed(substr($0, 1, length($0) - 1))
}
file == 2 && $1 == "text" && $2 !~ /^(layout|pagination)$/ {
	match($0, /".*"$/)
	found[$2] = found[$2] squeezed(substr($0, RSTART + 1, RLENGTH - 2))
}
END {
	end_paragraph()
	for (element in found)
		count[found[element]]++
	for (key in wanted) {
		split(key, part, SUBSEP)
		n = count[part[2]] + (part[1] == "" ? 0 : count[part[1] part[2]])
		if (n == wanted[key]) {
			passed++
			continue
		}
		failed++
		printf "%d times instead of %d: %s\n", n, wanted[key], part[2]
	}
	printf "%d passed, %d failed\n", passed, failed
}
