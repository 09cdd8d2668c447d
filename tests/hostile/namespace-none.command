render tests/hostile/namespace-none.xml --styles tests/report/plain.styles -o $pdf
