render tests/hostile/utf-7.xml --styles tests/report/plain.styles -o $pdf
