render tests/report/CHART_SERIES.xml --styles tests/layout/styles.xml -o $pdf
