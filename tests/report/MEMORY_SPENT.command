build tests/report/k.xml --data tests/hostile/root --template doubling --max-memory 100 -o $pdf 2>&1 | grep -v "out of memory" >&2; exit ${PIPESTATUS[0]}
