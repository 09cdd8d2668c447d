# - is standard input and standard output: a filter, as a web service calls it
good=$repo/tests/report/GOOD.xml
"$raingan" build "$good" -o named.pdf
cat "$good" | "$raingan" build - | cmp - named.pdf && echo "through a pipe"
"$raingan" build - -o - <"$good" >redirected.pdf && cmp redirected.pdf named.pdf && echo "into a file"
"$raingan" build "$good" -o - >>appended.pdf && cmp appended.pdf named.pdf && echo "only the output"
"$raingan" build - -o folder/ <"$good" && cmp folder/report.pdf named.pdf && echo "into a folder"
"$raingan" extract named.pdf | cmp - "$good" && echo "with what was read inside"
for packing in compact linearize; do
	"$raingan" build "$good" --$packing -o packed.pdf
	"$raingan" build - --$packing <"$good" | cmp - packed.pdf && echo $packing
done
styles=$repo/tests/report/plain.styles
document=$repo/tests/report/PDF_UNWRITABLE.xml
"$raingan" render "$document" --styles "$styles" -o rendered.pdf
"$raingan" render - --styles "$styles" <"$document" | cmp - rendered.pdf && echo rendered
"$raingan" render "$document" --styles - -o - <"$styles" | cmp - rendered.pdf && echo "styled"
# The pictures and schemes are those of the working directory.
cp "$repo/data/seal.svg" .
"$raingan" build - <"$repo/data/chanthaburi-2565.xml" 2>/dev/null | head -c 5
echo
rm seal.svg
"$raingan" build - <"$repo/data/chanthaburi-2565.xml" 2>&1 >nothing.pdf | grep IMAGE
"$raingan" check - <"$repo/tests/report/SCORE_RANGE.xml"
echo "status $?"
"$raingan" build - </dev/null
echo "status $?"
"$raingan" build - <&-
echo "status $?"
"$raingan" check <"$good" ./-
echo "status $?"
# Who does not read to the end, or has no room for it
(sleep 0.5; "$raingan" build "$good" -o -; echo "closed: status $?" >&2) | :
"$raingan" build "$good" -o - >/dev/full
echo "full: status $?"
"$raingan" build "$good" -o - >&-
echo "none: status $?"
script -qec "'$raingan' build '$good' -o -; echo terminal: status \$?" /dev/null | tr -d '\r'
# Standard input can be read once, and standard output takes one file.
"$raingan" build - - -o folder/
"$raingan" render - --styles - -o a.pdf
"$raingan" build "$good" - -o -
"$raingan" web "$good" -o -
"$raingan" extract named.pdf -o -
last=$repo/data/chanthaburi-2565.xml
"$raingan" new --year 2566 --from "$last" -o new.xml
"$raingan" new --year 2566 --from - -o - <"$last" | cmp - new.xml && echo new
