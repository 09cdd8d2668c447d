render tests/report/IMAGE_DAMAGED.xml --styles tests/layout/styles.xml -o $pdf
