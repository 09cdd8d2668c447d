render tests/report/STYLE_CYCLE.xml --styles tests/report/cycle.styles -o $pdf
