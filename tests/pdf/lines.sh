#!/bin/sh
# Does every line of LINES come back exactly from four readers in every setting?  Prints a count a
# setting and reader; fails unless all lines come back.  A setting is pdf_test's arguments
# FONTS,FACE,GAP,SPACE,SIZE.
#   lines.sh PDF_TEST DIR LINES SETTING...	PDF_TEST: the program of tests/unit/pdf_test.c;
#						DIR for its files
set -eu
pdf_test=$1
dir=$2
lines=$3
shift 3
here=$(dirname "$0")
all=$(wc -l <"$lines")
files=
came=0
asked=0
status=0

# Line ends and empty lines are the readers' own; nothing else is.
text_of() {
	LC_ALL=C tr -d '\f\r' <"$1" | LC_ALL=C sed 's/ *$//; /^$/d'
}

# What lines of $1 did not come back, as diff shows them, is left in wrong.txt.
count_lines() {
	text_of "$2" >"$dir/got.txt"
	if cmp -s "$1" "$dir/got.txt"; then
		echo 0
	else
		diff "$1" "$dir/got.txt" >"$dir/diff.txt" || :
		head -n 20 "$dir/diff.txt" >>"$dir/wrong.txt"
		lost=$(grep -c '^<' "$dir/diff.txt" || :)
		[ "$lost" != 0 ] && echo "$lost" || echo 1
	fi
}

make_file() {
	"$pdf_test" "$dir/$name.pdf" "$lines" "$@" 2>"$dir/$name.problems"
	qpdf --check "$dir/$name.pdf" >"$dir/qpdf.txt" 2>&1 || { cat "$dir/qpdf.txt"; status=1; }
	files="$files $dir/$name.pdf $dir/$name"
}

rm -rf "$dir"
mkdir -p "$dir"
: >"$dir/wrong.txt"
for setting; do
	name=$(echo "${setting##*/}" | tr , -)
	make_file $(echo "$setting" | tr , ' ')
done
"$here/readers.sh" $files
for setting; do
	name=$(echo "${setting##*/}" | tr , -)
	for reader in poppler mupdf pdfjs pdfium; do
		[ -f "$dir/$name/$reader.txt" ] || { echo "no $reader"; status=1; continue; }
		lost=$(count_lines "$lines" "$dir/$name/$reader.txt")
		[ "$lost" = 0 ] || status=1
		asked=$((asked + all)) came=$((came + all - lost))
		echo "$name $reader $((all - lost)) of $all"
	done
done
head -n 40 "$dir/wrong.txt"
echo "$came of $asked lines come back"
exit $status
