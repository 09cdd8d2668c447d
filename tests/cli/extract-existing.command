# Nothing is overwritten, followed or left half done: all files are made, or none
printf 'first\n' >a.csv
printf '<report/>\n' >report.xml
head -c 40000 "$repo/fonts/Sarabun-Bold.ttf" >z.png
qpdf --empty report.pdf --add-attachment report.xml -- --add-attachment a.csv -- --add-attachment z.png --
rm a.csv report.xml z.png
mkdir file link nowhere folder
echo mine >file/report.xml
echo mine >outside
ln -s ../outside link/report.xml
ln -s ../new nowhere/report.xml
mkdir folder/report.xml
for name in file link nowhere folder; do
	"$raingan" extract report.pdf -o $name
	echo "status $?"
done
cat file/report.xml outside
# No room for the last of them
(ulimit -f 16; "$raingan" extract report.pdf -o full; echo "status $?")
# A folder that cannot be: a file's name
"$raingan" extract report.pdf -o outside
echo "status $?"
