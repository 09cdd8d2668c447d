render tests/hostile/xml-base.xml --styles tests/report/plain.styles -o $pdf
