# 1,000 different reports, some with mistakes, one that crashes: told in their order, the same bytes at every -j;
# a process that makes all holds no more memory than one that makes the largest 300, by when it has seen most
# words and numbers, and never much.
ulimit -c 0
tools=$(dirname "$raingan")/tests
n=1000
[[ $raingan != */sanitize/* ]] || n=120	# each takes ten times as long, and memory is the sanitizer's
node "$repo/tests/bench/generate.mjs" reports made $n 8
cd made
cp "$(ls -S *.xml | tail -n 1)" crash.xml
mapfile -t inputs < <(ls -S *.xml | grep -v crash; echo crash.xml)
export LD_PRELOAD=$tools/fail.so FAIL="readlink madvise"

peak=$("$tools/peak" "$raingan" build "${inputs[@]::100}" -o first/ -j 3 2>first.told)
one=$("$tools/peak" "$raingan" build "${inputs[@]::100}" -o one/ -j 1 2>one.told)
warm=$("$tools/peak" "$raingan" build "${inputs[@]::300}" -o warm/ -j 1 2>warm.told)
all=$("$tools/peak" "$raingan" build "${inputs[@]}" -o all/ -j 1 2>all.told)
echo "status $?"
unset LD_PRELOAD

[ $n != 1000 ] || [ $((all * 100)) -le $((warm * 105)) ] || echo "300 in $warm KiB, $n in $all KiB"
[ $n != 1000 ] || [ "$all" -le 22528 ] || echo "$n in $all KiB"
diff -q first.told one.told
for pdf in first/*.pdf; do cmp "$pdf" "one/${pdf#*/}" && cmp "$pdf" "all/${pdf#*/}"; done

# The order of what is told, and who is told to have failed.
printf '%s\n' "${inputs[@]}" >order
sed -n 's/^\([^:]*\.xml\).*/\1/p' all.told | uniq | awk 'NR == FNR { place[$1] = FNR; next }
	place[$1] <= last { print $1 " out of order" } { last = place[$1] }' order -
for input in "${inputs[@]}"; do [ -e "all/${input%.xml}.pdf" ] || echo "$input"; done | sort >missing
sed -n 's/^\([^:]*\.xml\)[0-9:]*: error: .*/\1/p' all.told | sort -u | diff - missing && echo "those with errors have no PDF, all others have one"
grep -c . missing | awk '{ print ($1 > 1 && $1 < 200) ? "some failed" : "failed: " $1 }'
made=$(ls all | wc -l) failed=$(grep -c . missing)
tail -n 1 all.told | sed "s/\b$made\b/MADE/; s/\b$((n + 1))\b/ALL/; s/\b$failed\b/FAILED/"
grep crash.xml all.told
cd ..
rm -r made
