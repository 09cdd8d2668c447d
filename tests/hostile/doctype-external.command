render tests/hostile/doctype-external.xml --styles tests/report/plain.styles -o $pdf
