# Help and version are answers: on standard output, status 0
"$raingan" --help
echo "status $?"
"$raingan" build --help
echo "status $?"
"$raingan" --version
# Each option that a command takes is in its help, and no other
for command in build check render new web extract; do
	told=$("$raingan" $command --help)
	for option in $(for one in build check render new web extract; do "$raingan" $one --help; done |
			grep -o '^  \(-., \|    \)--[a-z-]*' | grep -o -- '--[a-z-]*' | sort -u); do
		case $option in --help | --version) continue ;; esac
		"$raingan" $command $option x 2>&1 |
			grep -q "takes no $option" && takes=no || takes=yes
		grep -q -- "^  ....$option" <<<"$told" && has=yes || has=no
		[ $takes = $has ] || echo "$command $option: it takes it: $takes, its help has it: $has"
	done
done
