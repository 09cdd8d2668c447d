#!/bin/sh
# The text of each FILE.pdf as four readers extract it, in its DIR: poppler.txt, mupdf.txt,
# pdfjs.txt and pdfium.txt.  The last two are left out where the packages of package.json are not
# installed.
#   readers.sh FILE.pdf DIR [FILE.pdf DIR]...
set -eu
here=$(dirname "$0")
modules=${READERS_MODULES:-$here/../../build/readers}	# the folder that node_modules is in
jobs=

# reader NAME FILE.pdf DIR...: the readers of readers.mjs take all files in one go.
reader() {
	node "$modules/readers.mjs" "$@"
}

for_debian() {
	while [ $# -gt 0 ]; do
		pdftotext -enc UTF-8 "$1" "$2/poppler.txt"
		mutool draw -q -F txt -o "$2/mupdf.txt" "$1" 2>/dev/null
		shift 2
	done
}

i=0
for argument; do
	i=$((i + 1))
	[ $((i % 2)) = 1 ] || { mkdir -p "$argument"; rm -f "$argument/pdfjs.txt" "$argument/pdfium.txt"; }
done
if [ -d "$modules/node_modules" ]; then
	# A module is looked for from where the script is.
	cp "$here/readers.mjs" "$modules/"
	for name in pdfjs pdfium; do
		reader $name "$@" &
		jobs="$jobs $!"
	done
fi
for_debian "$@"
for job in $jobs; do
	wait "$job"
done
