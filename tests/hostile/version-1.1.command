render tests/hostile/version-1.1.xml --styles tests/report/plain.styles -o $pdf
