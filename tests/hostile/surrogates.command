render tests/hostile/surrogates.xml --styles tests/report/plain.styles -o $pdf
