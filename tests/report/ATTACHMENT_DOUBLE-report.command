extract tests/report/ATTACHMENT_DOUBLE.pdf
