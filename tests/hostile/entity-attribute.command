render tests/hostile/entity-attribute.xml --styles tests/report/plain.styles -o $pdf
