# Without -o the PDF stands beside its report
mkdir reports
cp "$repo/tests/report/GOOD.xml" reports/a.b.xml
cp "$repo/tests/report/GOOD.xml" reports/none
"$raingan" build reports/a.b.xml reports/none
