build tests/report/GOOD.xml --sections 7 -o $pdf
