# The file appears where -o says, never over another, not even over a link that leads nowhere
"$raingan" new --year 2566
"$raingan" new --year ๒๕๖๗ -o made/by/it.xml
mkdir there
"$raingan" new --year 2566 -o there
"$raingan" new --year 2566 -o slash/
stat -c '%a %n' measures-2566.xml
cmp measures-2566.xml there/measures-2566.xml && cmp measures-2566.xml slash/measures-2566.xml && echo same
echo mine >kept.xml
ln -s nowhere link.xml
for name in measures-2566.xml there kept.xml link.xml /dev/null; do
	"$raingan" new --year 2566 -o $name
	echo "status $?"
done
cat kept.xml
ls -A | grep '^\.'
