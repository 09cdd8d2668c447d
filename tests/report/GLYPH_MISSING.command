render tests/report/GLYPH_MISSING.xml --styles tests/report/plain.styles -o $pdf
