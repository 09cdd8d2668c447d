# VS Code finds each problem, with and without a line, in both languages, and nothing else
cp "$repo/tests/report/SCORE_RANGE.xml" "ผล คะแนน.xml"
cp "$repo/tests/report/TEXT_OPEN.xml" b.xml
for language in en th; do
	"$raingan" check "ผล คะแนน.xml" b.xml missing.xml --lang $language 2>printed
	"$raingan" check "ผล คะแนน.xml" b.xml missing.xml --lang $language --json 2>json
	node "$repo/tests/editors/matchers.mjs" "$repo/docs/editors.md" printed json
done
