Lists as nobody should keep them: each gets a sentence or a sensible answer. The people are invented.

  $ row() { printf '%s,%s,%s\n' "$@"; }
  $ row name born town > head.csv

A million rows that say the same, and a few others; a million that all say the same leave nothing to compare:

  $ (cat head.csv; yes 'Айгуль Тестова,1990-05-12,Тараз' | head -1000000) > same.csv
  $ (cat same.csv; for i in 61 62 63 64 65; do row "Серик Пробоев$i" 19$i-02-20 Семей; done) > nearly.csv
  $ guvoh link nearly.csv --out clusters.csv | grep Rows
  Rows: 1,000,005. People, as far as they can be told apart: 6. Most rows of one: 1,000,000.
  $ cut -d, -f3 clusters.csv | sort | uniq -c | sort -rn | tr -s ' ' | head -2
  1000000 1
   1 cluster
  $ guvoh link same.csv
  guvoh: no column of these lists can be compared: they need names, dates or identifiers that are not the same in every row
  [2]

A hundred megabytes in one cell:

  $ (cat head.csv; row 'Айгуль Тестова' 1990-05-12 Тараз; printf '"'; yes 'Серик Пробоев ' | head -4000000 | tr '\n' ' '
  >  printf '",1987-02-20,Семей\n'; row 'Марат Образцов' 1979-09-19 Тараз; row 'Тестова Айгуль' 12.05.1990 Тараз) > huge.csv
  $ guvoh link huge.csv --out clusters.csv | grep Rows
  Rows: 4. People, as far as they can be told apart: 3. Most rows of one: 2.
  $ cut -d, -f3 clusters.csv | tr '\n' ' '
  cluster 1 2 3 1  (no-eol)

A list with itself; a list twice the same but for the order of its columns:

  $ (cat head.csv; for i in 1 2 3 4 5 6 7 8; do row "Данова$i Дана" 198$i-03-1$i Тараз; done) > list.csv
  $ python3 - <<'END'
  > import csv
  > rows = list(csv.reader(open("list.csv")))
  > csv.writer(open("turned.csv", "w"), lineterminator="\n").writerows([row[2], row[0], row[1]] for row in [rows[0]] + rows[:0:-1])
  > END
  $ cp list.csv again.csv; guvoh link list.csv again.csv --out c.csv | grep Rows; guvoh link list.csv turned.csv --out c.csv | grep Rows
  "list.csv" and "again.csv" hold the same: whoever stands on one stands on both, so the second tells nothing new. Leave one out, unless that is what you want to see.
  Rows: 16. People, as far as they can be told apart: 8. Most rows of one: 2.
  Rows: 16. People, as far as they can be told apart: 8. Most rows of one: 2.
  $ guvoh link list.csv list.csv | tail -n +2 | cut -d, -f3 | tr '\n' ' '
  "list.csv" and "list.csv" hold the same: whoever stands on one stands on both, so the second tells nothing new. Leave one out, unless that is what you want to see.
  1 2 3 4 5 6 7 8 1 2 3 4 5 6 7 8  (no-eol)

No column of names, rows that are too wide, nothing but a header, nothing at all:

  $ cut -d, -f2,3 list.csv > nameless.csv; guvoh link nameless.csv --out c.csv | grep Rows
  Rows: 8. People, as far as they can be told apart: 8. Most rows of one: 1.
  $ (cat list.csv; echo 'Дана,1990-05-12,Тараз,и ещё') > wide.csv; guvoh link wide.csv
  guvoh: "wide.csv": fields of line 10: 4, of the header: 3; look for a missing comma or for one outside quotes
  [2]
  $ guvoh link head.csv
  guvoh: no column of these lists can be compared: they need names, dates or identifiers that are not the same in every row
  [2]
  $ : > none.csv; guvoh link none.csv
  guvoh: "none.csv": the table has no header: put the names of the columns on line 1
  [2]

Letters of two encodings in one file, and lists in different ones:

  $ (cat list.csv; row Айгуль 1990-05-12 Тараз | iconv -t cp1251) > mixed.csv; guvoh link mixed.csv
  guvoh: "mixed.csv": line 2 is UTF-8, line 10 is not: two files with different encodings were put together; save the whole table as UTF-8
  [2]
  $ iconv -t cp1251 list.csv > russian.csv; iconv -t utf-16 list.csv > wide16.csv
  $ guvoh link list.csv russian.csv wide16.csv --out c.csv | grep Rows
  "russian.csv" was read as windows-1251: if letters look wrong, give --encoding
  "wide16.csv" was read as utf-16le: if letters look wrong, give --encoding
  Rows: 24. People, as far as they can be told apart: 8. Most rows of one: 3.
  $ guvoh link russian.csv --encoding cp1251 --out c.csv | grep Rows
  Rows: 8. People, as far as they can be told apart: 8. Most rows of one: 1.
