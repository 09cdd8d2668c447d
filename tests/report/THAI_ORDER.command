render tests/report/THAI_ORDER.xml --styles tests/report/plain.styles -o $pdf
