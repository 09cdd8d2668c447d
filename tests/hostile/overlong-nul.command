render tests/hostile/overlong-nul.xml --styles tests/report/plain.styles -o $pdf
