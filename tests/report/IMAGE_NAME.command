render tests/report/IMAGE_NAME.xml --styles tests/layout/styles.xml -o $pdf
