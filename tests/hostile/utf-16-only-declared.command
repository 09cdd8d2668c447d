render tests/hostile/utf-16-only-declared.xml --styles tests/report/plain.styles -o $pdf
