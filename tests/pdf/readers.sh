#!/bin/sh
# The text of FILE.pdf as four readers extract it, in DIR/poppler.txt, mupdf.txt, pdfjs.txt and
# pdfium.txt.  The last two are left out where node or the packages of package.json are missing.
#   readers.sh FILE.pdf DIR
set -eu
file=$1
dir=$2
here=$(dirname "$0")
modules=${READERS_MODULES:-$here}	# the folder that node_modules is in

mkdir -p "$dir"
pdftotext -enc UTF-8 "$file" "$dir/poppler.txt"
mutool draw -q -F txt -o "$dir/mupdf.txt" "$file"
rm -f "$dir/pdfjs.txt" "$dir/pdfium.txt"
if [ -d "$modules/node_modules" ] && command -v node >/dev/null; then
	cp "$here/readers.mjs" "$modules/" 2>/dev/null || :
	for reader in pdfjs pdfium; do
		node "$modules/readers.mjs" $reader "$file" >"$dir/$reader.txt"
	done
fi
