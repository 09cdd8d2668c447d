extract tests/report/ATTACHMENT_LARGE.pdf -o $work/ATTACHMENT_LARGE
