render tests/hostile/ebcdic.xml --styles tests/report/plain.styles -o $pdf
