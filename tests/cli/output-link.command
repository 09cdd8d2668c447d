# A link is followed: it stays, what it leads to is written
mkdir archive
echo old >archive/report.pdf
ln -s archive/report.pdf now.pdf
"$raingan" build "$repo/tests/report/GOOD.xml" -o now.pdf
readlink now.pdf
qpdf --check archive/report.pdf >/dev/null && echo accepted
