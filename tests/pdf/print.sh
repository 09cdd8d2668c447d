# The edition for paper, as other programs read it: colours, places, sheets, excerpts.
#   bash print.sh RAINGAN FOLDER
raingan=$1
folder=$2
export LC_ALL=C.UTF-8
passed=0
failed=0
mkdir -p "$folder"

check() {
	local name=$1
	shift
	if "$@" >"$folder/log" 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAILED $name"
		head -n 8 "$folder/log"
	fi
}

# build NAME OPTION...: the sample; what it says of itself is not looked at here.
build() {
	local name=$1
	shift
	"$raingan" build data/trang-2565.xml -o "$folder/$name.pdf" "$@" 2>"$folder/$name.problems"
}

# Operators of all contents, a line each.
operators() {
	local n i
	n=$(qpdf --show-npages "$1")
	for ((i = 1; i <= n; i++)); do sh tests/pdf/content.sh "$1" "$i"; echo; done
}

# colours FILE: how often an operator sets a colour of RGB.
colours() {
	operators "$1" | grep -cE '(^| )(rg|RG|k|K|sc|SC|scn|SCN|cs|CS)$'
}

text_of() {
	local n i
	n=$(qpdf --show-npages "$1")
	for ((i = 1; i <= n; i++)); do echo "-- $i"; pdftotext -raw -f "$i" -l "$i" "$1" -; done
}

# same_text A B: page for page.
same_text() { diff <(text_of "$1") <(text_of "$2"); }

# The left edge of the first word of each page, in whole points.
lefts() {
	pdftotext -bbox "$1" - | awk '/<page/ { page = 1 } page && /<word/ { split($2, x, "\""); if (!best || x[2] < best) best = x[2] }
		/<\/page/ { print int(best + 0.5); best = 0; page = 0 }'
}

# mirrored: odd pages stand as in the archive copy, even ones 0.9 cm (2.5 - 1.6) further left.
mirrored() {
	paste <(lefts "$folder/archive.pdf") <(lefts "$folder/print.pdf") | awk '
		{ want = NR % 2 ? $1 : $1 - 25.5; if ($2 - want > 1 || want - $2 > 1) { print NR ": " $0; bad++ } }
		END { exit bad > 0 || NR < 10 }'
}

has() { grep -F -- "$2" <<<"$1"; }

# Each numbered page's agenda item and foot, once; the watermark is no text.
on_each_page() {
	local i
	for i in 1 4 9 13; do
		[ "$(pdftotext -f $i -l $i "$folder/draft.pdf" - | grep -c 'ระเบียบวาระที่ ๔.๑')" = 1 ] || return 1
		[ "$(pdftotext -f $i -l $i "$folder/draft.pdf" - | grep -c '^ร่าง')" = 1 ] || return 1
	done
}

# inks FILE LEAST MOST: the part of page 6 that has the watermark's grey.
inks() {
	pdftoppm -r 20 -gray -f 6 -l 6 "$1" "$folder/ink" &&
	node -e '
		const bytes = require("fs").readFileSync(process.argv[1]);
		const [, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString("latin1")).map(Number);
		let grey = 0;
		for (const byte of bytes.subarray(bytes.length - width * height)) grey += byte === 0xdd;
		const part = grey / (width * height), [least, most] = process.argv.slice(2).map(Number);
		console.log(part);
		process.exit(part >= least && part <= most ? 0 : 1);' "$folder"/ink-*06.pgm "$2" "$3"
}

# Line numbers: ๑ to the number of lines of page ๒, none skipped.
lines_numbered() {
	pdftotext -f 5 -l 5 -raw -x 0 -y 0 -W 70 -H 842 "$folder/lines.pdf" - | grep -oP '^[\x{0E50}-\x{0E59}]+$' \
		| sed 'y/๐๑๒๓๔๕๖๗๘๙/0123456789/' >"$folder/numbers"
	diff "$folder/numbers" <(seq 34)
}

# Every part on a right-hand page, and each page with the number that it has in the archive copy.
recto() {
	local labels
	labels=$(pdftotext "$folder/recto.pdf" - | tr '\f' '\n' | grep -oP '^- *[\x{0E50}-\x{0E59}]+ *-$' | tr -d ' -' | tr '\n' ' ')
	[ "$(qpdf --show-npages "$folder/recto.pdf")" = 16 ] && has "$labels" "๒ ๓ ๔ ๕ ๖ ๗ ๘ ๙ ๑๐" &&
	for i in 2 4 6; do [ -z "$(pdftotext -f $i -l $i "$folder/recto.pdf" - | tr -d '[:space:]')" ] || return 1; done &&
	pdftotext -f 7 -l 7 "$folder/recto.pdf" - | grep -q รายงานการวิเคราะห์
}

