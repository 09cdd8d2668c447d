#!/bin/sh
# Does the ink of each string of torture.txt stand in the PDF where hb-shape's glyphs stand, within
# 0.01 em?  With clusters unspread and spread, in the shipped fonts and Debian's TLWG fonts; then,
# to show that the test can fail, with one mark of each string 0.02 em off.
#   shaping.sh PDF_TEST PDF_SHAPING DIR	the programs of tests/unit; DIR for files
# A bar in torture.txt stands where another script begins: hb-shape is asked for each piece alone.
set -eu
pdf_test=$1
pdf_shaping=$2
dir=$3
here=$(dirname "$0")
tlwg=/usr/share/fonts/truetype/tlwg
. "$here/check.sh"

# compare FONT GAP SHIFT: "PASSED FAILED OUTLINES FARTHEST" behind the strings that failed.
compare() {
	"$pdf_shaping" "$1" "$dir/shapes.txt" "$dir/embedded.ttf" "$dir/trace.xml" "$2" "$3" \
		>"$dir/compared.txt" || :
	sed '$d' "$dir/compared.txt"
	set -- $(tail -n 1 "$dir/compared.txt") "$@"
	good=$1 bad=$2 outlines=$3 farthest=$4
}

# prove FONT GAP
prove() {
	name=$(basename "$1" .ttf)
	"$pdf_test" "$dir/shaping.pdf" "$dir/lines.txt" "$1" 0 "$2" 0 100 2>"$dir/problems.txt"
	mutool draw -q -F trace -o "$dir/trace.xml" "$dir/shaping.pdf" 2>/dev/null
	rm -f "$dir"/font-*.ttf
	(cd "$dir" && mutool extract shaping.pdf >/dev/null 2>&1 && mv font-*.ttf embedded.ttf)
	compare "$1" "$2" 0
	all=$((good + bad)) passed=$((passed + good)) failed=$((failed + bad))
	echo "$name, gaps $2: $good of $all strings, $outlines outlines," \
		"none farther off than $farthest em"
	compare "$1" "$2" 20
	passed=$((passed + bad)) failed=$((failed + good))
	[ "$good" = 0 ] && [ "$bad" -gt 100 ] || echo "$name: $good strings pass with a mark put wrong"
}

mkdir -p "$dir"
tr -d '|' <"$here/torture.txt" >"$dir/lines.txt"
sed 's/|/\n|/g' "$here/torture.txt" >"$dir/pieces.txt"
sed 's/^|//' "$dir/pieces.txt" >"$dir/alone.txt"
for font in "$here"/../../fonts/Sarabun-*.ttf \
		$tlwg/Laksaman.ttf $tlwg/Laksaman-Bold.ttf $tlwg/Norasi.ttf $tlwg/Norasi-Bold.ttf \
		$tlwg/Garuda.ttf $tlwg/Garuda-Bold.ttf $tlwg/Kinnari.ttf $tlwg/Kinnari-Bold.ttf; do
	hb-shape --no-glyph-names --utf8-clusters --language=th --remove-default-ignorables \
		--text-file="$dir/alone.txt" "$font" >"$dir/glyphs.txt"
	paste "$dir/pieces.txt" "$dir/glyphs.txt" >"$dir/shapes.txt"
	prove "$font" 0
	prove "$font" 50
done
finish
