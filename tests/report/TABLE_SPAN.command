render tests/report/TABLE_SPAN.xml --styles tests/report/plain.styles -o $pdf
