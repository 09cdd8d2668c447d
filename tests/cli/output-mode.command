# A PDF that is there keeps its mode, a new one has that of the umask
echo old >old.pdf
chmod 0640 old.pdf
"$raingan" build "$repo/tests/report/GOOD.xml" -o old.pdf
"$raingan" build "$repo/tests/report/GOOD.xml" -o new.pdf
stat -c '%a %n' old.pdf new.pdf
qpdf --check old.pdf >/dev/null && echo accepted
