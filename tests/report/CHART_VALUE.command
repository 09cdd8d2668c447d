render tests/report/CHART_VALUE.xml --styles tests/layout/styles.xml -o $pdf
