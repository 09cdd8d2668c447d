# Images of every kind, against what other programs read in the PDF.  Sourced by tests/run.

# A document with these images, a line each: "NAME", or "NAME ATTRIBUTES".
image_document() {
	local name rest
	echo '<document xmlns="urn:raingan:document" title="ภาพ" lang="th"><page-sequence class="square">'
	while read -r name rest; do
		echo "<img src=\"$name\" alt=\"$name\" $rest/>"
	done
	echo '</page-sequence></document>'
}

# image_render FOLDER ARGUMENT...: its document.xml to its out.pdf.
image_render() {
	local folder=$1
	shift
	"$raingan" render "$folder/document.xml" --styles tests/image/square.styles -o "$folder/out.pdf" "$@" &&
	qpdf --check "$folder/out.pdf"
}

# Each colour type, depth, interlaced and transparent: 52 files, sample by sample.
png_kinds() {
	local folder=$work/png
	mkdir -p "$folder"
	node tests/image/kinds.mjs "$folder" &&
	sed 's/ .*//; s/$/.png/' "$folder/list.txt" | image_document >"$folder/document.xml" &&
	image_render "$folder" && pdfimages "$folder/out.pdf" "$folder/out" &&
	node tests/image/samples.mjs "$folder" "$folder/out"
}

# Files go into the PDF byte for byte, whatever their colours, scans and orientation.
jpegs_pass() {
	local folder=$work/jpeg name i=0
	mkdir -p "$folder"
	for name in ycc rgb adobe-rgb progressive; do
		"$out/tests/jpeg_make" $name 0 40 20 "$folder/$name.jpg" || return 1
	done
	for name in 1 2 3 4 5 6 7 8 -1 -6 -8; do
		"$out/tests/jpeg_make" ycc $name 40 20 "$folder/turn$name.jpg" || return 1
	done
	(cd "$folder" && ls *.jpg) >"$folder/list.txt"
	image_document <"$folder/list.txt" >"$folder/document.xml" &&
	image_render "$folder" && pdfimages -all "$folder/out.pdf" "$folder/out" || return 1
	while read -r name; do
		cmp "$folder/$name" "$folder/out-$(printf %03d $i).jpg" || return 1
		i=$((i + 1))
	done <"$folder/list.txt"
}

# As poppler and MuPDF paint them, a page after the other.
jpegs_upright() {
	local folder=$work/jpeg i
	"$raingan" render "$folder/document.xml" --styles tests/image/square.styles --dump=pages >"$folder/dump"
	csplit -s -z -f "$folder/dump-" -b %d "$folder/dump" '/^page /' '{*}'
	pdftoppm -r 150 "$folder/out.pdf" "$folder/poppler"
	mutool draw -q -r 150 -o "$folder/mupdf-%d.ppm" "$folder/out.pdf" 2>"$folder/mutool.log"
	for ((i = 0; i < $(grep -c '^page ' "$folder/dump"); i++)); do
		count "image: photographs upright in poppler" node tests/image/turns.mjs "$folder/dump-$i" \
			"$folder"/poppler-$((i + 1)).ppm 150
		count "image: photographs upright in MuPDF" node tests/image/turns.mjs "$folder/dump-$i" \
			"$folder/mupdf-$((i + 1)).ppm" 150
	done
}

# librsvg's picture of an SVG and ours, both through poppler.
svg_like_librsvg() {
	local folder=$work/svg name=$1
	mkdir -p "$folder"
	cp "tests/image/$name.svg" "$folder"
	image_document <<<"$name.svg width=\"200pt\"" >"$folder/document.xml"
	image_render "$folder" && rsvg-convert -f pdf -w 200 -h 200 "tests/image/$name.svg" -o "$folder/rsvg.pdf" &&
	pdftoppm -scale-to-x 400 -scale-to-y 400 "$folder/out.pdf" "$folder/$name" &&
	pdftoppm -scale-to-x 400 -scale-to-y 400 "$folder/rsvg.pdf" "$folder/$name-rsvg" &&
	node tests/image/pixels.mjs "$folder/$name-1.ppm" "$folder/$name-rsvg-1.ppm"
}

# The screen's copy has 150 samples an inch; the archive's all of them.
screen_reduces() {
	local folder=$work/screen
	mkdir -p "$folder"
	node tests/image/reduce.mjs make "$folder/large.png" &&
	image_document <<<'large.png width="72pt"' >"$folder/document.xml" &&
	image_render "$folder" --profile screen && pdfimages "$folder/out.pdf" "$folder/out" &&
	node tests/image/reduce.mjs check "$folder/out"
}

# sizes_of FILE: the samples of each of its images.
sizes_of() {
	pdfimages -list "$1" | awk 'NR > 2 { print $4 "x" $5, $9 }' | tr '\n' ' '
}

