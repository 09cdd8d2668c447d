render tests/report/ELEMENT_UNKNOWN-document.xml --styles tests/layout/styles.xml -o $pdf
