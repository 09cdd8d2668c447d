render tests/report/ID_DOUBLE.xml --styles tests/report/plain.styles -o $pdf
