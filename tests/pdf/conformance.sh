#!/bin/bash
# Does every PDF of the table tests/pdf/documents conform, as veraPDF sees it?  A case is a file and
# a flavour.  Then whether veraPDF finds in the mutants what their table says (archive/mutate.mjs).
#   conformance.sh VERAPDF.jar RAINGAN PDF_TEST DIR [--accept]	DIR for the files; from the tree's
#		top; --accept: writes the table of mutants anew, for review in the diff
set -u
jar=$1
rm -rf "$4" && mkdir -p "$4"
dir=$(cd "$4" && pwd)		# veraPDF names files by their whole path
passed=0
failed=0

# ask_verapdf FOLDER FLAVOUR FILE...: one start of Java; the report is FOLDER/FLAVOUR.json.
ask_verapdf() {
	local report=$1/$2 flavour=$2
	shift 2
	java -Djava.io.tmpdir="$dir" -cp "$jar" org.verapdf.apps.GreenfieldCliWrapper -f "$flavour" \
		--format json --maxfailuresdisplayed 3 "$@" >"$report.json" 2>"$report.log"
}

# files_of FLAVOUR: the PDFs of the list that must have it.
files_of() {
	awk -F '\t' -v flavour="$1" '(" " $1 " ") ~ " " flavour " " { print $2 }' "$dir/list"
}

# The command's count is added up; one without a count has failed.
add() {
	local line
	"$@" | tee "$dir/output" | sed '$d'
	line=$(tail -n 1 "$dir/output")
	if [[ $line =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
		passed=$((passed + BASH_REMATCH[1]))
		failed=$((failed + BASH_REMATCH[2]))
	else
		echo "$line"
		failed=$((failed + 1))
	fi
}

documents() {
	local flavour flavours files
	flavours=$(cut -f 1 "$dir/list" | tr ' ' '\n' | sort -u)
	for flavour in $flavours; do
		mapfile -t files < <(files_of "$flavour")
		ask_verapdf "$dir" "$flavour" "${files[@]}"
	done
	add node tests/pdf/conformance.mjs "$dir" $flavours
}

mutants() {
	local base table=tests/pdf/archive/mutations flavour
	base=$(awk -F '\t' '$3 == "tests/pdf/archive/base.xml" { print $2 }' "$dir/list")
	mkdir "$dir/answers"
	node tests/pdf/archive/mutate.mjs "$base" $table "$dir/mutants" >"$dir/mutants.log"
	for flavour in 3a ua1; do
		ask_verapdf "$dir/answers" $flavour "$dir"/mutants/*.pdf
	done
	add node tests/pdf/archive/mutate.mjs "$base" $table "$dir/mutants" "$1" "$dir/answers"
}

tests/pdf/documents.sh "$2" "$3" "$dir/documents" >"$dir/list"
if [ "${5:-}" = --accept ]; then
	mutants --accept
	exit
fi
documents
mutants --verapdf
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
