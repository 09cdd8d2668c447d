extract tests/report/ATTACHMENT_NONE-report.pdf -o tests/report/GOOD.xml/folder
