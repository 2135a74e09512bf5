Tables in every form and encoding. Every name here is invented.

A table that a spreadsheet saved with Cyrillic of one byte a letter is read, and what it was taken for is told:

  $ printf 'name1;name2\nАйгүл Сәрсенова;Aigul Sarsenova\n' > pairs.csv
  $ iconv -f utf-8 -t rk1048 pairs.csv > kazakh.csv
  $ guvoh name --pairs kazakh.csv
  "kazakh.csv" was read as kz-1048: if letters look wrong, give --encoding
  name1,name2,score,verdict
  Айгүл Сәрсенова,Aigul Sarsenova,1.00,compatible
  $ iconv -f utf-8 -t utf-16 pairs.csv > wide.csv
  $ guvoh name --pairs wide.csv
  "wide.csv" was read as utf-16le: if letters look wrong, give --encoding
  name1,name2,score,verdict
  Айгүл Сәрсенова,Aigul Sarsenova,1.00,compatible
  $ echo '{"name1":"Айгүл Сәрсенова","name2":"Aigul Sarsenova"}' > pairs.jsonl
  $ guvoh name --pairs pairs.jsonl
  name1,name2,score,verdict
  Айгүл Сәрсенова,Aigul Sarsenova,1.00,compatible

A wish wins; one that the bytes contradict is refused:

  $ printf 'name1,name2\nОлег,Oleg\n' | iconv -f utf-8 -t cp1251 > russian.csv
  $ guvoh name --pairs russian.csv --encoding windows-1252
  name1,name2,score,verdict
  Îëåã,Oleg,0.00,incompatible
  $ guvoh name --pairs russian.csv --encoding utf-8
  guvoh: "russian.csv": line 2 is not UTF-8: save the table as UTF-8
  [2]
  $ guvoh name --pairs wide.csv --encoding cp1251
  guvoh: "wide.csv": the file says at its beginning that it is utf-16le, not "cp1251": leave the encoding out
  [2]
  $ guvoh name --pairs russian.csv --encoding cp9
  guvoh: "russian.csv": "cp9" is no encoding of tables: use one of utf-8, utf-16le, utf-16be, windows-1251, kz-1048, pt154, koi8-r, cp866, windows-1252
  [2]
  $ printf 'name1\n\230\n' > lacking.csv
  $ guvoh name --pairs lacking.csv --encoding cp1251
  guvoh: "lacking.csv": line 2 has a byte that windows-1251 does not know: give another encoding, or save the table as UTF-8
  [2]

Two files put together, a file that was cut, a file that is no table:

  $ cat pairs.csv russian.csv > mixed.csv
  $ guvoh name --pairs mixed.csv
  guvoh: "mixed.csv": line 2 is UTF-8, line 4 is not: two files with different encodings were put together; save the whole table as UTF-8
  [2]
  $ head -c 41 wide.csv > cut.csv
  $ guvoh name --pairs cut.csv
  guvoh: "cut.csv": line 2 ends in half of a UTF-16 character: the file was cut off or is in another encoding; save the table anew
  [2]
  $ printf '%%PDF-1.7\n' > paper.csv
  $ guvoh name --pairs paper.csv
  guvoh: "paper.csv": this is no table that can be read but a file of the kind "pdf": open it in a spreadsheet program and save it as XLSX or as CSV (UTF-8)
  [2]

JSON Lines that are no table:

  $ echo '{"name1":"a","name2":}' > bad.jsonl; guvoh name --pairs bad.jsonl
  guvoh: "bad.jsonl": line 1 is no object of JSON: look at byte 22; each line is one object, as {"name":"value"}
  [2]
  $ echo '{"name1":{"first":"a"}}' > bad.jsonl; guvoh name --pairs bad.jsonl
  guvoh: "bad.jsonl": on line 1, "name1" holds an object or a list of lists: give it as text, a number or a list of texts
  [2]
  $ echo '{"name1":"a","name1":"b"}' > bad.jsonl; guvoh name --pairs bad.jsonl
  guvoh: "bad.jsonl": on line 1, "name1" stands twice: keep one
  [2]
  $ echo '{"":"a"}' > bad.jsonl; guvoh name --pairs bad.jsonl
  guvoh: "bad.jsonl": line 1 has a value under an empty name: name it or take it away
  [2]
  $ echo '{}' > bad.jsonl; guvoh name --pairs bad.jsonl
  guvoh: "bad.jsonl": the objects of this file hold nothing: there is no table to read
  [2]

