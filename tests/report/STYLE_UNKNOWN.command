render tests/report/STYLE_UNKNOWN.xml --styles tests/report/plain.styles -o $pdf
