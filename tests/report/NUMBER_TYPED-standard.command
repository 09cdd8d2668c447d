build tests/report/NUMBER_TYPED-standard.xml --data tests/report/root-standard --dump=tree