XLSX: a sheet is chosen, and what was left out is told:

  $ cp $ROOT/tests/data/sheet/*.xlsx $ROOT/tests/data/sheet/*.ods .
  $ guvoh link openpyxl.xlsx --map имя=name --map ИИН=id
  of "openpyxl.xlsx", sheet "Задержанные" was read; all of its sheets: Пустой, Задержанные. Choose with --sheet
  guvoh: "ИИН=id" does not say what a column holds: write COLUMN=KIND with one of name, given, family, patronymic, words, date, year, month, day, sex, code, email, identifier, text, row, repeat, nothing
  [2]
  $ guvoh link openpyxl.xlsx --sheet Пустой
  guvoh: "openpyxl.xlsx": the table has no header: put the names of the columns on line 1
  [2]
  $ guvoh link openpyxl.xlsx --sheet Июнь
  guvoh: "openpyxl.xlsx": there is no sheet "Июнь" in this file: use one of Пустой, Задержанные
  [3]
  $ guvoh link pairs.csv --sheet Июнь
  guvoh: "pairs.csv": only XLSX files have sheets: leave out --sheet "Июнь", which this file cannot have
  [2]
  $ guvoh link excel.xlsx --encoding cp1251
  guvoh: "excel.xlsx": the file says at its beginning that it is xlsx, not "cp1251": leave the encoding out
  [2]
  $ for f in truncated entities bomb shared twice unnamed title wide rows cells; do guvoh link $f.xlsx; done
  guvoh: "truncated.xlsx": the part "zip" of this XLSX file is missing or damaged: open the file in a spreadsheet program and save it anew
  guvoh: "entities.xlsx": the part "xl/sharedStrings.xml" of this XLSX file declares a document type, which no spreadsheet program does: do not trust it; ask for the table as CSV
  guvoh: "bomb.xlsx": the part "xl/worksheets/sheet2.xml" of this XLSX file unpacks to far more than it can hold: do not trust it; ask for the table as CSV
  guvoh: "shared.xlsx": cell B7 cannot be read: "99" is not what its type promises; type the cell anew
  guvoh: "twice.xlsx": cell B8 stands twice in the file: open it in a spreadsheet program and save it anew
  guvoh: "unnamed.xlsx": column AB has no name in the header: name it or delete it
  guvoh: "title.xlsx": the first row has one cell at most, as a title above a table has, and must have the names of the columns: delete the rows above these
  guvoh: "wide.xlsx": the header has 1001 columns, at most 1000 are read: split the table
  guvoh: "rows.xlsx": a sheet has at most 1048576 rows: split the table
  guvoh: "cells.xlsx": the sheet has more cells than are read, at most 33554432: split the table
  [6]
  $ guvoh name --pairs excel.xlsx
  of "excel.xlsx", sheet "List" was read; all of its sheets: Skipped & hidden, List. Choose with --sheet
  1 cell of "excel.xlsx" holds an error such as #N/A: it was read as empty
  guvoh: the table "excel.xlsx" has no column "name1": it needs name1 and name2
  [2]
  $ guvoh link table.ods
  guvoh: "table.ods": this is no table that can be read but a file of the kind "ods": open it in a spreadsheet program and save it as XLSX or as CSV (UTF-8)
  [2]
  $ awk 'BEGIN {srand(7); for (i = 0; i < 3000; i++) printf "%c", 1 + int(255 * rand())}' > noise.xlsx; guvoh link noise.xlsx
  guvoh: "noise.xlsx": this is neither a spreadsheet nor a table of text, whatever the file is called: it is damaged or something else; ask for the table again as XLSX or CSV (UTF-8)
  [2]
  $ guvoh --lang kk link noise.xlsx
  guvoh: «noise.xlsx»: файл қалай аталса да, бұл XLSX те, мәтін кестесі де емес: ол бүлінген не ішінде басқа нәрсе бар; кестені XLSX не CSV (UTF-8) түрінде қайта сұраңыз
  [2]

Every command that takes a table reads it so:

  $ E=$ROOT/examples/june-2019; export GUVOH_KEY_FILE=$HOME/key
  $ iconv -f utf-8 -t utf-16 $E/claims.csv > claims.csv
  $ guvoh count --file claims.csv --json > wide.json
  "claims.csv" was read as utf-16le: if letters look wrong, give --encoding
  $ guvoh count --file $E/claims.csv --json | cmp - wide.json
  $ guvoh init archive > /dev/null
  $ printf 'id;words;lang;measure;place;days\nc1;400 человек;ru;detained;almaty;2019-06-09\n' > figures.csv
  $ iconv -f utf-8 -t cp1251 figures.csv > figures-1251.csv
  $ guvoh -C archive claim import figures-1251.csv --event june
  "figures-1251.csv" was read as windows-1251: if letters look wrong, give --encoding
      2  c1  new
  1 claim added; unchanged: 0.
  $ guvoh -C archive claim import figures.csv --event june
      2  c1  unchanged
  0 claims added; unchanged: 1.
  $ printf 'record,kind,property,value,lang\nev,event,name,Жиын,kk\nev,,name,Құрылтай,kk\n' | iconv -f utf-8 -t rk1048 > said.csv
  $ guvoh -C archive record import said.csv
  "said.csv" was read as kz-1048: if letters look wrong, give --encoding
  2 statements added; new records: 1; unchanged rows: 0.
  $ guvoh -C archive record show ev | grep -c -e Жиын -e Құрылтай
  2
  $ printf 'A;B;count\n1;0;20\n0;1;30\n1;1;10\n' | iconv -f utf-8 -t utf-16be > lists.csv
  $ guvoh estimate lists.csv --encoding utf-16be --method chapman | head -1
  People on at least one list: 60. Lists: A, B.
