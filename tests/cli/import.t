A table of claims goes in as a whole or not at all; a second time changes nothing.

  $ guvoh init a --key-file k > /dev/null
  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k
  $ cat > good.csv <<'END'
  > id,words,lang,measure,place,days,class,part_of
  > c14,957 лиц,ru,punished,almaty+nur-sultan,2019-06-09,state,
  > c14.arrest,670,ru,administrative-arrest,almaty+nur-sultan,2019-06-09,state,c14
  > END
  $ guvoh claim import good.csv --event june --dry-run
      2  c14         new
      3  c14.arrest  new
  Nothing was written. It would add 2 claims; unchanged: 0.
  $ guvoh claim list
  There are no claims yet: guvoh claim add, guvoh claim import
  $ guvoh claim import good.csv --event june
      2  c14         new
      3  c14.arrest  new
  2 claims added; unchanged: 0.
  $ guvoh claim import good.csv --event june
      2  c14         unchanged
      3  c14.arrest  unchanged
  0 claims added; unchanged: 2.
  $ guvoh log --json | grep -c '"index"'
  2

A row that differs from what is there, an unknown word and a date that does not exist, with their lines:

  $ cat > bad.csv <<'END'
  > id,words,lang,measure,place,days,class,part_of
  > c14,958 лиц,ru,punished,almaty+nur-sultan,2019-06-09,state,
  > c15,umpteen,en,detained,almaty,2019-06-09,media,
  > c16,about 100,en,detained,almaty,2019-06-31,media,
  > c17,about 100,en,detained,almaty,2019-06-12,media,
  > END
  $ guvoh claim import bad.csv --event june
      2  c14  refused: "c14" is there already and says something else: withdraw it first, then add it under a new id
      3  c15  refused: the word "umpteen" is not known here: leave out what says no number, or give low and high by hand
      4  c16  refused: date "2019-06-31" does not exist: check month and day
      5  c17  new
  guvoh: 3 rows of "bad.csv" were refused, so nothing was written: correct them and import again
  [2]
  $ guvoh claim import bad.csv --event june --lang ru --json | grep -c '"verdict": "refused"'
  {"error":{"code":"INPUT","key":"cli.import.none","text":"3 строки из «bad.csv» отклонены, поэтому ничего не записано: исправьте их и повторите импорт"}}
  3
  $ guvoh claim list
  c14         957  punished               almaty+nur-sultan  2019-06-09
  c14.arrest  670  administrative-arrest  almaty+nur-sultan  2019-06-09

A table that cannot be read at all:

  $ sed 's/,place//' good.csv > column.csv; guvoh claim import column.csv --event june
  guvoh: "column.csv": fields of line 2: 8, of the header: 7; look for a missing comma or for one outside quotes
  [2]
  $ cut -d, -f1-4,6- good.csv > column.csv; guvoh claim import column.csv --event june
  guvoh: the table has no column "place": id, words, lang, measure, place and days must be there
  [2]
  $ sed 's/^c14,957 лиц,ru/c14,957 лиц/' good.csv > width.csv; guvoh claim import width.csv --event june
  guvoh: "width.csv": fields of line 2: 7, of the header: 8; look for a missing comma or for one outside quotes
  [2]
  $ printf 'id,words\nc1,\xff\n' > utf8.csv; guvoh claim import utf8.csv --event june --encoding utf-8
  guvoh: "utf8.csv": line 2 is not UTF-8: save the table as UTF-8
  [2]
  $ : > empty.csv; guvoh claim import empty.csv --event june
  guvoh: "empty.csv": the table has no header: put the names of the columns on line 1
  [2]
  $ printf 'id,id\n' > twice.csv; guvoh claim import twice.csv --event june
  guvoh: "twice.csv": column "id" stands twice in the header: keep one
  [2]
  $ guvoh claim import nowhere.csv --event june
  guvoh: "nowhere.csv" does not exist: check the name
  [3]
  $ guvoh claim import good.csv --event 'in June'
  guvoh: "in June" cannot name an event: use up to 64 of a-z, A-Z, 0-9, ".", "-" and "_", as in june-2019
  [2]

What a spreadsheet leaves in a table: semicolons, a column of its own, rows with nothing in them:

  $ sed 's/,/;/g' good.csv > semicolons.csv; guvoh claim import semicolons.csv --event june | grep -o "unchanged: 2"
  unchanged: 2
  $ sed 's/,/\t/g' good.csv > tabs.csv; guvoh claim import tabs.csv --event june | grep -o "unchanged: 2"
  unchanged: 2
  $ sed '1s/$/,remark/; 2,$s/$/,seen/' good.csv > remark.csv; guvoh claim import remark.csv --event june
  guvoh: "remark" is no column of a claim: delete it, or take an option of "guvoh help claim add", with "_" for "-"
  [2]
  $ { sed 2s/^/\\n/ good.csv; echo ',,,,,,,'; echo ' ,,,,,,,'; } > rows.csv; guvoh claim import rows.csv --event june
      3  c14         unchanged
      4  c14.arrest  unchanged
  0 claims added; unchanged: 2.

Claims in a circle:

  $ cat > circle.csv <<'END'
  > id,words,lang,measure,place,days,class,part_of
  > d1,5,en,detained,almaty,2019-06-09,state,d1
  > END
  $ guvoh claim import circle.csv --event june
      2  d1  refused: "d1" leads back to itself by "part_of": a claim cannot be part of, derived from or replace itself
  guvoh: 1 row of "circle.csv" was refused, so nothing was written: correct it and import again
  [2]
  $ cat > circle.csv <<'END'
  > id,words,lang,measure,place,days,class,supersedes
  > d2,5,en,detained,almaty,2019-06-09,state,d3
  > d3,5,en,detained,almaty,2019-06-09,state,d2
  > END
  $ guvoh claim import circle.csv --event june
      2  d2  new
      3  d3  refused: "d3" leads back to itself by "supersedes": a claim cannot be part of, derived from or replace itself
  guvoh: 1 row of "circle.csv" was refused, so nothing was written: correct it and import again
  [2]
  $ guvoh claim list | wc -l
  2
  $ guvoh verify
  The archive is sound: 2 entries checked; files: 0.

Without --event the file's name says which event it is, or its folder's when it is called claims.csv; a
figure added alone goes to the only event there is:

  $ mkdir may-2031; sed 's/c14/m1/g' good.csv > may-2031/claims.csv
  $ guvoh claim import may-2031/claims.csv | tail -1
  2 claims added; unchanged: 0.
  $ guvoh claim list may-2031 | wc -l
  2
  $ guvoh claim add 400 --lang en --measure detained --place almaty --days 2031-05-01
  guvoh: name the event with --event: this archive has june, may-2031
  [2]
