# However the PDF is written: the same bytes.  F without UF, and a report of another name
same() { "$raingan" extract "$1" | cmp - report.xml && echo "$1"; }
printf '<report/>\n' >report.xml
for i in $(seq 300); do echo "line $i" >$i.csv; set -- "$@" --add-attachment $i.csv --; done
"$raingan" build "$repo/tests/report/GOOD.xml" -o made.pdf
qpdf --empty plain.pdf --pages made.pdf 1 -- --add-attachment report.xml -- "$@"
rm *.csv
qpdf plain.pdf --object-streams=generate objects.pdf
qpdf plain.pdf --linearize linear.pdf
qpdf plain.pdf --stream-data=uncompress uncompressed.pdf
qpdf plain.pdf --encrypt "" owner 256 -- printing-locked.pdf
qpdf plain.pdf --qdf --no-original-object-ids plain.qdf
sed '/\/UF (report.xml)/d' plain.qdf | fix-qdf >without-uf.pdf
sed 's/\/UF (report.xml)/\/UF (source.xml)\n  \/AFRelationship \/Source/' plain.qdf | fix-qdf >source.pdf
for file in plain objects linear uncompressed printing-locked without-uf source; do same $file.pdf; done
"$raingan" extract source.pdf -o files && ls files | wc -l && ls files | grep xml && rm -r files
