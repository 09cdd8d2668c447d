# --resume makes again what is older than anything that it is made of, and counts the rest
cp -r "$repo/templates" "$repo/fonts" .
mkdir -p data/methodology reports
cp "$repo"/data/*.xsd data
cp "$repo"/data/methodology/* data/methodology
cp "$raingan" "$(dirname "$raingan")"/{words.tri,sRGB.icc} .
cp "$repo/data/seal.svg" reports
for i in 1 2; do cp "$repo/data/chanthaburi-2565.xml" reports/r$i.xml; done
sed 's/"seal.svg"/"other.svg"/' reports/r1.xml >reports/r3.xml
cp reports/seal.svg reports/other.svg
echo '<broken' >reports/r4.xml

# The PDFs that are made are those whose files are others; where they lie among the reports, too.
resume() {
	echo "$1:"
	for output in out/ beside; do
		[ $output = beside ] && set -- "$1" reports/r?.xml || set -- "$1" reports/r?.xml -o $output
		[ $output = beside ] && folder=reports || folder=out
		ls -i $folder/*.pdf >before 2>/dev/null
		./raingan build --data . --resume -j 2 "${@:2}" 2>&1 | sed -n 's/^raingan: /  /p'
		ls -i $folder/*.pdf | diff before - | sed -n 's|^> [0-9]* [a-z]*/|  made |p'
	done
}
resume "at first"
resume "nothing is new"
touch reports/unrelated.txt
resume "a file that none takes"
touch reports/r2.xml
resume "a report"
touch -d 2001-01-01 reports/other.svg
resume "a picture, with an old file's time"
cp data/methodology/ita-2564.xml reports
resume "a scheme of the agency's own"
touch templates/measures/styles.xml
resume "a template"
touch words.tri
resume "the dictionary"
touch raingan
resume "the program"
resume "nothing again"
rm reports/other.svg
resume "a picture is gone"
cp "$repo"/tests/layout/{styles,contents}.xml .
for change in none styles.xml none contents.xml; do
	[ $change = none ] || touch $change
	ls -i contents.pdf 2>/dev/null >before
	./raingan render --data . --resume contents.xml --styles styles.xml
	ls -i contents.pdf | cmp -s before && echo "$change: left alone" || echo "$change: made"
done
./raingan build --data . --resume --dump doc reports/r1.xml
rm -r templates fonts data
