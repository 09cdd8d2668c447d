render tests/hostile/entity-parameter.xml --styles tests/report/plain.styles -o $pdf
