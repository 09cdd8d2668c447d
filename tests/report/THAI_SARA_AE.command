render tests/report/THAI_SARA_AE.xml --styles tests/report/plain.styles -o $pdf
