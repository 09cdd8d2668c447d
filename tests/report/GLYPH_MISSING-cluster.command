render tests/report/GLYPH_MISSING-cluster.xml --styles tests/report/plain.styles --data tests/report/root-marks -o $pdf
