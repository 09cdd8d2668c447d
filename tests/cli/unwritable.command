# No such folder: the system failed, status 3
"$raingan" build "$repo/tests/report/GOOD.xml" -o missing/a.pdf
