render tests/hostile/namespace-inside.xml --styles tests/report/plain.styles -o $pdf
