render tests/hostile/iso-2022-jp.xml --styles tests/report/plain.styles -o $pdf
