new --year 2566 --from tests/report/GOOD.xml -o $work/new.xml
