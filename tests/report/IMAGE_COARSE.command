render tests/report/IMAGE_COARSE.xml --styles tests/layout/styles.xml -o $pdf
