render tests/report/plain.styles --styles tests/report/plain.styles -o tests/report/plain.styles
