render tests/report/IMAGE_COLOURS.xml --styles tests/layout/styles.xml -o $pdf
