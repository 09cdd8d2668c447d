# From another folder and through a link the program finds its own tree
cp "$repo/tests/report/GOOD.xml" a.xml
mkdir bin
ln -s "$raingan" bin/raingan
bin/raingan build a.xml -o one.pdf
echo "status $?"
cd bin && PATH=$PWD:$PATH raingan build ../a.xml -o ../two.pdf
echo "status $?"
cmp ../one.pdf ../two.pdf && rm raingan
