# watch makes the PDF again when the report, or what it takes, is saved in any way; it prints a line each time.
# Nothing here waits for a time: each step reads lines until one tells what was made, 60 seconds at most.
cp -r "$repo/templates" "$repo/fonts" .
mkdir -p data/methodology reports elsewhere
cp "$repo"/data/*.xsd data
cp "$repo"/data/methodology/* data/methodology
cp "$(dirname "$raingan")"/{words.tri,sRGB.icc} .
cp "$repo/data/seal.svg" seal
cd reports
cp ../seal seal.svg

# report TEXT: with another date line, which tells one from the next
report() {
	sed "s|<name>|<name>$1 |" "$repo/data/chanthaburi-2565.xml"
}
is_made_of() {
	[ "$(pdftotext r.pdf - 2>/dev/null | grep -c "$1")" != 0 ] && echo "  the PDF has $1" || echo "  the PDF lacks $1"
}
# The lines until the one that closes a round, without its time.
round() {
	local line
	echo "$1:"
	while read -r -t 60 -u "${watch[0]}" line; do
		sed 's/, [0-9]* ms$//; s/^/  /' <<<"$line"
		[[ $line != raingan:* ]] || return
	done
	echo "  nothing is told"
}
start() {
	coproc watch { exec env --default-signal=INT "$raingan" watch --data .. "$@" 2>&1; }
	pid=$watch_PID
}
# stop SIGNAL [PATTERN]: what is still told is shown, but for lines of the pattern.
stop() {
	kill "-$1" "$pid"
	grep -v "${2:-^$}" <&"${watch[0]}"
	wait "$pid"
	echo "$1: status $?"
}

report first >r.xml
start r.xml
round "at the start"; is_made_of first
report second >r.xml
round "cut short and written"; is_made_of second
report third >new
mv new r.xml
round "another put in its place"; is_made_of third
report fourth >new
perl -e 'unlink "r.xml"; rename "new", "other"; open O, "<other"; open N, ">r.xml"; print N <O>;'
round "removed and made"; is_made_of fourth
mv r.xml r.xml~; report fifth >r.xml
round "the old one kept beside"; is_made_of fifth
report sixth >../elsewhere/new
ln ../elsewhere/new linked
mv linked r.xml
round "a link put in its place"; is_made_of sixth

echo "<broken" >r.xml
round "broken"; is_made_of sixth
report seventh >r.xml
round "mended"; is_made_of seventh
rm seal.svg
round "a picture goes"; is_made_of seventh
cp ../seal seal.svg
round "and comes"
rm r.xml
round "the report goes"
report eighth >r.xml
round "and comes"; is_made_of eighth

sed -i 's/font-size="16pt"/font-size="15pt"/' ../templates/measures/styles.xml
round "styles"
echo '<broken' >../templates/measures/report.xsl
round "a template"
cp "$repo/templates/measures/report.xsl" ../templates/measures
round "mended"
cp ../words.tri new; mv new ../words.tri
round "the dictionary"
cp "$repo/data/methodology/ita-2564.xml" .
round "a scheme of the agency's own"
sed -i 's/id="ita-2564"/id="other"/' ita-2564.xml
round "which is wrong"
rm ita-2564.xml
round "and goes"

# Files that the report does not take, its own PDF among them, cause nothing: the next round is the next save's.
touch unrelated.txt r2.pdf
cp r.pdf new; mv new r.pdf
report ninth >r.xml
round "others"; is_made_of ninth

# Many saves at once are few rounds, the last of them with all.
perl -e 'undef $/; open I, "<r.xml"; $r = <I>;
	for $i (100 .. 199) { open N, ">new"; ($n = $r) =~ s/ninth/burst$i/; print N $n; close N; rename "new", "r.xml" }'
for rounds in {1..20}; do
	round "burst" >told
	is_made_of burst199 | grep -q has && break
done
[ $rounds -le 10 ] && echo "burst: few rounds" || echo "burst: $rounds rounds"
stop TERM "raingan: made"	# the last save may have come while it was read

# A link elsewhere; the whole folder goes and comes
mv r.xml ../elsewhere
ln -s ../elsewhere/r.xml r.xml
cp ../seal ../elsewhere/seal.svg
start r.xml -o ../out/
round "through a link"
report tenth >../elsewhere/r.xml
round "what it leads to"
mkdir ../third
cp ../seal ../third/seal.svg
report eleventh >../third/r.xml
ln -s ../third/r.xml new
mv new r.xml
round "another link"
ln -s ../elsewhere/r.xml new
mv new r.xml
round "the first again"
mv ../elsewhere ../away
round "the folder goes"
mv ../away ../elsewhere
round "and comes"
stop INT
cp "$repo"/tests/layout/contents.xml "$repo"/tests/layout/styles.xml .
cp ../elsewhere/seal.svg ../elsewhere/r.xml ../fonts
start ../fonts/r.xml
round "among the resources"
report twelfth >../fonts/r.xml
round "where its own PDF is, too"
cp ../fonts/r.pdf .; is_made_of twelfth
stop INT
cp ../elsewhere/r.xml crash.xml
ulimit -c 0
export LD_PRELOAD=$(dirname "$raingan")/tests/fail.so FAIL=readlink
start crash.xml -o out.pdf
round "a process"
kill -9 $(cat /proc/$pid/task/$pid/children)
touch crash.xml
round "is killed, and another begins"
stop INT
start crash.xml
round "the program crashes"
touch crash.xml
round "and goes on"
stop INT
unset LD_PRELOAD FAIL
rm crash.xml out.pdf
start contents.xml --styles styles.xml
round "a document"
touch styles.xml
round "its styles"
stop INT
cd ..
find reports -name ".*" -type f
"$raingan" watch
"$raingan" watch r.xml --jobs 2
"$raingan" watch - -o r.pdf
"$raingan" watch r.xml -o -
rm -r templates fonts data third reports/told
