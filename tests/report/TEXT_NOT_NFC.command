render tests/report/TEXT_NOT_NFC.xml --styles tests/report/plain.styles -o $pdf
