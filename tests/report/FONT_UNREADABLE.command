render tests/report/FONT_UNREADABLE.xml --styles tests/report/missing.styles -o $pdf --data tests/report/root-fonts
