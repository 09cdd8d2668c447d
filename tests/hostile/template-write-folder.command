build tests/report/k.xml --data tests/hostile/root -o $pdf --template write-folder
