render tests/hostile/value-open.xml --styles tests/report/plain.styles -o $pdf
