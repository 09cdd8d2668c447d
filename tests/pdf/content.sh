#!/bin/sh
# The operators of a page's content as qpdf reads them: strings, whose bytes may be any, in hexadecimal.
#   content.sh FILE.pdf PAGE
set -eu
number=$(mutool show "$1" "pages/$2/Contents" | sed -n '1s/ 0 obj$//p')
qpdf --filtered-stream-data --normalize-content=y --show-object="$number" "$1" |
	sed -z 's/>\n\([]0-9-]\)/>\1/g'		# an end of line behind a string with one in it
