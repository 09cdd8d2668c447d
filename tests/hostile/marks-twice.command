render tests/hostile/marks-twice.xml --styles tests/report/plain.styles -o $pdf
