render tests/hostile/standalone.xml --styles tests/report/plain.styles -o $pdf