# preference FILE KEY VALUE
preference() { qpdf --json=2 "$1" | tr -d ' \n' | grep -o "\"/$2\":\"*/*$3\"*[,}]"; }

# The order of a booklet of N pages, from first principles: the sheets are stacked, folded in the
# middle and leafed through; N pages appear in order, then nothing.
booklet() {
	local n=$1 i sheets order= side left right front back
	{
		echo '<document xmlns="urn:raingan:document" title="สมุด" lang="th">'
		for ((i = 1; i <= n; i++)); do echo "<page-sequence class=\"body\"><p>page$i</p></page-sequence>"; done
		echo '</document>'
	} >"$folder/booklet.xml"
	"$raingan" render "$folder/booklet.xml" --styles tests/report/plain.styles --profile print --booklet A4 \
		-o "$folder/booklet.pdf" || return 1
	side=$(qpdf --show-npages "$folder/booklet.pdf")
	sheets=$((side / 2))
	[ "$sheets" = $(((n + 3) / 4)) ] || return 1
	half() { pdftotext -f "$1" -l "$1" -x "$2" -y 0 -W 420 -H 595 "$folder/booklet.pdf" - | grep -o 'page[0-9]*' | tr -d '\n'; }
	# leaves from the outside in: front right, back left; then from the inside out: back right, front left
	for ((i = 0; i < sheets; i++)); do order+="$(half $((2 * i + 1)) 421) $(half $((2 * i + 2)) 0) "; done
	for ((i = sheets - 1; i >= 0; i--)); do order+="$(half $((2 * i + 2)) 421) $(half $((2 * i + 1)) 0) "; done
	[ "$(echo $order)" = "$(echo $(seq -f 'page%.0f' "$n"))" ]
}

# Inner sheets' pages lie nearer to the fold, by 0.1 mm a sheet.
creeps() {
	local edges
	edges=$(pdftotext -bbox "$folder/booklet.pdf" - | grep -E '>page[1357]<' | sed 's/.*xMin="\([0-9.]*\)".*/\1/' | tr '\n' ' ')
	node -e 'const x = process.argv[1].trim().split(/\s+/).map(Number);
		process.exit(x.length === 4 && Math.abs((x[0] - x[2]) - 0.283) < 0.02 ? 0 : 1)' "$edges"
}

# excerpt NAME PAGES: those pages of the archive copy, text for text.
excerpt() {
	diff <(pdftotext -raw "$folder/$1.pdf" -) <(for i in $2; do pdftotext -raw -f "$i" -l "$i" "$folder/archive.pdf" -; done)
}

# Two sections that lead to each other: one alone has the text of its link, but no link.
link_out() {
	cat >"$folder/links.xml" <<'XML'
<document xmlns="urn:raingan:document" title="ลิงก์" lang="th">
	<page-sequence class="body"><h1 label="๑." id="a">ก</h1><p>ไป <a href="#b">ข</a> และ <a href="#a">ก</a></p></page-sequence>
	<page-sequence class="body"><h2 label="๑.๑">ค</h2><p>ไป <a href="#a">ก</a></p><h1 label="๒." id="b">ข</h1></page-sequence>
</document>
XML
	"$raingan" render "$folder/links.xml" --styles tests/report/plain.styles --sections 1.1 -o "$folder/links.pdf" &&
	qpdf --check "$folder/links.pdf" && pdftotext "$folder/links.pdf" - | grep "ไป ก" &&
	[ "$(qpdf --json=2 "$folder/links.pdf" | grep -c '"/Subtype": "/Link"')" = 0 ] &&
	pdfinfo -struct "$folder/links.pdf" >"$folder/links.struct" && ! grep Link "$folder/links.struct" &&
	[ "$(grep -oE '^ *(H[1-6]|Span)' "$folder/links.struct" | tr -d ' \n')" = H1SpanH1 ]
}

