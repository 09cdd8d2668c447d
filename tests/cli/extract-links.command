# On a file system that cannot rename without overwriting: the same
export LD_PRELOAD=$(dirname "$raingan")/tests/fail.so FAIL=renameat2
printf '<report/>\n' >report.xml
printf 'first\n' >a.csv
qpdf --empty report.pdf --add-attachment report.xml -- --add-attachment a.csv --
"$raingan" extract report.pdf -o made
cmp report.xml made/report.xml && cmp a.csv made/a.csv
echo mine >made/a.csv
rm made/report.xml
"$raingan" extract report.pdf -o made
echo "status $?"
cat made/a.csv
