build <(sleep 2) --max-seconds 1 -o $pdf
