Who is who is known: what a linkage is worth beside it, and that it never sees it. Invented people.

  $ cat > rows.csv <<'END'
  > who,name,born,town
  > a,Айгүл Жұмасейіт,1990-05-12,Тараз
  > a,Aigul Jumaseiit,1990-05-12,Taraz
  > a,Айгуль Жумасейитова,,Тараз
  > b,Серік Жұмасейіт,1987-02-20,Тараз
  > b,Serik Jumaseiit,20.02.1987,
  > c,Дәурен Ерғали,1979-11-03,Алматы
  > c,Даурен Ергалиев,1979-11-03,Алматы
  > d,Нұрлан Сәтбай,1983-12-25,Павлодар
  > ,Nurlan Satbayev,1983-12-25,Pavlodar
  > e,Тимур Омаров,1972-06-14,Актобе
  > f,Жанар Ахмет,1999-10-01,Атырау
  > f,Zhanar Akhmet,01.10.1999,
  > g,Асхат Есенбай,1958-04-22,Караганда
  > END

A row that nothing is known of counts nowhere:

  $ guvoh link rows.csv --truth who
  rows.csv                 name                     whole name
  rows.csv                 born                     date
  rows.csv                 town                     words: part of a name, place, occupation
  Rows: 13. People, as far as they can be told apart: 7. Most rows of one: 3.
  Known: rows 12, people 7, pairs of rows of one person 6.
  Pairs: 1.0000 of the joined ones are right, 1.0000 of the right ones are joined; F1 1.0000.
  Rows (B-cubed): 1.0000 and 1.0000; F1 1.0000.
  Blocking reached 1.0000 of the right pairs; pairs of units that were compared: 13.
  $ guvoh link rows.csv --truth who --json | sed -n '/"truth"/,/}/p'
    "truth": {
      "rows": 12,
      "people": 7,
      "pairs": 6,
      "joined": 6,
      "right": 6,
      "reached": 6,
      "precision": "1.0000",
      "recall": "1.0000",
      "b_cubed_precision": "1.0000",
      "b_cubed_recall": "1.0000",
      "reached_share": "1.0000"
    },

What is known cannot change who is joined, whatever it says:

  $ cut -d, -f2- rows.csv > without.csv
  $ guvoh link without.csv | cut -d, -f2- > blind
  $ guvoh link rows.csv --truth who --out seen.csv > told; cut -d, -f2- seen.csv | diff blind - && echo the same
  the same
  $ awk -F, -v OFS=, 'NR > 1 {$1 = "z" NR % 3} 1' rows.csv > lies.csv
  $ guvoh link lies.csv --truth who --out lied.csv > told; cut -d, -f2- lied.csv | diff blind - && echo the same
  the same

With these three people who are none, of 22 pairs:

  $ tail -n 4 told
  Known: rows 13, people 3, pairs of rows of one person 22.
  Pairs: 0.0000 of the joined ones are right, 0.0000 of the right ones are joined; F1 0.0000.
  Rows (B-cubed): 0.5385 and 0.2308; F1 0.3231.
  Blocking reached 0.0909 of the right pairs; pairs of units that were compared: 13.

  $ guvoh link rows.csv --truth person
  guvoh: no list has a column "person"
  [2]
