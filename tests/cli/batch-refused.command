# Where the system has no process to give, that is said
cp "$repo/data/chanthaburi-2565.xml" a.xml
cp a.xml b.xml
LD_PRELOAD=$(dirname "$raingan")/tests/fail.so FAIL=fork "$raingan" build a.xml b.xml -o out/ -j 2
