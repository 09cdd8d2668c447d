render tests/report/PAGE_AREA.xml --styles tests/report/area.styles -o $pdf
