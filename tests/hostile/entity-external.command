render tests/hostile/entity-external.xml --styles tests/report/plain.styles -o $pdf
