#!/bin/sh
# Is each word found as often as SOURCE has it: in the text of four readers, and by MuPDF's and
# PDFium's own search?  A word cut at a line's end is found too.
#   search.sh FILE.pdf DIR SOURCE WORD...	DIR: what readers.sh made of FILE.pdf
set -eu
file=$1
dir=$2
source=$3
shift 3
here=$(dirname "$0")
modules=${READERS_MODULES:-$here/../../build/readers}
. "$here/check.sh"

# In $2 line ends part no word.
times_in() {
	tr -d '\n\r\f' <"$2" | grep -o -- "$1" | wc -l
}

cat >"$dir/search.js" <<'END'
var file = new Document(scriptArgs[0]), n = 0;
for (var i = 0; i < file.countPages(); i++)
	n += file.loadPage(i).search(scriptArgs[1]).length;
print(n);
END
cp "$here/search.mjs" "$modules/"
node "$modules/search.mjs" "$file" "$@" >"$dir/pdfium.found"
for word; do
	n=$(times_in "$word" "$source")
	for reader in poppler mupdf pdfjs pdfium; do
		check "times $word in $reader's text" "$n" "$(times_in "$word" "$dir/$reader.txt")"
	done
	check "times $word by PDFium" "$n" "$(sed -n "s/^$word //p" "$dir/pdfium.found")"
	check "times $word by MuPDF" "$n" \
		"$(mutool run "$dir/search.js" "$file" "$word" 2>/dev/null)"
done
finish
