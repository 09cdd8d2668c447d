render tests/report/HEADING_SKIPPED.xml --styles tests/report/plain.styles -o $pdf
