render tests/hostile/xml-space.xml --styles tests/report/plain.styles -o $pdf
