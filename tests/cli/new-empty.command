# An empty report says what to fill in; filled in so, it is built
"$raingan" new --year 2568
"$raingan" check measures-2568.xml
echo "status $?"
sed -i 's/ score=""/ score="96.5"/; s/ strength-above=""/ strength-above="90"/; s/ date=""/ date="2568-04-28"/
	s/ review="yes"//
	s#<\(name\|district\|province\|remarks\|title\|step\|follow-up\)> </#<\1>ข้อความ</#' measures-2568.xml
"$raingan" build measures-2568.xml -o draft.pdf 2>&1 | sed 's/.*\[//' | sort | uniq -c
sed -i 's|<owner> </owner>|<owner unit="clerk"/>|' measures-2568.xml
"$raingan" build --strict measures-2568.xml
