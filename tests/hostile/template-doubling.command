build tests/report/k.xml --data tests/hostile/root -o $pdf --template doubling --max-memory 300 2>&1 | grep -v "out of memory" >&2; exit ${PIPESTATUS[0]}
