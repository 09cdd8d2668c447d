render tests/hostile/default-attributes.xml --styles tests/report/plain.styles -o $pdf
