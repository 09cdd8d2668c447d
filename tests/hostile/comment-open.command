render tests/hostile/comment-open.xml --styles tests/report/plain.styles -o $pdf
