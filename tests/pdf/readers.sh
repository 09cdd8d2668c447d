#!/bin/sh
# The text of FILE.pdf as four readers extract it, in DIR/poppler.txt, mupdf.txt, pdfjs.txt and
# pdfium.txt.  The last two are left out where the packages of package.json are not installed.
#   readers.sh FILE.pdf DIR
set -eu
file=$1
dir=$2
here=$(dirname "$0")
modules=${READERS_MODULES:-$here/../../build/readers}	# the folder that node_modules is in

mkdir -p "$dir"
rm -f "$dir/pdfjs.txt" "$dir/pdfium.txt"
pdftotext -enc UTF-8 "$file" "$dir/poppler.txt"
mutool draw -q -F txt -o "$dir/mupdf.txt" "$file"
[ -d "$modules/node_modules" ] || exit 0
# A module is looked for from where the script is.
cp "$here/readers.mjs" "$modules/"
for reader in pdfjs pdfium; do
	node "$modules/readers.mjs" $reader "$file" >"$dir/$reader.txt"
done
