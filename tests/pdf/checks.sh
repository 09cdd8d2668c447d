# What the finished PDF must be, told by other programs.  Sourced by tests/run.

# Fonts that pdffonts lists (two lines of head) without "yes yes" for embedded and subset.
fonts_embedded() {
	local n
	n=$(pdffonts "$1" | tail -n +3 | wc -l)
	pdffonts "$1"
	[ "$n" -gt 0 ] && [ "$(pdffonts "$1" | tail -n +3 | grep -c ' yes yes ')" = "$n" ]
}

# Another second, time zone, language, folder, user's home and name make no difference.
same_bytes() {
	local setting
	cp data/trang-2565.xml "$work/another name.xml"
	cp data/seal.svg "$work"
	for setting in SOURCE_DATE_EPOCH=0 -uSOURCE_DATE_EPOCH; do
		env "$setting" TZ=UTC LC_ALL=C "$raingan" build data/trang-2565.xml -o "$work/once.pdf" &&
		sleep 1.1 &&
		(cd / && env "$setting" TZ=Asia/Bangkok LC_ALL=C.UTF-8 LANG=th_TH.UTF-8 HOME=/ \
			"$raingan" build "$work/another name.xml" -o "$work/again.pdf") &&
		cmp "$work/once.pdf" "$work/again.pdf" || return 1
		[ "$setting" = -uSOURCE_DATE_EPOCH ] || cmp "$1" "$work/once.pdf" || return 1
	done
	! pdfinfo "$work/once.pdf" | grep Date
}

# dated FILE DAY: the file and its metadata bear the day.
dated() {
	pdfinfo "$1" | grep "CreationDate: .*$2" && pdfinfo -meta "$1" | grep "<xmp:CreateDate>$3<"
}

# rebuilds NAME FILE REPORT OPTION...: what is attached to the PDF makes it again, byte for byte.
rebuilds() {
	local folder=$work/attached-$1 pdf=$2 report=$3
	shift 3
	mkdir -p "$folder" && pdfdetach -saveall "$pdf" -o "$folder" && ls "$folder" &&
	(cd "$folder" && "$raingan" "$@" "$report" -o again.pdf) && cmp "$pdf" "$folder/again.pdf"
}

# An agency's own scheme lies beside its report, and goes into the PDF.
own_scheme() {
	mkdir -p "$work/own" && cp data/seal.svg "$work/own" &&
	sed 's/scheme="ita-2564"/scheme="mine-2564"/' data/trang-2565.xml >"$work/own/trang.xml" &&
	sed 's/id="ita-2564"/id="mine-2564"/; s/title="การใช้อำนาจ"/title="การใช้อำนาจของเรา"/' \
		data/methodology/ita-2564.xml >"$work/own/mine-2564.xml" &&
	"$raingan" build "$work/own/trang.xml" -o "$work/own/trang.pdf" &&
	pdftotext "$work/own/trang.pdf" - | grep "การใช้อำนาจของเรา" &&
	rebuilds own "$work/own/trang.pdf" report.xml build && cmp "$work/own/mine-2564.xml" "$work/attached-own/mine-2564.xml"
}

