# Cases for text_test from thai-breaks.tsv: DIR/thai-breaks.nobreak and DIR/thai-breaks.breaks.  An
# exception must be a case of it, and name a rule of it.
#   awk -v dir=DIR -f thai-breaks.awk thai-breaks.tsv thai-breaks.exceptions
BEGIN { FS = "\t" }
/^#( |kind)/ { next }
FNR == NR && $1 == "nobreak" { rules[$2] = 1; print $3 >(dir "/thai-breaks.nobreak"); next }
FNR == NR && $1 == "line" { cases[++n] = $3; number[$3] = n; next }
{
	published = ours = $1
	gsub(/×/, "|", published)
	gsub(/×/, "", ours)
	if (FNR == NR || !(published in number) || !($2 in rules) || ours == $1) {
		print FILENAME ":" FNR ": no case, no rule or no exception: " $0
		bad = 1
	} else {
		cases[number[published]] = ours
	}
}
END {
	for (i = 1; i <= n; i++)
		print cases[i] >(dir "/thai-breaks.breaks")
	exit bad || !n
}
