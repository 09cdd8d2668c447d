# What the tests of docs/many-machines.md share; sourced with RAINGAN FOLDER as arguments.
raingan=$(realpath "$1")
mkdir -p "$2"
work=$(realpath "$2")
reports=240
each=8
jobs=$((reports / each))
export LC_ALL=C.UTF-8
. tests/pdf/check.sh

# passes WHAT COMMAND...
passes() {
	local what=$1
	shift
	"$@"
	check "$what" 0 $?
}

# The processes that a process started, and itself.
tree() {
	local child
	for child in $(ps -o pid= --ppid "$1"); do
		tree "$child"
	done
	echo "$1"
}

# All at once, as a machine that loses its power.
kill_tree() {
	disown "$1" 2>/dev/null		# no word from bash about it
	kill -KILL $(tree "$1") 2>/dev/null
}

# wait_for N COMMAND...: four minutes at most, until the command says so many.
wait_for() {
	local i least=$1
	shift
	for i in $(seq 1200); do
		[ "$("$@" 2>/dev/null)" -ge "$least" ] 2>/dev/null && return
		sleep 0.2
	done
	return 1
}

# set_up RUN...: the same reports in a folder for each run, and what one machine makes of them.
set_up() {
	local run
	rm -rf "${work:?}"/*
	node tests/bench/generate.mjs reports "$work/reports" "$reports" || exit 1
	for run in "$@"; do
		cp -r "$work/reports" "$work/$run"
		mkdir "$work/$run/problems"
	done
	"$raingan" build "$work"/reports/*.xml -o "$work/alone/" -j 2 2>"$work/problems"
}

# What one machine makes, to the byte; no more and no less, but the hidden file of a killed program.
same_pdfs() {
	local pdf
	for pdf in "$work"/alone/*.pdf; do
		cmp "$pdf" "$work/$1/pdf/${pdf##*/}" || return
	done
	[ "$(ls "$work/alone")" = "$(ls "$work/$1/pdf")" ]
}

# The problems of all jobs are those of one machine.
same_problems() {
	sed 's|.*/||' "$work/problems" | grep -F .xml: | sort >"$work/expected"
	cat "$work/$1"/problems/* | sed 's|.*/||' | grep -F .xml: | sort | diff "$work/expected" -
}
