# A picture called like a file of the web page itself is told of; the page is not made
cp "$repo/data/seal.svg" icon.svg
sed 's/src="seal.svg"/src="icon.svg"/' "$repo/data/chanthaburi-2565.xml" >report.xml
"$raingan" web report.xml -o page/
status=$?
ls page
exit $status
