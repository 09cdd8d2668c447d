# A warning does no harm, with --strict it is an error and nothing is made
cp "$repo/tests/report/GLYPH_MISSING-report.xml" a.xml
"$raingan" build a.xml -o loose.pdf
echo "status $?"
"$raingan" build a.xml --strict -o strict.pdf
