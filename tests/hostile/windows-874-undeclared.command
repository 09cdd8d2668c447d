render tests/hostile/windows-874-undeclared.xml --styles tests/report/plain.styles -o $pdf
