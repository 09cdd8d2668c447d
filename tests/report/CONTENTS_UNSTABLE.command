render tests/report/CONTENTS_UNSTABLE.xml --styles tests/report/unstable.styles -o $pdf
