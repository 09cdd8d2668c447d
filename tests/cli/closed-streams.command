# Standard streams that the caller closed: messages go nowhere, not to a worker or into a PDF
for i in 1 2 3 4 5 6; do
	cat >d$i.xml <<END
<document xmlns="urn:raingan:document" title="t" lang="th">
<page-sequence class="body"><p class="unknown-$i">x</p></page-sequence></document>
END
done
for jobs in 1 2; do
	timeout 60 "$raingan" render d?.xml --styles "$repo/tests/layout/styles.xml" -o out/ -j $jobs 2>&-
	echo "stderr closed: status $?"
	timeout 60 "$raingan" render d?.xml --styles "$repo/tests/layout/styles.xml" -o out/ -j $jobs <&- >&- 2>&-
	echo "all closed: status $?"
done
"$raingan" --version >&-
echo "stdout closed: status $?"
