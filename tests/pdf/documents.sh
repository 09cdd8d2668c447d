#!/bin/bash
# Makes the PDFs of the table tests/pdf/documents; prints "flavours<tab>PDF<tab>document" for each.
# One that could not be made is listed too, and is missed by who reads it; FILE.problems says why.
# A document is expected to be refused where NAME.pages beside it has an error.
#   documents.sh RAINGAN PDF_TEST DIR	DIR for the files; from the tree's top
set -u
shopt -s nullglob
raingan=$1
pdf_test=$2
dir=$3

# The file's root element; comments before it may hold others.
root_of() {
	sed -z 's/<!--\([^-]\|-[^-]\)*-->//g' "$1" | grep -o -m 1 '<[A-Za-z][-A-Za-z]*' | head -n 1
}

# suits FILE COMMAND ARGUMENT...: a template is one of the measures reports' (templates/measures).
suits() {
	local root
	root=$(root_of "$1")
	case "$2 $*" in
	build*--template*) [ "$root" = '<measures-report' ] ;;
	build*) cat templates/*/kind.xml | grep -q "<kind root=\"${root#<}\"" ;;
	render*) [ "$root" = '<document' ] ;;
	esac
}

refused() {
	[ "$1" = 1 ] && grep -qs ': error: ' "${2%.xml}.pages"
}

# make_pdf PDF FILE COMMAND ARGUMENT...
make_pdf() {
	local pdf=$1 file=$2 command=$3
	shift 3
	if [ "$command" = torture ]; then
		"$pdf_test" "$pdf" "$dir/torture.txt" "$file" 0 0 0 7
	else
		"$raingan" "$command" "$file" "$@" -o "$pdf"
	fi 2>"$pdf.problems"
}

# make_all FLAVOURS FILES COMMAND ARGUMENT...
make_all() {
	local flavours=$1 files=$2 command=$3 file pdf status n=0 made
	shift 3
	made="$command $*"
	made=${made%--styles*}
	for file in $files; do
		[ "$command" = torture ] || suits "$file" "$command" "$@" || continue
		n=$((n + 1))
		pdf=$(tr -cs A-Za-z0-9. - <<<"${file%.*} $made")
		pdf=$dir/${pdf#-}
		pdf=${pdf%-}.pdf
		make_pdf "$pdf" "$file" "$command" "$@"
		status=$?
		[ $status = 0 ] || rm -f "$pdf"
		refused $status "$file" || printf '%s\t%s\t%s\n' "$flavours" "$pdf" "$file"
	done
	[ $n -gt 0 ] || printf '%s\t%s\t%s\n' "$flavours" "$dir/none" "no file of $files"
}

# Of a nation's reports, generated and made by a batch in two processes, 20 drawn by lot, the same each
# time.  Those with mistakes are left out.
make_batch() {
	local name
	node tests/bench/generate.mjs reports "$dir/batch" 300 4 >/dev/null
	for name in $(cut -f 1 "$dir/batch/mistakes.tsv"); do rm "$dir/batch/$name"; done
	"$raingan" build "$dir"/batch/*.xml -o "$dir/made/" -j 2 2>"$dir/batch.problems"
	for name in $(ls "$dir/batch" | grep 'xml$' | shuf -n 20 --random-source="$dir/torture.txt"); do
		printf '3a ua1\t%s\t%s\n' "$dir/made/${name%.xml}.pdf" "$dir/batch/$name"
	done
}

rm -rf "$dir"
mkdir -p "$dir"
tr -d '|' <tests/pdf/torture.txt >"$dir/torture.txt"
while IFS=$'\t' read -r flavours files how; do
	[[ $flavours == '#'* ]] || make_all "$flavours" "$files" $how
done <tests/pdf/documents
make_batch
