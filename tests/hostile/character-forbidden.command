render tests/hostile/character-forbidden.xml --styles tests/report/plain.styles -o $pdf
