render tests/hostile/names-equal.xml --styles tests/report/plain.styles -o $pdf
