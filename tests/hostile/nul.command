render tests/hostile/nul.xml --styles tests/report/plain.styles -o $pdf
