render tests/report/PDF_UNWRITABLE.xml --styles tests/report/plain.styles --linearize -o /dev/full
