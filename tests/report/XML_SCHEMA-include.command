build tests/report/k.xml --data tests/report/root-include -o $pdf
