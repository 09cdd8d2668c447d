# a report that is not done in time costs only itself, and the older file stays
cp "$repo/tests/report/GOOD.xml" a.xml
cp a.xml b.xml
mkfifo never.xml
sleep 60 >never.xml &
echo older >never.pdf
"$raingan" build never.xml --max-seconds 1; echo "status $?"
cat never.pdf
"$raingan" build a.xml never.xml b.xml -o out -j 2 --max-seconds 5; echo "status $?"
"$raingan" check a.xml --max-seconds 60 --max-memory 4096; echo "status $?"
"$raingan" build a.xml -o - --max-seconds 60 | head -c 5; echo " status ${PIPESTATUS[0]}"
"$raingan" build --dump=doc --max-seconds 60 - <a.xml | tail -n 1; echo "status ${PIPESTATUS[0]}"
"$raingan" build a.xml --dump=doc --max-seconds 60 >/dev/full; echo "status $?"
for value in 0 -1 1.5 x 86401; do "$raingan" build a.xml --max-seconds $value; done
"$raingan" build a.xml --max-memory 0
"$raingan" new --year 2566 --max-seconds 1
kill %1
rm never.xml
ls -A
