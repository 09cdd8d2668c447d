render tests/report/TEXT_CONTROL.xml --styles tests/report/plain.styles -o $pdf
