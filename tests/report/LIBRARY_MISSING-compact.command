FAIL=dlopen
render tests/report/PDF_UNWRITABLE.xml --styles tests/report/plain.styles --compact -o $pdf
