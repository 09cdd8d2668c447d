# tables of scores that no program saved
new() { "$raingan" new --year 2566 --scores a.csv 2>&1 | grep -v INDICATOR_MISSING | tail -n 2; echo "status ${PIPESTATUS[0]}"; }
printf 'id,score\ni1,94\0.42\n' >a.csv; new
printf '\xff\xfei\0d\0,\0s\0' >a.csv; new
printf '\xff\xfei\0d\0,' >a.csv; new
printf '\xef\xbb\xbfid,score\ni1,\xc0\xb9\n' >a.csv; new
printf 'id,score\n"i1,94.42\n' >a.csv; new
{ printf 'id,score\ni1'; yes , | head -n 500000 | tr -d '\n'; } >a.csv; new
yes '"' | head -n 500000 | tr -d '\n' >a.csv; new
{ echo id,score; yes x,1 | head -n 200000; } >a.csv; new
printf 'id,score\ni1,=cmd|/C calc\n' >a.csv; new
printf 'id,score\ni1,1e400\n' >a.csv; new
: >a.csv; new
new() { "$raingan" new --year 2566 --scores "$1" 2>&1; echo "status $?"; }
new /dev/zero
new .
