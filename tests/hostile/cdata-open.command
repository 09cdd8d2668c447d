render tests/hostile/cdata-open.xml --styles tests/report/plain.styles -o $pdf
