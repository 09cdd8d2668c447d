render tests/report/IMAGE_ENDING.xml --styles tests/layout/styles.xml -o $pdf
