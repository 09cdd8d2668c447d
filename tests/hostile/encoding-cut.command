render tests/hostile/encoding-cut.xml --styles tests/report/plain.styles -o $pdf
