render tests/report/CONTENTS_UNSTABLE.xml --styles tests/report/plain.styles -o $pdf
