# A worker that dies between two jobs costs none: the next is done by another
ulimit -c 0
cp "$repo/data/seal.svg" .
for i in 1 2 3 4 5; do cp "$repo/data/chanthaburi-2565.xml" r$i.xml; done
for jobs in 1 2; do
	LD_PRELOAD=$(dirname "$raingan")/tests/fail.so FAIL=recv "$raingan" build -j $jobs r?.xml -o out$jobs/
	echo "status $?"
done
