render tests/report/THAI_DOUBLE.xml --styles tests/report/plain.styles -o $pdf