# The attachments as other readers list them: names, media types, relationships, bytes.
attached() {
	[ "$(pdfdetach -list "$1" | sed -n 's/^[0-9]*: //p' | tr '\n' ' ')" = "measures.csv report.xml scores.csv seal.svg " ] &&
	cmp data/trang-2565.xml "$work/attached-sample/report.xml" && cmp data/seal.svg "$work/attached-sample/seal.svg" &&
	[ "$(head -c 3 "$work/attached-sample/scores.csv" | od -An -tx1)" = " ef bb bf" ] &&
	[ "$(qpdf --json=2 "$1" | tr -d ' \n' | grep -o '"/AFRelationship":"[^"]*"' | sort | tr -d '\n')" \
		= '"/AFRelationship":"/Data""/AFRelationship":"/Data""/AFRelationship":"/Source""/AFRelationship":"/Supplement"' ]
}

# extract gives what poppler gives.
extracted() {
	"$raingan" extract "$1" | cmp - data/trang-2565.xml &&
	"$raingan" extract "$1" -o "$work/extracted" && rm -f "$work/attached-sample/again.pdf" &&
	diff -r "$work/attached-sample" "$work/extracted"
}

# The four readers, each against the published text.
readers_agree() {
	local file=$1 modules=$PWD/build/readers reader
	READERS_MODULES=$modules sh tests/pdf/readers.sh "$file" "$work/readers"
	pdftotext -raw -enc UTF-8 "$file" "$work/readers/poppler.txt"
	for reader in poppler mupdf pdfjs pdfium; do
		count "text as $reader gives it back" node tests/pdf/compare.mjs "$work/readers/$reader.txt" \
			"$work/trang-2565.lines" tests/pdf/trang-2565.expected/paragraphs.txt \
			tests/pdf/trang-2565.expected/cells.txt tests/pdf/page-map.tsv
	done
}

# Reading order of a page with columns is pdftotext's guess: paragraphs only.
poppler_layout() {
	pdftotext -enc UTF-8 "$1" "$work/readers/plain.txt"
	node tests/pdf/compare.mjs "$work/readers/plain.txt" "$work/trang-2565.lines" tests/pdf/trang-2565.expected/paragraphs.txt \
		| grep -c '^not found' | grep -qx 0
}

# lines_of NAME LINES SETTING...: every line in every setting and reader (lines.sh).
lines_of() {
	local name=$1 lines=$2
	shift 2
	sh tests/pdf/lines.sh "$out/tests/pdf_test" "$work/$name" "$lines" "$@"
}

# 499 lines in both weights, three sizes, spread and not.
lines_come_back() {
	lines_of lines tests/pdf/lines.txt fonts,{0,1},{0,50},{0,400},{7,12,16}
}

# Every consonant with every vowel and tone, and more, small, in the shipped fonts and Debian's.
torture_comes_back() {
	tr -d '|' <tests/pdf/torture.txt >"$work/torture.txt"
	lines_of torture "$work/torture.txt" fonts,{0,1,2,3},{0,50},0,7 \
		/usr/share/fonts/truetype/tlwg/{Laksaman,Norasi,Garuda,Kinnari}{,-Bold}.ttf,0,{0,50},0,7
}

# The words of libthai's dictionary, one a line.
words_come_back() {
	LC_ALL=C.UTF-8 trietool -p /usr/share/libthai thbrk list | cut -f 1 >"$work/words.txt"
	[ "$(wc -l <"$work/words.txt")" -gt 25000 ] || return 1
	lines_of words "$work/words.txt" fonts,{0,1,2,3},{0,50},0,11
}

# In the sample and among libthai's words.
searches() {
	local names=(น้ำ ดำเนินการ ทำ)
	"$raingan" build data/trang-2565.xml --dump=pages \
		| sed -n 's/^ *text .*"\(.*\)"[^"]*$/\1/p' >"$work/sample.txt"
	count "pdf: words searched for in the sample" sh tests/pdf/search.sh "$1" "$work/readers" \
		"$work/sample.txt" "${names[@]}"
	count "pdf: words searched for among 25,110" sh tests/pdf/search.sh \
		"$work/words/fonts-0-50-0-11.pdf" "$work/words/fonts-0-50-0-11" "$work/words.txt" "${names[@]}"
}

# No gap between clusters is opened by more than 0.05 em; some are.
gaps_open_little() {
	"$raingan" build data/trang-2565.xml --dump=pages | awk '
		$1 == "text" && match($0, / gap=[0-9.]+/) {
			gap = substr($0, RSTART + 5, RLENGTH - 5); n++
			if (gap > $6 * 0.05 + 0.001) { print; wide++ }
		}
		END { print n " stretched texts"; exit !n || wide > 0 }'
}

# A page with everything that is painted: its content, and the links' rectangles.
paints() {
	"$raingan" render tests/pdf/paint.xml --styles tests/pdf/paint.styles -o "$work/paint.pdf" &&
	sh tests/pdf/content.sh "$work/paint.pdf" 1 >"$work/paint.content" &&
	for i in 1 2; do
		mutool show -g "$work/paint.pdf" "pages/1/Annots/$i/Rect" >>"$work/paint.content" || return 1
	done
}

# Another agency's report and the other template of the kind need no change of either.
without_problems() {
	"$raingan" build "$1" --template "$2" -o "$work/other.pdf" 2>&1 | tee "$work/other.log"
	[ ! -s "$work/other.log" ] && qpdf --check "$work/other.pdf"
}

# Both say how every style looks, and the same properties of each.
same_styles() {
	local file
	for file in styles large; do
		grep -o '<style [^>]*' -z "templates/measures/$file.xml" | tr '\0\n' '\n ' \
			| sed 's/="[^"]*"//2g; s/[[:space:]]\+/ /g' >"$work/$file.names"
	done
	diff -u "$work/styles.names" "$work/large.names"
}

# The mayor's page: one, with the total, its level, the best and the worst.
summary() {
	local text
	"$raingan" build data/chanthaburi-2565.xml --template summary -o "$work/summary.pdf" &&
	text=$(pdftotext -layout "$work/summary.pdf" -) && [ "$(qpdf --show-npages "$work/summary.pdf")" = 1 ] &&
	for line in '๘๐.๙๙ *B *เพิ่มขึ้น ๑๓.๔๖ *ต่ำกว่า ๐.๒๖' '๑. *การปฏิบัติหน้าที่ ๙๒.๘๔ คะแนน' \
		'การป้องกันการทุจริต ๖๕.๓๙ คะแนน' '- *มาตรการป้องกันการทุจริตเชิงรุก'; do
		grep -q -- "$line" <<<"$text" || { echo "not there: $line"; echo "$text"; return 1; }
	done
}

# The follow-up report is made of any report; its table lies on paper on its side.
follow_up() {
	local sizes
	"$raingan" build "$1" --template "$2" -o "$work/follow-up.pdf" && qpdf --check "$work/follow-up.pdf" &&
	sizes=$(pdfinfo -f 1 -l 99 "$work/follow-up.pdf" | sed -n 's/^Page .* size: *\([0-9]*\).*x \([0-9]*\).*/\1x\2/p' | uniq) &&
	echo "$sizes" && [ "$sizes" = "595x841
841x595" ]
}

# What charts say and are called: two years of one scheme, two of different ones.
charts_say() {
	local file
	for file in data/chanthaburi-2565.xml tests/pdf/charts.xml; do
		"$raingan" build "$file" --dump=doc | sed -n '
			s/^ *[0-9]*: \(chart\)/\1/p
			/: p figure caption/ { s/.*label=/caption /; N; s/\n */ /p }'
	done >"$work/charts.said"
}

# Each is one figure in the tags, with its words and its place; its texts can be found.
charts_are_figures() {
	local text what
	"$raingan" build data/chanthaburi-2565.xml -o "$work/charts.pdf" &&
	qpdf --qdf "$work/charts.pdf" "$work/charts.qdf" || return 1
	for what in '/S /Figure' '/Alt <feff' '^    /BBox \['; do
		[ "$(grep -ac "$what" "$work/charts.qdf")" = 4 ] || return 1	# the seal is one too
	done
	pdftotext -raw "$work/charts.pdf" "$work/charts.txt"
	for text in 'เกณฑ์ผ่าน ๘๕' 'จุดแข็งสูงกว่า ๘๘' 'พ.ศ. ๒๕๖๔ ระดับ B ๘๐.๙๙ คะแนน' 'การใช้อำนาจ'; do
		grep -q "$text" "$work/charts.txt" || return 1
	done
}

# A cell below merged heads names each of them once.
heads_once() {
	cat >"$work/heads.xml" <<'XML'
<document xmlns="urn:raingan:document" title="หัว" lang="th"><page-sequence class="body"><table>
<thead><tr><th colspan="2">ก</th></tr><tr><th>ข</th><th>ค</th></tr></thead>
<tbody><tr><td colspan="2">ง</td></tr><tr><td>จ</td><td>ฉ</td></tr></tbody>
</table></page-sequence></document>
XML
	"$raingan" render "$work/heads.xml" --styles tests/layout/styles.xml -o "$work/heads.pdf" &&
	pdfinfo -struct "$work/heads.pdf" >"$work/heads.struct" &&
	[ "$(grep Headers "$work/heads.struct" | awk '{ print gsub(/\([0-9]+\)/, "") }' | tr '\n' ' ')" = "3 2 2 " ]
}

# The texts of the follow-up report in order, with the links' targets, whatever the layout.
follow_up_texts() {
	"$raingan" build data/follow-up-2565.xml --template follow-up --dump=doc 2>/dev/null \
		| sed -n 's/^ *text \(.*|\)$/\1/p' >"$work/follow-up.texts"
}

# genre NAME: the texts of a document of another kind, whatever the layout; no problem is told.
genre() {
	"$raingan" build "data/$1-2566.xml" --dump=doc 2>&1 | sed -n 's/^ *text \(.*|\)$/\1/p; /: \(warning\|error\): /p' \
		>"$work/$1.texts"
	expect "$1: its texts" "tests/pdf/$1.texts" "$work/$1.texts"
}

# The plan's matrix as a reader gives it: each field is the product of its degrees.
matrix_multiplies() {
	"$raingan" build data/risk-plan-2566.xml -o "$work/risk-plan.pdf" &&
	sed -n '/^|แผนผังความเสี่ยง|$/,/ตัวเลขในช่อง/s/^|\([๐๑๒๓๔๕๖๗๘๙]*\)|$/\1/p' "$work/risk-plan.texts" \
		| sed 'y/๐๑๒๓๔๕๖๗๘๙/0123456789/' >"$work/matrix" &&
	for i in 5 4 3 2 1; do for l in 1 2 3 4 5; do echo $((i * l)); done; done | diff - "$work/matrix"
}

# An announcement has one page; a longer text is told of.
announcement_is_short() {
	"$raingan" build data/no-gift-policy-2566.xml -o "$work/announcement.pdf" &&
	[ "$(pdfinfo "$work/announcement.pdf" | sed -n 's/^Pages: *//p')" = 1 ] &&
	sed 's|<signer|<p>'"$(printf 'ยาว %.0s' {1..900})"'</p><signer|' data/no-gift-policy-2566.xml >"$work/long.xml" &&
	cp data/seal.svg "$work" &&
	"$raingan" build "$work/long.xml" -o "$work/long.pdf" 2>&1 | grep '\[SEQUENCE_LONG\]'
}

# A report without results: nothing is blank but the numbers and titles of its 13 measures.
nothing_blank() {
	[ "$("$raingan" build data/trang-2565.xml --template follow-up --dump=doc | grep -c '|ไม่มี|$')" = 65 ]
}

# The published report says the same, with its measures 2 to 8 taken from the library.
standard_measures() {
	local id file n=2 edit=
	for id in $(sed -n 's/^\t<measure id="\([a-z-]*\)">$/\1/p' templates/measures/standard.xml); do
		edit+="/<measure id=\"m$n\">/,/<.measure>/{s/id=\"m$n\"/& standard=\"$id\"/;/<title>\|<step>\|<follow-up>/d};"
		n=$((n + 1))
	done
	sed "$edit" data/trang-2565.xml >"$work/standard.xml"
	for file in data/trang-2565.xml "$work/standard.xml"; do
		"$raingan" build "$file" --dump=doc | sed -n 's/^ *text \(.*|\)$/\1/p' >"$work/$(basename "$file").texts"
	done
	[ "$n" = 9 ] && [ "$(grep -c ' standard=' "$work/standard.xml")" = 7 ] &&
	[ "$(grep -c '<step>' "$work/standard.xml")" = 7 ] && [ -s "$work/standard.xml.texts" ] &&
	diff "$work/trang-2565.xml.texts" "$work/standard.xml.texts"
}

# Every PDF that must conform, by our own checker; what the checker is worth.
conforms() {
	local base
	tests/pdf/documents.sh "$raingan" "$out/tests/pdf_test" "$work/archive" >"$work/archive.list"
	count "archive: PDF/A-3a and PDF/UA-1" node tests/pdf/archive/check.mjs "$work/archive.list"
	base=$(awk -F '\t' '$3 == "tests/pdf/archive/base.xml" { print $2 }' "$work/archive.list")
	count "archive: each rule notices a mutant" node tests/pdf/archive/mutate.mjs "$base" \
		tests/pdf/archive/mutations "$work/mutants"
}

# packed NAME PLAIN OPTION...: smaller, sound, the same bytes every time, and the same document.
packed() {
	local file=$work/packed-$1.pdf plain=$2
	shift 2
	"$raingan" build data/trang-2565.xml "$@" -o "$file" && qpdf --check "$file" &&
	stat -c "the sample with $*: %s bytes" "$file" && [ "$(stat -c %s "$file")" -lt 120000 ] &&
	[ "$(qpdf --show-xref "$file" | grep -c ': compressed; ')" -gt 300 ] &&
	! grep -a endstream "$file" | grep -avx endstream &&	# ISO 19005-3, 6.1.7.1
	sleep 1.1 && (cd / && TZ=Asia/Bangkok HOME=/ "$raingan" build "$OLDPWD/data/trang-2565.xml" "$@" \
		-o "$work/packed-again.pdf") && cmp "$file" "$work/packed-again.pdf" &&
	diff <(about "$plain") <(about "$file") && diff -r "$plain.attached" "$file.attached"
}

# Dates, metadata, tags, links, fonts, the half of the ID that stays with a document; attachments.
about() {
	pdfinfo "$1" | grep -v '^\(File size\|Optimized\):'
	pdfinfo -meta "$1"
	pdfinfo -struct-text "$1" | sed '/^ *[/]/d; s/Object [0-9]* 0$/Object/'
	pdfinfo -struct-text "$1" | grep '^ *[/]' | sort	# attributes, which libqpdf sorts by name
	pdfinfo -url "$1"
	pdffonts "$1" | sed 's/ *[0-9]* *0$//'
	qpdf --show-object=trailer "$1" | grep -ao '/ID \[ [^ ]*'
	mkdir -p "$1.attached" && pdfdetach -saveall "$1" -o "$1.attached" && ls "$1.attached"
}

# What a viewer needs for the first page stands in front.
linear() {
	qpdf --check-linearization "$1" && pdfinfo "$1" | grep 'Optimized: *yes' &&
	head -c 1024 "$1" | grep -a '/Linearized'
}

# packed_text PLAIN PACKED...: the text of each as the four readers have it.
packed_text() {
	local plain=$1 file list=()
	for file in "$@"; do list+=("$file" "$file.read"); done
	READERS_MODULES=$PWD/build/readers sh tests/pdf/readers.sh "${list[@]}" &&
	[ "$(ls "$plain.read" | wc -l)" = 4 ] || return 1
	for file in "$@"; do diff -r "$plain.read" "$file.read" || return 1; done
}

# An empty page among others: no reader complains of it once packed.
packed_empty_page() {
	"$raingan" render tests/layout/facing.xml --styles tests/layout/styles.xml --compact -o "$work/facing.pdf" &&
	qpdf --check "$work/facing.pdf" && ! mutool draw -q -F txt -o "$work/facing.txt" "$work/facing.pdf" 2>&1 | grep flate
}

# The sample with nothing but text and rules on it.
unsealed() {
	sed '/<seal /d' data/trang-2565.xml >"$work/unsealed.xml"
	"$raingan" build "$work/unsealed.xml" -o "$work/unsealed.pdf" 2>/dev/null
	"$raingan" build "$work/unsealed.xml" --dump=pages >"$work/unsealed.lines" 2>/dev/null
}

pdfs() {
	local file=$work/trang-2565.pdf
	check "pdf: a page with all that is painted" paints
	expect "pdf: what is painted" tests/pdf/paint.content "$work/paint.content"
	check "pdf: the sample is made" "$raingan" build data/trang-2565.xml -o "$file"
	check "pdf: qpdf --check" qpdf --check "$file"
	check "pdf: fonts embedded and subset" fonts_embedded "$file"
	check "pdf: made twice, the same bytes" same_bytes "$file"
	check "pdf: the day of SOURCE_DATE_EPOCH" dated "$file" "Jan  1 .* 1970" 1970-01-01
	check "pdf: made again of its attachments" rebuilds sample "$file" report.xml build
	check "pdf: its attachments" attached "$file"
	check "pdf: its attachments as extract gives them" extracted "$file"
	check "pdf: --compact" packed compact "$file" --compact
	grep 'the sample with' "$work/log"
	check "pdf: --linearize" packed linear "$file" --linearize
	grep 'the sample with' "$work/log"
	check "pdf: --linearize is linear" linear "$work/packed-linear.pdf"
	check "pdf: --linearize is compact too" packed both "$file" --compact --linearize
	check "pdf: with --compact it is the same" cmp "$work/packed-both.pdf" "$work/packed-linear.pdf"
	check "pdf: packed, the same text in four readers" packed_text "$file" "$work"/packed-{compact,linear}.pdf
	check "pdf: an empty page packed" packed_empty_page
	check "pdf: an agency's own scheme" own_scheme
	check "pdf: a document made again" rebuilds paint "$work/paint.pdf" document.xml render --styles styles.xml
	count "pdf: the edition for paper, and excerpts" bash tests/pdf/print.sh "$raingan" "$work/print"
	check "pdf: under 200 KB" test "$(stat -c %s "$file")" -lt 200000
	check "pdf: gaps between clusters" gaps_open_little
	"$raingan" build data/trang-2565.xml --dump=pages >"$work/trang-2565.lines"
	readers_agree "$file"
	count "pdf: each cell's text in its cell" node tests/pdf/cells.mjs "$file" \
		tests/pdf/trang-2565.expected/cells.txt
	check "pdf: 499 lines in 24 settings and four readers" lines_come_back
	tail -n 1 "$work/log"
	check "pdf: torture.txt in 12 fonts, spread and not, and four readers" torture_comes_back
	tail -n 1 "$work/log"
	check "pdf: libthai's words in 4 fonts, spread and not, and four readers" words_come_back
	tail -n 1 "$work/log"
	searches "$file"
	count "pdf: ink where hb-shape has it" sh tests/pdf/shaping.sh "$out/tests/pdf_test" \
		"$out/tests/pdf_shaping" "$work/shaping"
	sed '$d' "$work/log"
	unsealed
	count "pdf: pages as hb-view draws them" node tests/pdf/picture.mjs "$work/unsealed.pdf" \
		"$work/unsealed.lines" "$work/picture"
	sed '$d' "$work/log"
	count "pdf: characters from the next font" sh tests/pdf/fallback.sh "$raingan" "$work/fallback"
	check "pdf: pdftotext finds every paragraph" poppler_layout "$file"
	cp tests/pdf/contents.mjs tests/pdf/page-map.mjs build/readers/
	count "pdf: everything on its published page" node build/readers/page-map.mjs "$file" 3 \
		tests/pdf/page-map.tsv
	check "pdf: another agency's report" without_problems data/chanthaburi-2565.xml report
	check "pdf: another agency's report in large letters" without_problems data/chanthaburi-2565.xml large
	check "pdf: large letters for every style" same_styles
	charts_say
	expect "charts: what they say" tests/pdf/charts.said "$work/charts.said"
	check "charts: figures with texts" charts_are_figures
	check "pdf: a cell names each head once" heads_once
	check "pdf: the summary" summary
	follow_up_texts
	expect "follow-up: its texts" tests/pdf/follow-up.texts "$work/follow-up.texts"
	check "follow-up: a report with results" follow_up data/follow-up-2565.xml follow-up
	check "follow-up: in large letters" follow_up data/follow-up-2565.xml follow-up-large
	check "follow-up: a report without results" follow_up data/trang-2565.xml follow-up
	check "follow-up: nothing is blank" nothing_blank
	genre risk-plan
	genre no-gift-policy
	check "risk plan: its matrix multiplies" matrix_multiplies
	check "announcement: one page" announcement_is_short
	check "standard measures: the published ones" standard_measures
	count "pdf: contents, outline and links" node build/readers/contents.mjs "$file" 3
	count "pdf: read aloud as it was published" node tests/pdf/struct.mjs "$file" \
		tests/pdf/trang-2565.expected/paragraphs.txt tests/pdf/trang-2565.expected/cells.txt tests/pdf/page-map.tsv
	conforms
	count "pdf: unit tests" "$out/tests/pdf_test"
}
