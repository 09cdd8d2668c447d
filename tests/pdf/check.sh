# For the scripts of this folder that count their cases: sourced by them.
passed=0
failed=0

# check WHAT EXPECTED GOT
check() {
	if [ "$2" = "$3" ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "$1: expected \"$2\", got \"$3\""
	fi
}

finish() {
	echo "$passed passed, $failed failed"
	[ "$failed" = 0 ]
}
