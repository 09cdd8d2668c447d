# A folder with page, PDF, data and fonts; what was there under these names is replaced, the rest stays
cp "$repo/tests/report/GOOD.xml" a.xml
mkdir site
echo "an older page" >site/index.html
echo "somebody else's" >site/notes.txt
echo "an older page" >site/fonts
"$raingan" web a.xml -o site
echo "status $?"
cat site/index.html
rm site/fonts
"$raingan" web a.xml -o site/
echo "status $?"
head -n 1 site/index.html
cat site/notes.txt
cmp a.xml site/report.xml
"$raingan" web a.xml -o new/of/year
echo "status $?"
rm site/notes.txt
diff -r site new/of/year
