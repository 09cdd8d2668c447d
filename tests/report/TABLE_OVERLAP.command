render tests/report/TABLE_OVERLAP.xml --styles tests/report/plain.styles -o $pdf
