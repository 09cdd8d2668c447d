# Names in Thai, with spaces and in capitals; the folder of the attachments makes the same PDF
cp "$repo/tests/report/small.png" 'ตรา เทศบาล.png'
cp "$repo/tests/report/small.png" 'aก.PNG'
cp "$repo/tests/report/photo.jpg" "Photo 'a' (1).jpeg"
cp "$repo/tests/report/drawing.svg" 'z.svg'
cat >รายงาน.xml <<'XML'
<document xmlns="urn:raingan:document" title="ภาพ" lang="th"><page-sequence class="body">
<img src="ตรา เทศบาล.png" alt="ตราเทศบาล"/>
<img src="aก.PNG" alt="ภาพ"/>
<img src="Photo 'a' (1).jpeg" alt="ภาพถ่าย"/>
<img src="z.svg" alt="วงกลม" width="5cm"/>
<img src="ตรา เทศบาล.png" alt="ตราเทศบาลอีกครั้ง" width="3mm"/>
</page-sequence></document>
XML
"$raingan" render รายงาน.xml --styles "$repo/tests/layout/styles.xml" -o a.pdf
LC_ALL=C.UTF-8 pdfdetach -list a.pdf
mkdir again
LC_ALL=C.UTF-8 pdfdetach -saveall a.pdf -o again
cd again
"$raingan" render document.xml --styles styles.xml -o ../b.pdf
cmp ../a.pdf ../b.pdf && echo 'the same bytes'
pdfimages -list ../a.pdf | awk 'NR > 2 { print $3, $4, $5, $9, $11 }'
qpdf --json=2 ../a.pdf | sed -n 's/^ *"\/\(F\|UF\)": \("u:.*"\),*$/\1 \2/p'
