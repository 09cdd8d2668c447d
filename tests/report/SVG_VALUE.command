render tests/report/SVG_VALUE.xml --styles tests/layout/styles.xml -o $pdf
