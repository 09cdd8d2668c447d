FAIL=memory
build tests/report/GOOD.xml tests/report/SCORE_RANGE.xml -j 1 -o $work/short/
