render tests/report/STYLE_UNKNOWN.xml --styles tests/report/value.styles -o $pdf
