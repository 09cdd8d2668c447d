# The report to standard output, every attachment into a folder, byte for byte
cp "$repo/data/trang-2565.xml" report.xml
printf '\357\273\277ตัวชี้วัด,คะแนน\r\n' >คะแนน.csv
head -c 100000 "$repo/fonts/Sarabun-Bold.ttf" >"seal of office.png"
: >empty.txt
qpdf --empty report.pdf --add-attachment report.xml --mimetype=application/xml -- \
	--add-attachment คะแนน.csv -- --add-attachment "seal of office.png" -- --add-attachment empty.txt --
"$raingan" extract report.pdf | cmp - report.xml && echo "the report"
"$raingan" extract report.pdf -o one/two/three
"$raingan" extract report.pdf -o slash/
for file in report.xml คะแนน.csv "seal of office.png" empty.txt; do
	cmp "$file" "one/two/three/$file" && cmp "$file" "slash/$file" && stat -c '%a %n' "slash/$file"
done
# Nothing, compressed to eight bytes and to none
"$raingan" extract "$repo/tests/cli/nothing.pdf" -o nothing
wc -c <nothing/report.xml
wc -c <nothing/none.csv
