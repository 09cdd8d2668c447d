# Many reports in several processes: told in the order of the inputs, one that fails or crashes costs itself only
cp "$repo/data/seal.svg" .
for i in 1 2 3 4 5 6 7 8; do cp "$repo/data/chanthaburi-2565.xml" r$i.xml; done
cp r1.xml crash.xml
sed 's/year="2565"/year="25x5"/' r2.xml >wrong.xml
echo '<nothing' >broken.xml
for jobs in 1 3; do
	LD_PRELOAD=$(dirname "$raingan")/tests/fail.so FAIL=readlink "$raingan" build -j $jobs r1.xml broken.xml r2.xml \
		crash.xml r3.xml r4.xml wrong.xml r5.xml r6.xml r7.xml r8.xml -o out$jobs/
	echo "status $?"
done
for i in 1 2 3 4 5 6 7 8; do cmp out1/r$i.pdf out3/r1.pdf; done
"$raingan" check -j 4 r1.xml wrong.xml r2.xml
echo "status $?"
"$raingan" build -j 0 r1.xml
echo "status $?"
