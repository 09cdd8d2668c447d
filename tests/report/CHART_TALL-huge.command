render tests/report/CHART_TALL-huge.xml --styles tests/layout/styles.xml -o $pdf
