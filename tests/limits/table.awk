# docs/limits.md's table, of src/base/limits.def.
BEGIN {
	print "| limit | what | at most | problem | why this much |"
	print "|---|---|---|---|---|"
}
# 16 << 20 bytes are 16 MiB; 40000000 are 40,000,000.
function number(text, unit,   part, n) {
	if (unit == "bytes" && split(text, part, " << ") == 2 && part[2] == 20)
		return part[1] " MiB"
	n = split(text, part, " << ") == 2 ? part[1] * 2 ^ part[2] : text
	n = sprintf("%d", n)
	while (match(n, /[0-9][0-9][0-9][0-9](,|$)/))
		n = substr(n, 1, RSTART) "," substr(n, RSTART + 1)
	return n " " unit
}
/^LIMIT/ {
	split($0, field, /\(|, "?|", |,$/)
	name = field[2]
	most = number(field[3], field[4])
	problem = field[5]
	getline
	split($0, field, "\"")
	printf "| %s | %s | %s | %s | %s |\n", name, field[2], most, problem, field[4]
}
