#!/bin/sh
# Does every line of lines.txt come back exactly from four readers, in both weights, with clusters
# and spaces set wider or not?  Prints a count a reader; fails unless all lines come back.
#   lines.sh PDF_TEST DIR	PDF_TEST: the program of tests/unit/pdf_test.c; DIR for its files
set -eu
pdf_test=$1
dir=$2
here=$(dirname "$0")
lines=$here/lines.txt
status=0

# Line ends and empty lines are the readers' own; nothing else is.
text_of() {
	LC_ALL=C tr -d '\f\r' <"$1" | LC_ALL=C sed 's/ *$//; /^$/d'
}

mkdir -p "$dir"
for size in 7 12 16; do for bold in 0 1; do for gap in 0 50; do for space in 0 400; do
	name=$size-$bold-$gap-$space
	"$pdf_test" "$dir/$name.pdf" "$lines" "$here/../../fonts" $bold $gap $space $size
	qpdf --check "$dir/$name.pdf" >"$dir/qpdf.txt" 2>&1 || { cat "$dir/qpdf.txt"; status=1; }
	"$here/readers.sh" "$dir/$name.pdf" "$dir/$name" 2>/dev/null
	for reader in poppler mupdf pdfjs pdfium; do
		[ -f "$dir/$name/$reader.txt" ] || continue
		text_of "$dir/$name/$reader.txt" >"$dir/got.txt"
		lost=$(diff "$lines" "$dir/got.txt" | grep -c '^<' || :)
		cmp -s "$lines" "$dir/got.txt" || status=1
		echo "size $size bold $bold gap $gap space $space $reader" \
			"$(($(wc -l <"$lines") - lost)) of $(wc -l <"$lines")"
	done
done; done; done; done
exit $status
