render tests/report/CHART_COUNT.xml --styles tests/layout/styles.xml -o $pdf
