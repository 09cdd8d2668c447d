# Two inputs with one output: neither is made
mkdir one two
cp "$repo/tests/report/GOOD.xml" one/a.xml
cp "$repo/tests/report/GOOD.xml" two/a.xml
"$raingan" build one/a.xml two/a.xml -o pdfs/
