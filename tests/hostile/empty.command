render tests/hostile/empty.xml --styles tests/report/plain.styles -o $pdf
