new --year 2566 --scores tests/report/SCORES_ENCODING.csv -o $work/new.xml
