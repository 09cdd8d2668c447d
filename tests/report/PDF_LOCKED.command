extract tests/report/PDF_LOCKED.pdf
