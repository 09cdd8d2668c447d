# What a killed run left goes; what another one is writing, or is not ours, stays
good=$repo/tests/report/GOOD.xml
leave() {
	mkdir -p "$1"
	for name in .raingan-1-5 .raingan-20-1795667903486715164 .raingan-notes .raingan-1- .raingan--1 .raingan-1-5x other; do
		echo left >"$1/$name"
	done
	ln -sf other "$1/.raingan-2-2"
	mkfifo "$1/.raingan-3-3"
	mkdir "$1/.raingan-4-4"
}
for folder in pdf new web web/fonts extract; do leave $folder; done
exec 9<pdf/.raingan-20-1795667903486715164
flock 9
for FAIL in none O_TMPFILE; do
	export FAIL LD_PRELOAD=$(dirname "$raingan")/tests/fail.so
	"$raingan" build "$good" -o pdf/
	"$raingan" build "$good" -o pdf/
done
"$raingan" new --year 2566 -o new/
"$raingan" web "$good" -o web/
"$raingan" extract pdf/GOOD.pdf -o extract/
echo "status $?"
ls -A pdf new web web/fonts extract
exec 9<&-
"$raingan" build "$good" -o pdf/
ls -A pdf
rm -r pdf new web extract
