render tests/hostile/nul-reference.xml --styles tests/report/plain.styles -o $pdf
