build tests/report/GOOD.xml -o $pdf --max-memory 1 2>&1 | grep -v "out of memory" >&2; exit ${PIPESTATUS[0]}
