render tests/report/PAGES_MANY.xml --styles tests/layout/styles.xml -o $pdf
