render tests/hostile/nul-utf-16.xml --styles tests/report/plain.styles -o $pdf
