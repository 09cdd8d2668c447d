# With --quiet warnings are not told, unless they are errors; nor is a summary
cp "$repo/tests/report/TEXT_OPEN.xml" warned.xml
cp "$repo/tests/report/FILE_MISSING.xml" bad.xml 2>/dev/null || printf '<a>' >bad.xml
try() { "$raingan" "$@"; echo "status $?"; }
try check warned.xml
try check warned.xml -q
try check warned.xml --strict --quiet
try check warned.xml bad.xml --quiet
