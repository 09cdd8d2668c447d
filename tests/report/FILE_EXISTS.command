new --year 2566 -o $pdf
