render tests/hostile/two-roots.xml --styles tests/report/plain.styles -o $pdf
