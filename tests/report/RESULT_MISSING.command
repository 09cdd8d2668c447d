build tests/report/RESULT_MISSING.xml --template follow-up-large -o $pdf
