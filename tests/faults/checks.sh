# What a system can do to the program, and what must be left of its files.  Sourced by tests/run, and by
# itself for every case of them:  make faults

# memory NAME COMMAND...: the $first first allocations and then every $step-th fail: see tests/shim/memory.c.
# Beside what the command makes there is an older file, $target.
memory() {
	local name=$1 line report=$work/faults/memory.report
	shift
	mkdir -p "$work/faults/memory"
	target=$work/faults/memory/report.pdf
	echo old >"$target"
	MEMORY=$first/$step TARGET=$target REPORT=$report LD_PRELOAD=$PWD/$out/tests/memory.so \
		"$raingan" "$@" --no-sandbox >/dev/null 2>&1
	line=$(tail -n 1 "$report")
	if [[ $line =~ ^([0-9]+)\ faults,\ 0\ bad,\ [0-9]+\ allocations$ ]] && [ "${BASH_REMATCH[1]}" -gt 100 ]; then
		passed=$((passed + 1))
		row "allocations failed" "${BASH_REMATCH[1]}"
		row "files lost" 0
	else
		row "files lost" "$(grep -c LOST "$report")"
		failed=$((failed + 1))
		echo "FAILED faults: memory: $name"
		head -n 20 "$report" | sed 's/^/    /'
	fi
}

# $1, $2: of a build; $3: the steps of other commands
memories() {
	local target first=$1 step=$2 good=tests/report/GOOD.xml
	local plain=(render tests/report/PDF_UNWRITABLE.xml --styles tests/report/plain.styles)
	memory build build $good -o "$work/faults/memory/report.pdf"
	first=100
	step=$3
	memory compact "${plain[@]}" --compact -o "$work/faults/memory/report.pdf"
	memory print build data/chanthaburi-2565.xml --profile print --booklet A4 -o "$work/faults/memory/report.pdf"
	memory check check $good
	memory web web $good -o "$work/faults/memory/web"
	memory new new --year 2566 --from data/trang-2565.xml -o "$work/faults/memory/new.xml"
	"$raingan" build $good -o "$work/faults/from.pdf"
	memory extract extract "$work/faults/from.pdf"
}

# run NAME ROW... -- COMMAND...: what the command counts in its last line but one, "12 kills, 0 lost", goes to
# the table; a ROW is "kills=TEXT".
run() {
	local name=$1 rows=() what
	shift
	while [ "$1" != -- ]; do
		rows+=("$1")
		shift
	done
	shift
	count "faults: $name" "$@"
	for what in "${rows[@]}"; do
		row "${what#*=}" "$(tail -n 2 "$work/log" | head -n 1 | grep -o "[0-9]* ${what%%=*}" | cut -d ' ' -f 1)"
	done
}

# $1: which of the common system calls; $2: how many moments; $3: steps of memory in KiB
faults() {
	local name shim=$PWD/$out/tests/fail.so folder=$work/faults
	for name in calls moments disk lacks; do
		mkdir -p "$folder/$name"
		cp tests/report/GOOD.xml "$folder/$name/report.xml"
	done
	mkdir -p "$folder/rivals"
	cp tests/report/GOOD.xml "$folder/rivals/a.xml"
	sed 's/year="2566"/year="2567"/' tests/report/GOOD.xml >"$folder/rivals/b.xml"
	run calls "faults=system calls failed" "kills=kills survived" "lost=files lost" -- \
		tests/faults/calls "$raingan" "$folder/calls" "$1" "$shim"
	run "random moments" "kills=kills survived" "lost=files lost" -- \
		tests/faults/moments "$raingan" "$folder/moments" "$2" "$shim"
	run "two at one target" "lost=files lost" -- tests/faults/rivals "$raingan" "$folder/rivals" 10
	run "machines that lack something" "lacks=machines lacking something" "lost=files lost" -- \
		tests/faults/lacks "$raingan" "$folder/lacks" "$3"
	if unshare -m true 2>/dev/null; then
		run "full disks" "disks=full disks" "lost=files lost" -- \
			tests/faults/disk "$raingan" "$folder/disk" "$shim"
	else
		echo "NOT RUN: full disks (root is needed)"
	fi
}

# N builds in a batch of one process, and as many in one of two.
soak() {
	local jobs
	for jobs in 1 2; do
		run "soak, -j $jobs" "builds=builds in a batch" -- tests/faults/soak "$raingan" "$work/faults/soak" \
			tests/report/GOOD.xml tests/report/SCORE_RANGE.xml "$1" $jobs
		tail -n 2 "$work/log" | head -n 1
	done
}
