# One input of three is bad: the others are made, the status tells
cp "$repo/tests/report/GOOD.xml" first.xml
echo '<measures-report' >second.xml
cp first.xml third.xml
"$raingan" build first.xml second.xml third.xml -o pdfs
