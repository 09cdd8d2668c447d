new --year 2566 --scores tests/report/SCORES_COLUMNS.csv -o $work/new.xml
