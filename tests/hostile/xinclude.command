render tests/hostile/xinclude.xml --styles tests/report/plain.styles -o $pdf
