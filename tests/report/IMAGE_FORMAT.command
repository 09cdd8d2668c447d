render tests/report/IMAGE_FORMAT.xml --styles tests/layout/styles.xml -o $pdf
