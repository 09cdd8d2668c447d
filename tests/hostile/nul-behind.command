render tests/hostile/nul-behind.xml --styles tests/report/plain.styles -o $pdf
