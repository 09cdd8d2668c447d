# The published report: its two contradictions, and the two weaknesses without a measure; another has none
cp "$repo"/data/{trang-2565.xml,chanthaburi-2565.xml,seal.svg} .
"$raingan" check trang-2565.xml
echo "status $?"
"$raingan" check --strict trang-2565.xml 2>/dev/null
echo "strict: status $?"
"$raingan" check --strict chanthaburi-2565.xml
