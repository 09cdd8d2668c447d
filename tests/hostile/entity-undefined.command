render tests/hostile/entity-undefined.xml --styles tests/report/plain.styles -o $pdf
