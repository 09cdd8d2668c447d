build tests/report/ELEMENT_UNEXPECTED.xml --data tests/report/root-schema -o $pdf
