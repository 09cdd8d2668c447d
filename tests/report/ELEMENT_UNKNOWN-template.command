build tests/report/k.xml --data tests/report/root -o $pdf --template vocabulary
