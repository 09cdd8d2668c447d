render tests/report/IMAGE_HUGE.xml --styles tests/layout/styles.xml -o $pdf
