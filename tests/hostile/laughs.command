render tests/hostile/laughs.xml --styles tests/report/plain.styles -o $pdf
