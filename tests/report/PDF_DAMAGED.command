extract tests/report/PDF_DAMAGED.pdf
