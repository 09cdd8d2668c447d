new --year 2568 --from tests/report/GOOD.xml -o $work/skipped.xml
