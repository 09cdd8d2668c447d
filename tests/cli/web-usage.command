# Wrong usage of web is status 2 and makes nothing
try() { "$raingan" web "$@"; echo "status $?"; }
cp "$repo/tests/report/GOOD.xml" a.xml
cp a.xml b.xml
try
try a.xml
try a.xml -o ""
try a.xml b.xml -o site
try a.xml -o site --dump=doc
try a.xml -o site --styles a.styles
