# libqpdf is loaded where it is needed and nowhere else: told by the loader
loads() {
	local name=$1
	shift
	LD_DEBUG=files LD_DEBUG_OUTPUT=loaded "$raingan" "$@" >made.out
	echo "$name: libxml2 $(cat loaded.* | grep -c 'calling init: .*/libxml2'), libqpdf $(cat loaded.* | grep -c 'calling init: .*/libqpdf')"
	rm loaded.*
}
cp "$repo/tests/report/GOOD.xml" a.xml
loads build build a.xml
loads compact build a.xml --compact
loads web web a.xml -o site --linearize
pdfinfo site/report.pdf | grep Optimized && rm -r site
loads dump build a.xml --dump=pages
loads "no PDF" extract a.xml
loads extract extract "$repo/tests/report/ATTACHMENT_NONE-report.pdf" -o files
