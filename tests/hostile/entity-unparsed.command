render tests/hostile/entity-unparsed.xml --styles tests/report/plain.styles -o $pdf
