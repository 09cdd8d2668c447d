render tests/report/DIGITS_MIXED.xml --styles tests/report/plain.styles -o $pdf
