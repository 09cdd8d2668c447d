render tests/report/FONT_UNKNOWN.xml --styles tests/report/family.styles -o $pdf
