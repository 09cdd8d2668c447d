build tests/report/k.xml --data tests/report/root-kind -o $pdf
