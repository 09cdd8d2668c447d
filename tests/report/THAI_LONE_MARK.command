render tests/report/THAI_LONE_MARK.xml --styles tests/report/plain.styles -o $pdf
