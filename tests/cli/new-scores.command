# One table, as each program may save it, gives one report
cat >plain.csv <<'END'
ตัวชี้วัด,หมายเหตุ,คะแนน
i1,,94.42
๒,,92.12
3,"มี "","" และ
สองบรรทัด",92.28
การใช้ทรัพย์สินของราชการ,,๙๐.๗๖
5. การแก้ไขปัญหาการทุจริต,,92.35
ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน,,91.41
E7,, 94.44
การปรับปรุงการทำงาน,,90.5
"o9",,"100"
10,,100

END
try() {
	"$raingan" new --year 2567 --scores "$1" -o "$1.xml"
	echo "$1: status $?"
	cmp plain.csv.xml "$1.xml"
	rm "$1"
}
printf '\357\273\277' | cat - plain.csv >bom.csv
sed 's/$/\r/' plain.csv >crlf.csv
tr '\n' '\r' <plain.csv >cr.csv
iconv -f UTF-8 -t TIS-620 plain.csv >thai.csv
{ printf '\377\376'; iconv -f UTF-8 -t UTF-16LE plain.csv; } >utf-16le.csv
{ printf '\376\377'; iconv -f UTF-8 -t UTF-16BE plain.csv; } >utf-16be.csv
sed 's/","/@/; y/,/;/; s/@/","/' plain.csv >semicolon.csv
sed 's/","/@/; y/,/\t/; s/@/","/' plain.csv >tab.csv
# a title above, the columns elsewhere; the rank is not the indicator's number; Windows-874's own characters
{
	printf '\223\274\305\244\320\341\271\271 ITA\224,,\n'
	printf 'Score,No,Indicator\n' 
	sed '1d; $d; /^สอง/d; s/^3,.*/การใช้อำนาจ,,92.28/; s/ //' plain.csv | sed 's/^\([^,]*\),,\(.*\)/\2,1,\1/' | iconv -f UTF-8 -t TIS-620
} >title.csv
for file in plain bom crlf cr thai utf-16le utf-16be semicolon tab title; do
	try $file.csv
done
sed -n '/<assessment/,/<\/assessment/p' plain.csv.xml
# with last year's report and its own names
printf 'no,score\n1,1\n2,2\n3,3\n4,4\n5,5\n6,6\n7,7\n8,8\n9,9\n10,10\n' >from.csv
"$raingan" new --year 2566 --from "$repo/data/trang-2565.xml" --scores from.csv -o from.xml
sed -n '/<assessment/,/<\/assessment/p' from.xml
rm *.xml
