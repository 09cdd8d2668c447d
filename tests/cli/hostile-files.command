# whatever kind of file has it: an entity from outside, bytes behind a NUL, an encoding that hides marks, too many
# attributes.  Of each the kinds of problems, nothing is made
export RAINGAN_DATA=$PWD/root
repeated=$(seq -s ' ' -f 'a%g=""' 1001)
entity() { sed '0,/^<[a-z:]/s/^<[a-z:]/<!DOCTYPE x [<!ENTITY e SYSTEM "file:\/\/\/etc\/passwd">]>&/'; }
nul() { cat; printf '\0<more/>'; }
utf-7() { echo '<?xml version="1.0" encoding="UTF-7"?>'; sed '1s/^<?xml[^>]*?>//'; }
attributes() { sed "0,/<[a-z:]/s/<[a-z:]*[-a-z]*/& $repeated/"; }
cp "$repo/tests/files/awkward.xml" report.xml
cp "$repo/data/seal.svg" .
sed 's|<table|<img src="seal.svg" alt="x" width="1cm"/>&|' "$repo/tests/layout/table.xml" >document.xml
cp "$repo/tests/layout/styles.xml" .
sed '0,/<p>/s/<p>/<p id="ก">/' document.xml >rare.xml	# other documents need no schema
report() { "$raingan" build report.xml; }
document() { "$raingan" render document.xml --styles styles.xml; }
rare() { "$raingan" render rare.xml --styles styles.xml; }
successor() { "$raingan" new --year 2566 --from report.xml; }
# attack COMMAND FILE
attack() {
	local name
	for name in entity nul utf-7 attributes; do
		rm -rf root
		mkdir root
		cp -r "$repo/templates" "$repo/fonts" "$repo/data" root
		cp "$2" kept 2>/dev/null
		"$name" <kept >"$2"
		"$1" >said 2>&1
		echo "$2 of $1, $name: status $?$(grep -v warning: said | sed 's/.*\[/ [/' | sort -u | tr -d '\n')"
		cp kept "$2"
	done
	rm -rf root
}
attack report report.xml
attack document seal.svg
attack report root/data/report.xsd
attack report root/data/methodology/ita-2564.xml
attack report root/templates/measures/kind.xml
attack report root/templates/measures/standard.xml
attack report root/templates/measures/report.xsl
attack report root/templates/measures/styles.xml
attack rare root/templates/document.xsd
attack report root/fonts/fonts.xml
attack document document.xml
attack document styles.xml
attack successor report.xml
rm -f kept said
