# -o with a slash: a folder, made with those above it
"$raingan" build "$repo/tests/report/GOOD.xml" -o made/deep/
qpdf --check made/deep/GOOD.pdf >/dev/null && echo accepted
