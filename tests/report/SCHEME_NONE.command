new --year 2600 -o $work/new.xml
