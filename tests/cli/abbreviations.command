# An abbreviation may have spaces in it; of two that begin alike the longer one counts
cat >a.xml <<'END'
<document xmlns="urn:raingan:document" title="t" lang="th">
	<abbreviation title="short">ป.ป.</abbreviation>
	<abbreviation title="long">ป.ป.ช.</abbreviation>
	<abbreviation title="spaced">
		พ. ร.  บ.
	</abbreviation>
	<page-sequence class="body">
		<p>ป.ป. และ ป.ป.ช. ตาม พ. ศ. 2565 พ. ร.
			บ. ใหม่</p>
	</page-sequence>
</document>
END
"$raingan" render a.xml --styles "$repo/tests/layout/styles.xml" --dump=doc
