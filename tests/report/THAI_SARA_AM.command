render tests/report/THAI_SARA_AM.xml --styles tests/report/plain.styles -o $pdf
