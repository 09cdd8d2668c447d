# What tests/limits/NAME may use besides $raingan, $repo, $tests (programs of tests/unit), $n: how much
# the input asks for, and $over: 0 where that is allowed, 1 where it is one more.

styles=$PWD/base.styles

# repeat N TEXT: without an argument's limit of length.
repeat() {
	awk -v n="$1" -v text="$2" 'BEGIN { for (; n >= 1000; n -= 1000) { if (!many) while (k++ < 1000)
		many = many text; printf "%s", many } while (n-- > 0) printf "%s", text }'
}

document() {
	printf '<document xmlns="urn:raingan:document" title="x" lang="th"><page-sequence class="body">\n'
	printf '%s</page-sequence></document>' "${1-}"
}

# styles MORE: those of every document, and more.
styles() {
	sed '$d' "$repo/tests/report/plain.styles"
	echo "$1</styles>"
}

styles '<style name="img"/>' >"$styles"

render() {
	"$raingan" render "$1" --styles "$styles" "${@:2}"
}

# template RULES: of the report kind k, in root/.
template() {
	cp -rL "$repo/tests/report/root" root 2>/dev/null
	echo "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'
		xmlns='urn:raingan:document'>$1</xsl:stylesheet>" >root/templates/k/good.xsl
}

# png WIDTH HEIGHT [interlaced]: all of it black.
png() {
	node "$repo/tests/limits/png.mjs" "$@"
}

# fonts N: families F1 ..., the same file each time, in root/.
fonts() {
	local i
	cp -rL "$repo/tests/report/root-fonts" root
	for i in $(seq "$1"); do
		cp root/fonts/plain.ttf root/fonts/$i.ttf
		echo "<family name='F$i'><face file='$i.ttf'/></family>"
	done >families
	{ echo '<fonts><family name="TH Sarabun"><face file="plain.ttf"/></family>'; cat families
		echo '</fonts>'; } >root/fonts/fonts.xml
}
