render tests/hostile/beyond-unicode.xml --styles tests/report/plain.styles -o $pdf
