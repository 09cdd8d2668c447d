render tests/hostile/schema-type.xml --styles tests/report/plain.styles -o $pdf
