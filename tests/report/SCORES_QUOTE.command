new --year 2566 --scores tests/report/SCORES_QUOTE.csv -o $work/new.xml
