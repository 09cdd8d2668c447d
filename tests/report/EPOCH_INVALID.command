SOURCE_DATE_EPOCH=tomorrow
build tests/report/GOOD.xml -o $pdf
