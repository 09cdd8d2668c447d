render tests/report/FONT_FORBIDDEN.xml --styles tests/report/forbidden.styles -o $pdf --data tests/report/root-fonts
