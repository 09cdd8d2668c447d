render tests/report/TABLE_WIDE.xml --styles tests/report/plain.styles -o $pdf
