build tests/report/MEASURE_INCOMPLETE-absent.xml --dump=tree
