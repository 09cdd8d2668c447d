render tests/report/REF_UNKNOWN.xml --styles tests/report/plain.styles -o $pdf
