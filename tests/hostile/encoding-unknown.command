render tests/hostile/encoding-unknown.xml --styles tests/report/plain.styles -o $pdf
