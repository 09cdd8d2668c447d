render tests/report/CHART_TALL.xml --styles tests/layout/styles.xml -o $pdf
