render tests/report/REF_UNLABELLED.xml --styles tests/report/plain.styles -o $pdf
