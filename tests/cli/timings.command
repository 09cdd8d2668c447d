# Each stage's time, and the sums of several inputs: as much CPU as the whole program at most
cp "$repo/data/seal.svg" .
for i in 1 2 3; do cp "$repo/data/chanthaburi-2565.xml" r$i.xml; done
figures='s/ *[0-9]*\.[0-9][0-9][0-9]\>/ N/g'
"$raingan" build --timings r1.xml -o r1.pdf 2>&1 | sed "$figures"
"$raingan" check --timings broken.xml 2>&1 | sed "$figures"
(
"$raingan" build --timings -j 2 r1.xml r2.xml r3.xml -o out/ 2>table
times >spent )
awk 'FILENAME == "spent" && FNR < 2 { next }
	FILENAME == "spent" { split($1, user, /[ms]/); split($2, system_, /[ms]/)
		spent = 1000 * (60 * (user[1] + system_[1]) + user[2] + system_[2]); next }
	FNR == 1 { next }
	$1 == "total" { total = $2; next }
	{ sum += $2; if ($2 <= 0) print $1 " took no time" }
	END { if (sum - total > 0.01 || total - sum > 0.01) print "total " total " is not the sum " sum
		if (total > spent + 2 || total < spent / 4) print total " ms of " spent
		print "compared" }' spent table
rm spent table
