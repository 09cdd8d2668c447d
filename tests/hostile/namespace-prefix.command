render tests/hostile/namespace-prefix.xml --styles tests/report/plain.styles -o $pdf
