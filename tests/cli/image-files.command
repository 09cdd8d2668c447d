# What is no file, leads elsewhere, is too large or missing: a problem at the line of its img, at once
cp "$repo/tests/report/small.png" .
mkdir folder.png
mkfifo pipe.png
ln -s /etc/passwd out.png
ln -s small.png in.png
ln -s nowhere.png broken.png
ln -s /dev/zero device.png
truncate -s 17M large.png
{ cat "$repo/tests/report/drawing.svg"; head -c 1100000 /dev/zero | tr '\0' ' '; } >large.svg
{
	echo '<document xmlns="urn:raingan:document" title="ภาพ" lang="th"><page-sequence class="body">'
	for name in folder.png pipe.png out.png in.png broken.png device.png large.png large.svg small.png; do
		echo "<img src='$name' alt='ภาพ'/>"
	done
	echo '</page-sequence></document>'
} >document.xml
timeout 10 "$raingan" render document.xml --styles "$repo/tests/layout/styles.xml"
