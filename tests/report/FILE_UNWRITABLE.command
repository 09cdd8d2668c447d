new --year 2566 -o tests/report/GOOD.xml/new.xml
