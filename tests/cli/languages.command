# The language of what is said: by --lang, else by the environment; error, warning and the kind
# are the same in each.  No locale is installed or needed: also an empty root has both.
printf '<a>' >bad.xml
unset LANGUAGE LC_MESSAGES
try() { env "$@" 2>&1; }	# bash itself would look for the locale
try "$raingan" check bad.xml --lang th
try "$raingan" check bad.xml --lang=en
try LC_ALL=th_TH.UTF-8 "$raingan" check bad.xml
try LC_ALL=C LANG=th_TH.UTF-8 "$raingan" check bad.xml
try LC_ALL= LANG=en_US.UTF-8 LANGUAGE=th "$raingan" check bad.xml
try LC_ALL= LC_MESSAGES=th LANG=C "$raingan" check bad.xml --lang en
try LC_ALL=th_TH "$raingan" bulid
try LC_ALL=th_TH "$raingan" check bad.xml --lang de
try LC_ALL=th_TH "$raingan" check bad.xml missing.xml --json
# Installed it is in share/locale
mkdir bin
cp "$raingan" bin/raingan
mkdir -p share/locale/th/LC_MESSAGES
cp "$(dirname "$raingan")/locale/th/LC_MESSAGES/raingan.mo" share/locale/th/LC_MESSAGES/
RAINGAN_DATA=$repo bin/raingan check bad.xml --lang th
rm -r bin share
