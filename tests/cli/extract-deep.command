# A list of attachments 50,000 levels deep is read; one that doubles on each of 40 levels is refused
tree() {
	awk -v levels="$1" -v kids="$2" '
		function object(text) { n++; at[n] = size; add(n " 0 obj\n" text "\nendobj\n") }
		function add(text) { printf "%s", text; size += length(text) }
		BEGIN {
			add("%PDF-1.7\n")
			object("<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 5 0 R >> >>")
			object("<< /Type /Pages /Kids [ ] /Count 0 >>")
			object("<< /Length 10 >>\nstream\n<report/>\n\nendstream")
			object("<< /Type /Filespec /F (report.xml) /EF << /F 3 0 R >> >>")
			for (i = 1; i < levels; i++) {
				kid = (n + 2) " 0 R "
				object("<< /Kids [ " (kids > 1 ? kid : "") kid "] >>")
			}
			object("<< /Names [ (report) 4 0 R ] >>")
			start = size
			add("xref\n0 " n + 1 "\n0000000000 65535 f \n")
			for (i = 1; i <= n; i++) add(sprintf("%010d 00000 n \n", at[i]))
			add("trailer\n<< /Root 1 0 R /Size " n + 1 " >>\nstartxref\n" start "\n%%EOF\n")
		}'
}
tree 50000 1 >deep.pdf
tree 40 2 >doubling.pdf
"$raingan" extract deep.pdf
"$raingan" extract doubling.pdf
