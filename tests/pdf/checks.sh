# What the finished PDF must be, told by other programs.  Sourced by tests/run.

# Fonts that pdffonts lists (two lines of head) without "yes yes" for embedded and subset.
fonts_embedded() {
	local n
	n=$(pdffonts "$1" | tail -n +3 | wc -l)
	pdffonts "$1"
	[ "$n" -gt 0 ] && [ "$(pdffonts "$1" | tail -n +3 | grep -c ' yes yes ')" = "$n" ]
}

same_bytes() {
	"$raingan" build data/trang-2565.xml -o "$work/again.pdf" && cmp "$1" "$work/again.pdf"
}

# The four readers, each against the published text.
readers_agree() {
	local file=$1 modules=$PWD/build/readers reader
	READERS_MODULES=$modules sh tests/pdf/readers.sh "$file" "$work/readers"
	pdftotext -raw -enc UTF-8 "$file" "$work/readers/poppler.txt"
	for reader in poppler mupdf pdfjs pdfium; do
		count "text as $reader gives it back" node tests/pdf/compare.mjs "$work/readers/$reader.txt" \
			tests/pdf/trang-2565.expected/paragraphs.txt tests/pdf/trang-2565.expected/cells.txt
	done
}

# Reading order of a page with columns is pdftotext's guess: paragraphs only.
poppler_layout() {
	pdftotext -enc UTF-8 "$1" "$work/readers/plain.txt"
	node tests/pdf/compare.mjs "$work/readers/plain.txt" tests/pdf/trang-2565.expected/paragraphs.txt \
		| grep -c '^not found' | grep -qx 0
}

# 499 lines in both weights, three sizes, spread and not, in every reader: lines.sh counts.
lines_come_back() {
	sh tests/pdf/lines.sh "$out/tests/pdf_test" "$work/lines" >"$work/lines.txt"
	local status=$?
	awk '{ got += $(NF-2); all += $NF } END { print got " of " all " lines come back" }' "$work/lines.txt"
	[ "$(wc -l <"$work/lines.txt")" = 96 ] && return $status
}

# No gap between clusters is opened by more than 0.05 em; some are.
gaps_open_little() {
	"$raingan" build data/trang-2565.xml --dump=pages | awk '
		$1 == "text" && match($0, / gap=[0-9.]+/) {
			gap = substr($0, RSTART + 5, RLENGTH - 5); n++
			if (gap > $6 * 0.05 + 0.001) { print; wide++ }
		}
		END { print n " stretched texts"; exit !n || wide > 0 }'
}

pdfs() {
	local file=$work/trang-2565.pdf
	check "pdf: the sample is made" "$raingan" build data/trang-2565.xml -o "$file"
	check "pdf: qpdf --check" qpdf --check "$file"
	check "pdf: fonts embedded and subset" fonts_embedded "$file"
	check "pdf: made twice, the same bytes" same_bytes "$file"
	check "pdf: gaps between clusters" gaps_open_little
	readers_agree "$file"
	check "pdf: 499 lines in 24 settings and four readers" lines_come_back
	tail -n 1 "$work/log"
	check "pdf: pdftotext finds every paragraph" poppler_layout "$file"
	cp tests/pdf/contents.mjs build/readers/
	count "pdf: contents, outline and links" node build/readers/contents.mjs "$file" 3
	count "pdf: unit tests" "$out/tests/pdf_test"
}
