# What a person at a terminal gets besides the problems: colours unless NO_COLOR or a dumb
# terminal forbid them, progress of many, a closing line.  Escapes are shown as \e, returns as \r.
cp "$repo/tests/report/GOOD.xml" good.xml
cp "$repo/tests/report/TEXT_OPEN.xml" warned.xml
printf '<a>' >bad.xml
unset NO_COLOR
terminal() {
	echo "-- $*"
	script -qec "$raingan $*; echo status \$?" typescript </dev/null >/dev/null
	sed '1d; $d; s/\r$//; s/\r/\\r/g; s/\x1b/\\e/g; s/about [0-9]* s/about N s/g' typescript
	rm typescript
}
export TERM=xterm
terminal build good.xml
terminal build warned.xml
terminal build bad.xml
terminal check good.xml
terminal check warned.xml
terminal build good.xml bad.xml warned.xml -o out/
terminal build good.xml warned.xml -o out/ --quiet
terminal check warned.xml bad.xml --json
NO_COLOR=1 terminal check bad.xml
NO_COLOR= terminal check bad.xml
TERM=dumb terminal check bad.xml good.xml
echo "-- not a terminal"
"$raingan" check bad.xml good.xml 2>&1
