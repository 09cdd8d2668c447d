render tests/hostile/utf-32.xml --styles tests/report/plain.styles -o $pdf
