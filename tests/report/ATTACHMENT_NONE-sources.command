extract tests/report/ATTACHMENT_NONE-sources.pdf
