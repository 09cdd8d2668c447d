# What a web page must be, told by a browser and other programs.  Sourced by tests/run.

# site NAME REPORT ARGUMENTS...: the page in $work/web/NAME.
site() {
	local name=$1
	shift
	"$raingan" web "$@" -o "$work/web/$name" 2>"$work/web/$name.problems"
}

# The layout tests' documents as reports: a kind that copies, beside the shipped ones.
copying_root() {
	mkdir -p "$work/web/root" &&
	cp -r templates "$work/web/root/" && cp -r tests/web/copy "$work/web/root/templates/" &&
	cp tests/layout/styles.xml "$work/web/root/templates/copy/" &&
	ln -s "$PWD/fonts" "$PWD/data" "$work/web/root/"
}

# text_of NAME REPORT ARGUMENTS...: what text.mjs compares the page with, into $texts.
text_of() {
	local name=$1
	shift
	"$raingan" build "$@" --dump=doc >"$work/web/$name.doc" 2>/dev/null
	"$raingan" build "$@" --dump=pages >"$work/web/$name.pages" 2>/dev/null
	texts+=("$work/web/$name" "$work/web/$name.doc" "$work/web/$name.pages")
}

# Documents that no XML reader takes have no page.
layout_sites() {
	local file name
	for file in tests/layout/*.xml tests/layout/pathological/*.xml; do
		name=$(basename "$file" .xml)
		[ "$name" != styles ] || continue
		site "$name" "$file" --data "$work/web/root" || ! grep -q 'XML_SYNTAX\|XML_LARGE' "$work/web/$name.problems" || continue
		text_of "$name" "$file" --data "$work/web/root"
	done
	[ "${#texts[@]}" -gt 100 ]
}

report_sites() {
	local name
	for name in trang follow-up chanthaburi; do
		site "$name-2565" "data/$name-2565.xml" || return 1
		text_of "$name-2565" "data/$name-2565.xml"
	done
	for name in risk-plan no-gift-policy; do
		site "$name-2566" "data/$name-2566.xml" && text_of "$name-2566" "data/$name-2566.xml" || return 1
	done
	site results data/follow-up-2565.xml --template follow-up &&
	text_of results data/follow-up-2565.xml --template follow-up
	site awkward tests/files/awkward.xml &&
	site awkward-results tests/files/awkward.xml --template follow-up
}

# The folder's files are the ones that build makes, and the author's own.
same_files() {
	local folder=$work/web/trang-2565 name
	"$raingan" build data/trang-2565.xml -o "$work/web/build.pdf" && cmp "$work/web/build.pdf" "$folder/report.pdf" &&
	cmp data/trang-2565.xml "$folder/report.xml" && cmp fonts/OFL.txt "$folder/fonts/OFL.txt" &&
	"$raingan" build data/trang-2565.xml --dump=files >"$work/web/build.files" &&
	(cd "$folder" && echo "scores.csv, text/csv, ผลคะแนนการประเมิน:" && cat scores.csv &&
		echo "measures.csv, text/csv, มาตรการและผลการดำเนินการ:" && cat measures.csv) | cmp - "$work/web/build.files" &&
	for name in fonts/Sarabun-{Regular,Bold,Italic,BoldItalic}; do
		cp "$folder/$name.woff2" "$work/web/font.woff2" && woff2_decompress "$work/web/font.woff2" >/dev/null &&
		hb-view --font-file="$work/web/font.ttf" --output-format=svg --text="น้ำ ปู่ ฎุ" >"$work/web/font.svg" &&
		hb-view --font-file="$name.ttf" --output-format=svg --text="น้ำ ปู่ ฎุ" | cmp - "$work/web/font.svg" || return 1
	done
}

# Another second, folder, time zone and language make no difference, nor does what was there before.
same_site() {
	local report=$PWD/data/trang-2565.xml
	sleep 1.1 && mkdir -p "$work/web/again" && echo older >"$work/web/again/index.html" &&
	(cd / && env TZ=Asia/Bangkok LANG=th_TH.UTF-8 LC_ALL=C.UTF-8 HOME=/ \
		"$raingan" web "$report" -o "$work/web/again/") &&
	diff -r "$work/web/trang-2565" "$work/web/again"
}

webs() {
	local texts=() modules=$PWD/build/browser folder=$work/web
	mkdir -p "$folder"
	# A module is looked for from where the script is.
	cp tests/web/*.mjs "$modules/"
	check "web: the layout tests' documents" copying_root
	check "web: pages of the layout tests' documents" layout_sites
	check "web: pages of the reports" report_sites
	check "web: the files beside the page" same_files
	check "web: made twice, the same bytes" same_site
	count "web: the documents' text and numbers" node "$modules/text.mjs" "${texts[@]}"
	count "web: data and metadata" node "$modules/data.mjs" \
		"$folder"/{trang-2565,follow-up-2565,chanthaburi-2565,awkward}
	count "web: in Chromium" node "$modules/page.mjs" \
		"$folder"/{trang-2565,results,risk-plan-2566,no-gift-policy-2566} -- \
		"$folder"/{awkward,awkward-results,notes,references,cut-merged}
}
