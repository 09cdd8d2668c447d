render tests/report/SVG_UNSUPPORTED.xml --styles tests/layout/styles.xml -o $pdf
