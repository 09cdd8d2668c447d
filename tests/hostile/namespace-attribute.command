render tests/hostile/namespace-attribute.xml --styles tests/report/plain.styles -o $pdf
