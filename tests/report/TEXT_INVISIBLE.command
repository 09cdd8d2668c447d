render tests/report/TEXT_INVISIBLE.xml --styles tests/report/plain.styles -o $pdf
