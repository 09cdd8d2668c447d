render tests/report/PDF_UNWRITABLE.xml --styles tests/report/plain.styles -o $work/no/such/folder.pdf
