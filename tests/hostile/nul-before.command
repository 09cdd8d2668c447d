render tests/hostile/nul-before.xml --styles tests/report/plain.styles -o $pdf
