render tests/report/VALUE_INVALID-date.xml --styles tests/report/plain.styles -o $pdf
