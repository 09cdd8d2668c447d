FAIL=th_brk_new
render tests/report/PDF_UNWRITABLE.xml --styles tests/report/plain.styles -o $pdf
