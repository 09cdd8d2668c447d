# What is misspelt is told with what was probably meant, or with what there is; status 2
try() { "$raingan" "$@"; echo "status $?"; }
cp "$repo/tests/report/GOOD.xml" a.xml
try build a.xml --templat summary
try build a.xml --tempalte=summary
try build a.xml --x
try build a.xml -x
try build a.xml --compact=yes
try build a.xml --template
try biuld a.xml
try chekc a.xml
try summary a.xml
try build a.xml --profile archiv
try build a.xml --profile print --booklet a4
try build a.xml --profile print --copies many
try build a.xml --lang de
try build a.xml --draft
try build a.xml --timings --json
