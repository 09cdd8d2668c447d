render tests/hostile/quadratic.xml --styles tests/report/plain.styles -o $pdf
