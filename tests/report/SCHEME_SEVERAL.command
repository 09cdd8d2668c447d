new --year 2566 --data tests/report/root-schemes -o $work/several.xml
