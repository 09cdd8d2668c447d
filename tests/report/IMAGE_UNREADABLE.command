render tests/report/IMAGE_UNREADABLE.xml --styles tests/layout/styles.xml -o $pdf
