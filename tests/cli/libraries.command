# What a plain build has in its memory: the program's own libraries, theirs, and no other.
# libpng is FreeType's and libharu's too; libjpeg takes less time to load than can be measured.
cp "$repo/tests/report/GOOD.xml" a.xml
LD_DEBUG=files LD_DEBUG_OUTPUT=loaded "$raingan" build a.xml
sed -n 's/.*calling init: .*\/\(lib[a-z0-9]*\).*/\1/p' loaded.* | grep -v '^lib[au]b*san$' | sort -u | tr '\n' ' '
rm loaded.*
