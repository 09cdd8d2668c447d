render tests/report/CHART_NARROW.xml --styles tests/layout/styles.xml -o $pdf