# Of more bytes than are handed over at once, it must be whole to the last row.
large_photograph() {
	cat >"$1/document.xml" <<-END
		<document xmlns="urn:raingan:document" title="x" lang="en"><page-sequence class="body">
		<img src="upright.jpg" alt="x" width="400pt"/></page-sequence></document>
	END
	"$out/tests/jpeg_make" ycc 1 1200 800 "$1/upright.jpg" &&
	"$raingan" render "$1/document.xml" --styles tests/layout/styles.xml --profile screen -o "$1/out.pdf" &&
	[ "$(sizes_of "$1/out.pdf")" = "834x556 jpeg " ] && pdfimages -j "$1/out.pdf" "$1/large" &&
	[ "$(stat -c %s "$1/large-000.jpg")" -gt 4096 ] &&
	[ -z "$(pdfimages "$1/out.pdf" "$1/large" 2>&1)" ] &&
	[ "$(stat -c %s "$1/large-000.ppm")" = $((834 * 556 * 3 + 15)) ]
}

screen_photographs() {
	local folder=$work/screen name
	for name in ycc grey progressive; do
		"$out/tests/jpeg_make" $name 6 1200 800 "$folder/$name.jpg" || return 1
	done
	"$out/tests/jpeg_make" ycc 0 180 120 "$folder/little.jpg" || return 1
	image_document >"$folder/document.xml" <<-END
		ycc.jpg width="72pt"
		grey.jpg width="72pt"
		progressive.jpg width="72pt"
		little.jpg width="72pt"
	END
	image_render "$folder" && [ "$(sizes_of "$folder/out.pdf")" = \
		"1200x800 jpeg 1200x800 jpeg 1200x800 jpeg 180x120 jpeg " ] &&
	image_render "$folder" --profile screen && sizes_of "$folder/out.pdf" && [ "$(sizes_of "$folder/out.pdf")" = \
		"225x150 jpeg 225x150 jpeg 225x150 jpeg 180x120 jpeg " ] && ! pdfdetach -list "$folder/out.pdf" | grep '^1:' &&
	large_photograph "$folder"
}

# 64 MiB are enough for images that are made to need more; and at most seconds.  Without large pages, which
# the system fills up by itself.
images_need_little() {
	local folder=$work/bombs name kib
	mkdir -p "$folder"
	node tests/image/bombs.mjs "$folder" && "$out/tests/jpeg_make" progressive 0 5000 5000 "$folder/progressive.jpg" || return 1
	for name in $(cd "$folder" && ls *.png *.jpg); do
		image_document <<<"$name" >"$folder/document.xml"
		kib=$(LD_PRELOAD=$PWD/$out/tests/fail.so FAIL=madvise timeout 60 "$out/tests/peak" "$raingan" render "$folder/document.xml" \
			--styles tests/image/square.styles -o "$folder/out.pdf" 2>"$folder/log")
		echo "$name: $kib KiB; $(cat "$folder/log")"
		[ "$out" = build/sanitize ] || [ "$kib" -lt 65536 ] || return 1
		! grep -v ' \[IMAGE_[A-Z]*\]$' "$folder/log" || return 1
	done
}

# A report whose seal and figures have Thai names: numbered, linked, made again of its attachments.
report_with_pictures() {
	local folder=$work/pictures
	mkdir -p "$folder"
	cp data/seal.svg "$folder/ตรา เทศบาล.svg" && cp tests/layout/tall.png "$folder/แถบสี.png" &&
	sed 's/src="seal.svg"/src="ตรา เทศบาล.svg"/; 0,/<.section>/s//<figure id="bars" src="แถบสี.png" alt="แถบ" height="3cm"><caption>แถบสี<\/caption><\/figure><p><a href="#bars">ดูภาพ<\/a><\/p>\n&/
		/<analysis>/,$s/<measures>/<figure src="แถบสี.png" alt="แถบ" width="1cm"><caption>อีกแถบ<\/caption><\/figure>&/' \
		data/trang-2565.xml >"$folder/report.xml" && "$raingan" build "$folder/report.xml" -o "$folder/out.pdf" &&
	[ "$(pdftotext "$folder/out.pdf" - | grep '^ภาพที่ [๑๒] ' | tr '\n' '|')" = "ภาพที่ ๑ แถบสี|ภาพที่ ๒ อีกแถบ|" ] &&
	[ "$(sizes_of "$folder/out.pdf")" = "200x300 image 200x300 image " ] &&
	rebuilds pictures "$folder/out.pdf" report.xml build
}

images() {
	count "image: PNG files of every kind" png_kinds
	check "image: JPEG files byte for byte" jpegs_pass
	jpegs_upright
	for file in tests/image/*.svg; do
		count "image: $file as librsvg draws it" svg_like_librsvg "$(basename "$file" .svg)"
	done
	count "image: fewer samples for the screen" screen_reduces
	check "image: smaller photographs for the screen" screen_photographs
	check "image: little memory" images_need_little
	check "image: a report with seal and figures" report_with_pictures
	check "image: broken files" "$out/tests/image_fuzz" 2000 "$work" "$work"/png/*.png "$work"/jpeg/*.jpg \
		tests/image/*.svg
	tail -n 1 "$work/log"
}
