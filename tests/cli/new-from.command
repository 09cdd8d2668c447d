# Next year's report: what differs from last year's (texts cut), and what check says is still to do
cp "$repo/data/trang-2565.xml" .
"$raingan" new --year 2566 --from trang-2565.xml
echo "status $?"
diff trang-2565.xml measures-2566.xml | LC_ALL=C.UTF-8 sed -E 's/^(.{96}).*/\1/'
"$raingan" check measures-2566.xml 2>problems
echo "status $?"
sed 's/^\([^ ]* [a-z]*\): .*\[/\1 [/; s/[^ ]*: //' problems | sort | uniq -c
rm problems
