# One JSON object a problem on standard error, which Node.js reads: also where file names and
# contents have quotes, control characters and bytes that are no UTF-8, in both languages; and
# where the call is wrong.  Nothing else is there, however many inputs.
name=$(printf 'a"\\\001\xff ก.xml')
sed '5s/.*/<p>"\\&nbsp;/' "$repo/tests/report/GOOD.xml" >"$name"
cp "$repo/tests/report/SCORE_RANGE.xml" b.xml
cp "$repo/tests/report/GOOD.xml" good.xml
try() { "$raingan" "$@" 2>told; echo "status $?"; node "$repo/tests/cli/json.mjs" told; }
try build "$name" b.xml good.xml missing.xml -o out/ --json
try check b.xml --json --lang th
try build --json
try build b.xml --json --profile x
try check b.xml --json --quiet
