render tests/hostile/namespace-run.xml --styles tests/report/plain.styles -o $pdf
