render tests/hostile/schema-nil.xml --styles tests/report/plain.styles -o $pdf
