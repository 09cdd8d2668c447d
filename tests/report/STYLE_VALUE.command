render tests/report/STYLE_VALUE.xml --styles tests/report/value.styles -o $pdf
