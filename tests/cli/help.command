# Help and version are answers: on standard output, status 0
"$raingan" --help
echo "status $?"
"$raingan" --version
