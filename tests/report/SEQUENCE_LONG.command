render tests/report/SEQUENCE_LONG.xml --styles tests/layout/styles.xml -o $pdf
