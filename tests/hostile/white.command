render tests/hostile/white.xml --styles tests/report/plain.styles -o $pdf
