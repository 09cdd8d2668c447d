# Every dump goes to standard output; no PDF, -o or not
cp "$repo/tests/report/GOOD.xml" a.xml
for stage in tree doc text strips pages; do
	"$raingan" build a.xml --dump=$stage -o a.pdf >dump
	echo "$stage: status $?, $(wc -l <dump | sed 's/^[1-9][0-9]*$/some/') lines"
	rm dump
done
"$raingan" build a.xml --dump=pages | sed -n 1p
"$raingan" build a.xml --dump=doc | sed -n 1p
