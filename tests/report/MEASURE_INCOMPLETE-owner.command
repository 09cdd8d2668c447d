build tests/report/MEASURE_INCOMPLETE-owner.xml --dump=tree
