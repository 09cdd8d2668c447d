render tests/hostile/version-9.xml --styles tests/report/plain.styles -o $pdf
