render tests/hostile/stylesheet.xml --styles tests/report/plain.styles -o $pdf
