build tests/report/RESULT_MISSING.xml -o $pdf
