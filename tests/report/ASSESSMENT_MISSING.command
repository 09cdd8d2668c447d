new --year 2566 --from tests/report/k.xml --data tests/report/root -o $work/new.xml
