#!/bin/sh
# Is a character that the style's font lacks taken from the next family, with its marks, and does
# one that no family has become a problem?  Told by the fonts of the PDF.
#   fallback.sh RAINGAN DIR	DIR for the files: a catalogue of two families, the first of them
#				Sarabun without ฬ and €
set -eu
raingan=$1
dir=$2
here=$(cd "$(dirname "$0")/../.." && pwd)
. "$here/tests/pdf/check.sh"

# The characters that the PDF shows in a font.
shown_in() {
	sed -n "/<span font=\"[A-Z]*+$1\"/,/<\/span>/s/.*<g unicode=\"\([^\"]*\)\".*/\1/p" \
		"$dir/trace.xml" | tr -d '\n'
}

rm -rf "$dir"
mkdir -p "$dir/fonts" "$dir/templates"
cp "$here"/templates/*.xsd "$dir/templates"
cp "$here/fonts/fonts.xsd" "$dir/fonts"
cp "$here/fonts/Sarabun-Bold.ttf" "$dir/fonts/second.ttf"
hb-subset --unicodes=20-7e,e01-e2b,e2d-e5b --layout-features='*' \
	--output-file="$dir/fonts/first.ttf" "$here/fonts/Sarabun-Regular.ttf"
cat >"$dir/fonts/fonts.xml" <<END
<fonts>
	<family name="TH Sarabun"><face file="first.ttf"/></family>
	<family name="Second" scale="0.5"><face file="second.ttf"/></family>
</fonts>
END
cat >"$dir/text.xml" <<END
<document xmlns="urn:raingan:document" title="ทดสอบ" lang="th">
	<page-sequence class="body">
		<p>ราคา €๑๐๐ จุฬี่น้ำ ก漢ข</p>
	</page-sequence>
</document>
END
"$raingan" render "$dir/text.xml" --styles "$here/tests/report/plain.styles" --data "$dir" \
	-o "$dir/text.pdf" 2>"$dir/problems.txt" || :
mutool draw -q -F trace -o "$dir/trace.xml" "$dir/text.pdf" 2>/dev/null
check "in the first family's font" "ราคา ๑๐๐ จุน้ำ ก漢ข" "$(shown_in Sarabun-Regular)"
check "in the second family's font" "€ฬี่" "$(shown_in Sarabun-Bold)"
check "the second family's size is its own" "8 0 0 8" \
	"$(sed -n 's/.*+Sarabun-Bold".* trm="\([^"]*\)".*/\1/p' "$dir/trace.xml" | sort -u)"
check "the text" "ราคา €๑๐๐ จุฬี่น้ำ ก漢ข" "$(pdftotext -enc UTF-8 "$dir/text.pdf" - | head -n 1)"
check "the problem" "$dir/text.xml:3: warning: no font has the character 漢 (U+6F22); write another, or add a font that has it [GLYPH_MISSING]" \
	"$(cat "$dir/problems.txt")"
finish
