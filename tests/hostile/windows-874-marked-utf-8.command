render tests/hostile/windows-874-marked-utf-8.xml --styles tests/report/plain.styles -o $pdf
