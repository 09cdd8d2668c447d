build tests/report/GOOD.xml tests/report/root/GOOD.xml -o $work/pdfs
