render tests/hostile/utf-7-marks.xml --styles tests/report/plain.styles -o $pdf
