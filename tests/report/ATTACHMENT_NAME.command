extract tests/report/ATTACHMENT_NAME.pdf -o $work/ATTACHMENT_NAME
