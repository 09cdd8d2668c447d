# A report with errors makes no folder; a folder that is a file, or has a folder in a file's place
try() { "$raingan" web "$@"; echo "status $?"; }
cp "$repo/tests/report/GOOD.xml" a.xml
try "$repo/tests/report/DATE_INVALID.xml" -o site
try a.xml -o site --template none
try a.xml -o a.xml
mkdir -p blocked/index.html
try a.xml -o blocked
cp a.xml report.xml
try report.xml -o .
cmp a.xml report.xml
