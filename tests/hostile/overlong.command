render tests/hostile/overlong.xml --styles tests/report/plain.styles -o $pdf
