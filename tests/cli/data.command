# --data wins over $RAINGAN_DATA, which wins over the program's own tree; empty is unset
cp "$repo/tests/report/GOOD.xml" a.xml
cp "$repo/tests/report/k.xml" k.xml
try() { "$raingan" build "$@" -o a.pdf; echo "status $?"; }
try a.xml
try k.xml --template good
export RAINGAN_DATA=$repo/tests/report/root
try k.xml --template good
try a.xml
try a.xml --data "$repo"
RAINGAN_DATA= try a.xml
