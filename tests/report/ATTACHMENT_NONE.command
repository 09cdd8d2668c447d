extract tests/report/ATTACHMENT_NONE.pdf -o $work/ATTACHMENT_NONE
