render tests/report/IMAGE_ROOM.xml --styles tests/layout/styles.xml -o $pdf
