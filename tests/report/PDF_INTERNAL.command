FAIL=HPDF_Binary_New
render tests/report/PDF_UNWRITABLE.xml --styles tests/report/plain.styles -o $pdf
