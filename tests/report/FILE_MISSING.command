build tests/report/there-is-none.xml -o $pdf
