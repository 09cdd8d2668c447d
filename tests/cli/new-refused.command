# Wrong calls, and last year's reports from which none can follow: nothing is made
try() { "$raingan" new "$@"; echo "status $?"; }
cp "$repo/tests/report/GOOD.xml" good.xml
cp "$repo/tests/layout/styles.xml" styles.xml
sed 's/ score="94.42"/ score=""/' good.xml >open.xml
sed '/"o9"/d; s/"e8"/"e9"/' good.xml >lacking.xml
sed 's/ year="2566"/ year="66"/' good.xml >year.xml
sed 's/ita-2564/ita-1999/' good.xml >scheme.xml
sed 's/<cover>/<front>/; s/<.cover>/<\/front>/' good.xml >invalid.xml
echo '<measures-report' >broken.xml
try
try --year 66
try --year 2023
try --year ''
try --year 2567 good.xml
try --year 2567 --template follow-up
for name in missing styles broken invalid open lacking year scheme; do
	try --year 2567 --from $name.xml
done
try --year 2567 --from .
try --year 2566 --from good.xml
try --year 2567 --data "$repo/tests/report/root"
