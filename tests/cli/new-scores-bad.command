# Every bad row is told at its line, and nothing is made
cat >bad.csv <<'END'
คะแนน ITA
ที่,ตัวชี้วัด,คะแนน
1,การปฏิบัติหน้าที่,94.42
2,การใช้งบประมาณ,92.123
3,การใช้อำนาจ,"92,28"
4,การใช้ทรัพย์สิน,90.76
4,,100.01
5,การแก้ไขปัญหาการทุจริต,
6,คุณภาพการดำเนินงาน
7,i1,94.44
11,,90
,,95.36
รวม,,95.36
9,,เก้าสิบ
END
"$raingan" new --year 2566 --scores bad.csv
echo "status $?"
printf 'PK\003\004\000' >book.xlsx
"$raingan" new --year 2566 --scores book.xlsx
: >empty.csv
"$raingan" new --year 2566 --scores empty.csv
head -c 1048577 /dev/zero | tr '\0' 'i' >large.csv
"$raingan" new --year 2566 --scores large.csv
"$raingan" new --year 2566 --scores missing.csv
"$raingan" new --year 2566 --scores .
rm large.csv
