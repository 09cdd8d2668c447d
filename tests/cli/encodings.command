# what a report says does not depend on its encoding: with and without a mark of it, declared and not
sed 1d "$repo/tests/report/GOOD.xml" >body
{ echo '<?xml version="1.0" encoding="UTF-8"?>'; cat body; } >a.xml
"$raingan" build a.xml --dump=doc >expected
# try NAME DECLARED ENCODING [MARK]
try() {
	{ printf "${4-}"; { echo "<?xml version=\"1.0\"${2:+ encoding=\"$2\"}?>"; cat body; } | iconv -f UTF-8 -t "$3"; } >a.xml
	"$raingan" build a.xml --dump=doc 2>&1 | cmp - expected && echo "$1 is read"
}
try UTF-8 UTF-8 UTF-8
try "UTF-8, not declared" "" UTF-8
try "UTF-8 with a mark" UTF-8 UTF-8 '\xef\xbb\xbf'
try "UTF-8 with a mark, not declared" "" UTF-8 '\xef\xbb\xbf'
for order in LE BE; do
	mark='\xff\xfe'
	[ $order = LE ] || mark='\xfe\xff'
	try "UTF-16$order with a mark" UTF-16 UTF-16$order $mark
	try "UTF-16$order with a mark, not declared" "" UTF-16$order $mark
	try "UTF-16$order" UTF-16$order UTF-16$order
	try "UTF-16$order, not declared" "" UTF-16$order
done
for name in windows-874 TIS-620 ISO-8859-11; do
	try "$name" $name $name
done
