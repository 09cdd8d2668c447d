render tests/report/ATTRIBUTE_MISSING-image.xml --styles tests/layout/styles.xml -o $pdf
