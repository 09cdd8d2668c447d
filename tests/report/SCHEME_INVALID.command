build tests/report/GOOD.xml --data tests/report/root-scheme -o $pdf
