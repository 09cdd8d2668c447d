extract tests/report/FILE_EXISTS-extract.pdf -o tests/report
