render tests/report/LINE_OVERFULL.xml --styles tests/report/plain.styles -o $pdf
