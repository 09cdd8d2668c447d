# what a library that was taken over can reach: nothing outside the named folders, no socket, no program
mkdir in
cp "$repo/tests/report/GOOD.xml" in
echo secret >stranger
cd in
try() {
	LD_PRELOAD=${raingan%/*}/tests/fail.so HOLE=yes "$raingan" "$@" 2>&1 >/dev/null | LC_ALL=C sort -u
	echo "status ${PIPESTATUS[0]}"
	rm -f ../written
}
try build GOOD.xml
try build GOOD.xml --no-sandbox
try check GOOD.xml
cp GOOD.xml other.xml
try build GOOD.xml other.xml -o out -j 2
# the other commands at work in it
new() { "$raingan" new --year 2566 "$@" -o ../new/ 2>/dev/null; echo "status $?"; }
new
"$raingan" web GOOD.xml -o ../site --linearize; echo "status $?"
"$raingan" extract ../site/report.pdf -o ../files; echo "status $?"
"$raingan" extract ../site/report.pdf | cmp - GOOD.xml; echo "status $?"
"$raingan" build GOOD.xml -o /dev/null; echo "status $?"
"$raingan" build GOOD.xml -o /dev/stdout | head -c 5; echo " status $?"
"$raingan" build GOOD.xml -o /dev/stdout >../piped.pdf; echo "status $?"
ln -s ../out/linked.pdf ../files/link.pdf
mkdir ../out
"$raingan" build GOOD.xml -o ../files/link.pdf; echo "status $?"
