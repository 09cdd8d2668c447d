# Is every paragraph of a document on its pages, once?  awk -f texts.awk DOC-DUMP PAGES-DUMP
# Compares without spaces: a line's end may have taken one.  A paragraph's text is that of one
# structure element, with its label before it or not; artifacts (repeated heads) do not count.
# A chart's texts are parts of what its figure says.
function squeezed(text) {
	gsub(/[ \t]/, "", text)
	return text
}
function end_paragraph() {
	if (body != "" && in_chart)
		in_figures[body]++
	else if (body != "")
		wanted[label, body]++
	body = label = ""
}
# How often the figures have the text.
function count_in_figures(text,   element, rest, n, at) {
	for (element in found)
		if (element ~ /^Figure/)
			for (rest = found[element]; at = index(rest, text); n++)
				rest = substr(rest, at + length(text))
	return n
}
FNR == 1 { file++ }
file == 1 && /^ *[0-9]+: / {
	end_paragraph()
	match($0, /^ */)
	in_chart = chart && RLENGTH > chart
	if (!in_chart)
		chart = $2 == "chart" ? RLENGTH : 0
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
	for (text in in_figures) {
		n = count_in_figures(text)
		if (n >= in_figures[text]) {
			passed++
			continue
		}
		failed++
		printf "%d times instead of %d in a figure: %s\n", n, in_figures[text], text
	}
	printf "%d passed, %d failed\n", passed, failed
}
