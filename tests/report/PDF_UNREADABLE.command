extract tests/report/GOOD.xml
