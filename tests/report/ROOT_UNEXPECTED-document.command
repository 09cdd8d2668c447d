render tests/report/GOOD.xml --styles tests/layout/styles.xml -o $pdf
