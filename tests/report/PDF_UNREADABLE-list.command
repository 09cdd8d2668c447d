extract tests/report/PDF_UNREADABLE-list.pdf
