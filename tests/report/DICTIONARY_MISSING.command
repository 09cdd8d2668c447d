render tests/report/PDF_UNWRITABLE.xml --styles tests/report/plain.styles -o $pdf --data tests/report/root-words
