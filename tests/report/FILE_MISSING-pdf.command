extract tests/report/no-such.pdf
