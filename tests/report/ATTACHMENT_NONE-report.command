extract tests/report/ATTACHMENT_NONE-report.pdf
