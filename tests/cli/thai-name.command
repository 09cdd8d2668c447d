# A file's name in Thai, with spaces, as it is in problems and in the PDF's name
mkdir 'รายงาน ปี ๖๕'
cp "$repo/tests/report/SCORE_RANGE.xml" 'รายงาน ปี ๖๕/คะแนน เกิน.xml'
cp "$repo/tests/report/GOOD.xml" 'รายงาน ปี ๖๕/ดี แล้ว.xml'
"$raingan" build 'รายงาน ปี ๖๕/คะแนน เกิน.xml' 'รายงาน ปี ๖๕/ดี แล้ว.xml'
