render tests/report/PAGE_AREA.xml --styles tests/report/names.styles -o $pdf
