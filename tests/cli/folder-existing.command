# -o names a folder that exists
mkdir there
"$raingan" build "$repo/tests/report/GOOD.xml" --output there
