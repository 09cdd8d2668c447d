extract tests/report
