FAIL=readlink
build tests/report/crash.xml tests/report/GOOD.xml -o $work/crashes/
