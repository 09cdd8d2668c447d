render tests/hostile/utf-32-no-mark.xml --styles tests/report/plain.styles -o $pdf
