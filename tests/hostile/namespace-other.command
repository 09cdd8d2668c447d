render tests/hostile/namespace-other.xml --styles tests/report/plain.styles -o $pdf
