# Reports made, filled in and read as check says are built without a word, also by a scheme that has other levels
cp "$repo/data/seal.svg" .
fill() {
	sed -i 's/ score=""/ score="96.5"/; s/ review="yes"//; s/ review="yes"//; s/ review="yes"//; s/ date=""/ date="2566-04-28"/' "$1"
}
for name in trang chanthaburi follow-up; do
	"$raingan" new --year 2566 --from "$repo/data/$name-2565.xml" -o "$name-2566.xml" && fill "$name-2566.xml"
	"$raingan" new --year 2567 --from "$name-2566.xml" -o "$name-2567.xml" && fill "$name-2567.xml"
	for year in 2566 2567; do
		"$raingan" build --strict "$name-$year.xml" -o "$name-$year.pdf"
		echo "$name $year: status $?"
		"$raingan" build "$name-$year.xml" --dump=tree | grep -o '<r:result year[^>]* level="[^"]*"' \
			| sed 's/ .* level/ level/'
	done
done
grep -h '<assessment\|<previous' *.xml
