extract tests/report/ATTACHMENT_DOUBLE.pdf -o $work/ATTACHMENT_DOUBLE
