extract tests/report/PDF_UNREADABLE-circle.pdf
