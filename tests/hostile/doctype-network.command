render tests/hostile/doctype-network.xml --styles tests/report/plain.styles -o $pdf
