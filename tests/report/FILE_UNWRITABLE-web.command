web tests/report/GOOD.xml -o $(mkdir -p $work/blocked/index.html; echo $work/blocked)
