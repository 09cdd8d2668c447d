render tests/report/PDF_UNWRITABLE.xml --styles tests/report/plain.styles -o /dev/full
