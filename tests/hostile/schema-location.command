render tests/hostile/schema-location.xml --styles tests/report/plain.styles -o $pdf
