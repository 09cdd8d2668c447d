render tests/report/GLYPH_MISSING-strict.xml --styles tests/report/plain.styles -o $pdf --strict
