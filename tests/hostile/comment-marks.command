render tests/hostile/comment-marks.xml --styles tests/report/plain.styles -o $pdf
