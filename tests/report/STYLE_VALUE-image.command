render tests/report/STYLE_VALUE-image.xml --styles tests/layout/styles.xml -o $pdf
