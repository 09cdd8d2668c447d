render tests/hostile/xml-id-twice.xml --styles tests/report/plain.styles -o $pdf
