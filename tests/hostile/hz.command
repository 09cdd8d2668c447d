render tests/hostile/hz.xml --styles tests/report/plain.styles -o $pdf
