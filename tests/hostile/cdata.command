render tests/hostile/cdata.xml --styles tests/report/plain.styles -o $pdf
