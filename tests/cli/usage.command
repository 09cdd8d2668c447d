# Wrong usage is status 2 and makes nothing
try() { "$raingan" "$@"; echo "status $?"; }
cp "$repo/tests/report/GOOD.xml" a.xml
cp "$repo/tests/pdf/paint.styles" a.styles
try
try make a.xml
try build
try build a.xml --fast
try build a.xml -o
try build a.xml --dump=nothing
try build a.xml --styles a.styles
try render a.xml
try check a.xml -j 4294967297
try check a.xml -o a.pdf
try check a.xml --dump=pages
try extract -
try extract - -o out