# Headings side by side in one row: a section that ends where it begins has that page.
beside() {
	local file="$folder/beside"
	cat >"$file.xml" <<'XML'
<document xmlns="urn:raingan:document" title="ข้างกัน" lang="th">
	<page-sequence class="body"><table><tbody><tr><td><h1 label="๑.">ก</h1></td><td><h1 label="๒.">ข</h1></td></tr></tbody></table></page-sequence>
</document>
XML
	"$raingan" render "$file.xml" --styles tests/report/plain.styles --sections 1 -o "$file.pdf" &&
	qpdf --check "$file.pdf" && [ "$(qpdf --show-npages "$file.pdf")" = 1 ]
}

# A page of a long table: of 301 rows in groups of seven it shows 35, in five groups; an empty row stays in its group.
long_table() {
	local file="$folder/rows" i
	{
		echo '<document xmlns="urn:raingan:document" title="ยาว" lang="th"><page-sequence class="body"><table>'
		echo '<thead><tr><th>ก</th><th>ข</th><th>ค</th></tr></thead><tbody>'
		for ((i = 1; i <= 301; i++)); do
			echo "<tr>$([ $((i % 7)) != 1 ] || echo "<th rowspan=\"7\">กลุ่ม</th>")"
			[ $((i % 10)) = 0 ] && echo '<td/><td/></tr>' || echo "<td>$i</td><td><p id=\"r$i\">แถว</p></td></tr>"
		done
		echo '</tbody></table></page-sequence></document>'
	} >"$file.xml"
	"$raingan" render "$file.xml" --styles tests/layout/styles.xml --only r151 -o "$file.pdf" &&
	qpdf --check "$file.pdf" && [ "$(qpdf --show-npages "$file.pdf")" = 1 ] && pdfinfo -struct "$file.pdf" >"$file.struct" &&
	[ "$(grep -cE '^ *TR' "$file.struct")" = 36 ] && [ "$(grep -cE '^ *T[HD]' "$file.struct")" = 79 ]
}

labels() { node -e '
	import("'"$PWD"'/build/readers/node_modules/pdfjs-dist/legacy/build/pdf.mjs").then(async ({ getDocument }) => {
		const data = new Uint8Array(require("fs").readFileSync(process.argv[1]));
		console.log((await (await getDocument({ data, verbosity: 0 }).promise).getPageLabels()).join(" "));
	});' "$1"; }

build archive
build print --profile print
build one-sided --profile print --one-sided --copies 30
build draft --profile print --draft --agenda "ระเบียบวาระที่ ๔.๑"
build lines --profile print --line-numbers --one-sided
build recto --profile print --recto
build five --sections 5
build four-five --sections ๔-5
build three-two --sections 3.2
build measures --only measures
"$raingan" render tests/pdf/paint.xml --styles tests/pdf/paint.styles -o "$folder/paint.pdf"
"$raingan" render tests/pdf/paint.xml --styles tests/pdf/paint.styles --profile print -o "$folder/paint-print.pdf"

check "the coloured page has colours" test "$(colours "$folder/paint.pdf")" -gt 0
check "printed it has none but what the style insists on" test "$(colours "$folder/paint-print.pdf")" = 1
check "the sample has none" test "$(colours "$folder/print.pdf")" = 0
check "the same text on the same pages" same_text "$folder/archive.pdf" "$folder/print.pdf"
check "margins of even pages are mirrored" mirrored
check "one-sided: as the archive copy" diff <(lefts "$folder/archive.pdf") <(lefts "$folder/one-sided.pdf")
check "of a long table only the rows on the excerpt's pages are in the structure" long_table
check "both sides" preference "$folder/print.pdf" Duplex DuplexFlipLongEdge
check "no scaling" preference "$folder/print.pdf" PrintScaling None
check "one side" preference "$folder/one-sided.pdf" Duplex Simplex
check "copies" preference "$folder/one-sided.pdf" NumCopies 30
check "agenda item and draft on each page" on_each_page
check "watermark" inks "$folder/draft.pdf" 0.005 0.05
check "no watermark" inks "$folder/print.pdf" 0 0.001
check "numbered lines" lines_numbered
check "parts on right-hand pages" recto
for ((n = 1; n <= 21; n++)); do check "booklet of $n pages" booklet "$n"; done
booklet 8
check "creep" creeps
check "section ๕" excerpt five "11 12 13"
check "its page labels" test "$(labels "$folder/five.pdf")" = "๘ ๙ ๑๐"
check "sections ๔ to ๕" excerpt four-five "9 10 11 12 13"
check "section ๓.๒" excerpt three-two "8 9"
check "the measures" excerpt measures "11 12 13"
check "a link out of the excerpt is plain text" link_out
check "a section that ends where it begins" beside
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
