# Targets of every kind: what is there stays whole, or becomes the whole new file
good=$repo/tests/report/GOOD.xml
"$raingan" build "$good" -o whole.pdf
try() {
	local name=$1
	shift
	"$raingan" "$@"
	echo "$name: status $?"
}
mkdir folder
try "a folder" build "$good" -o folder
cmp folder/GOOD.pdf whole.pdf
mkdir -p web/index.html web/report.pdf
try "folders where files are to be" web "$good" -o web
rmdir web/report.pdf
try "a folder where the page is to be" web "$good" -o web
ln -s nothing.pdf dangling.pdf
try "a link that leads nowhere" build "$good" -o dangling.pdf
cmp nothing.pdf whole.pdf
ln -s circle-2.pdf circle.pdf
ln -s circle.pdf circle-2.pdf
try "links that lead round" build "$good" -o circle.pdf
ln -s folder link
try "a link to a folder" build "$good" -o link
echo old >one.pdf
ln one.pdf two.pdf
try "a file of two names" build "$good" -o one.pdf
cat two.pdf
mkfifo pipe.pdf
cmp pipe.pdf whole.pdf &
try "a pipe" build "$good" -o pipe.pdf
wait
try "a device" build "$good" -o /dev/null
try "a file as a folder" build "$good" -o whole.pdf/report.pdf
exec 8<whole.pdf
try "a file that is read" build "$repo/data/trang-2565.xml" -o whole.pdf 2>/dev/null
cmp /dev/fd/8 nothing.pdf && echo "its reader has the older one"
name=$(printf 'x%.0s' $(seq 251))
try "the longest name" build "$good" -o "$name.pdf"
cmp "$name.pdf" nothing.pdf
try "a name that is too long" build "$good" -o "x$name.pdf"
rm "$name.pdf"
