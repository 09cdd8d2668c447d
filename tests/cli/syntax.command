# What an author who types XML gets wrong, and what to do about it
try() {
	printf "$1" >a.xml
	echo "$1" >&2
	"$raingan" check a.xml
}
try ''
try 'x'
try '<a>'
try '<a></b>'
try '<a><b>x</a>'
try '<a></a>x'
try '<a b></a>'
try '<a b=c></a>'
try '<a b="c></a>'
try '<a b="c'
try '<a b="<c"/>'
try '<a b="c" b="d"/>'
try '<a b="c"d="d"/>'
try '<a><b c="1"</a>'
try '<a></a'
try '<a>&nbsp;</a>'
try '<a>A & B</a>'
try '<a>A &amp B</a>'
try '<a>1 < 2</a>'
try '<a><!-- </a>'
try '<a><!-- -- --></a>'
try '\n<?xml version="1.0"?><a/>'
try '<a>\001</a>'
try '<x:a/>'
