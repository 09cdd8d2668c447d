extract tests/report/PDF_UNREADABLE-head.pdf
