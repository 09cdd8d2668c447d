new --year 2566 --scores tests/report/SCORES_SHORT.csv -o $work/new.xml
