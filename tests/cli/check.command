# check makes nothing; its status tells of errors
cp "$repo/tests/report/GOOD.xml" good.xml
cp "$repo/tests/report/SCORE_RANGE.xml" bad.xml
"$raingan" check good.xml
echo "status $?"
"$raingan" check good.xml bad.xml
