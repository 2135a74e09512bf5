A table of somebody's becomes records. Nothing is written by a guess that nobody has seen.

  $ guvoh init a --key-file k > /dev/null
  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k
  $ mask() { sed -E 's/\b([irst])[a-z2-7]{16}\b/\1.../g'; }
  $ cat > list.csv <<'END'
  > no;full name;date of birth;sex;date of detention;place of detention;reason;tent
  > 1;Aigul Testova;12.03.1990;female;09.06.2019;Almaty;stood on the square;
  > 2;Daniyar Testov;1985;m;9.6.2019;Алматы;;blue
  > 3;Lilia Testova;;f;10.06.2019;Алмта;was going home;
  > END
  $ guvoh import list.csv
    no                  act.id
    date of detention   act.date
    place of detention  act.place
    reason              act.reason (en)
    full name           person.name
    date of birth       person.born
    sex                 person.sex
    {person}            act.victim
    tent                left out
       4  place: "Алмта" is no place: take one from guvoh vocab places, or write "43.2389,76.9455 vicinity" (guvoh vocab precision)
  guvoh: 1 line of "list.csv" was refused, so nothing was written: correct it, or take the others with --skip-bad BAD.csv
  [2]
  $ guvoh import list.csv --guess > /dev/null
  guvoh: 1 line of "list.csv" was refused, so nothing was written: correct it, or take the others with --skip-bad BAD.csv
  [2]
  $ guvoh source list
  There are no sources yet: guvoh add
  $ guvoh import list.csv --skip-bad bad.csv --save-map map.csv | tail -3
  1 line was refused and stands in "bad.csv" with the reason.
  Nothing was written. It would add 13 statements; new records: 4.
  If the map is right, write with --guess; else save it with --save-map MAP.csv, correct it and give it to --map.
  $ cat map.csv
  column,to,lang,split,dates,was,value
  no,act.id,,,,,{file}-
  date of detention,act.date,,,,,
  place of detention,act.place,,,,,
  reason,act.reason,en,,,,
  full name,person.name,,,,,
  date of birth,person.born,,,,,
  sex,person.sex,,,,,
  tent,-,,,,,
  ,act.victim,,,,,{person}

The lines that can stand are taken, the others are written down with the reason, mended and taken too:

  $ sed -i '$a ,act.type,,,,,detention' map.csv
  $ guvoh vocab act-type | grep -c detention
  [1-9].* (re)
  $ guvoh import list.csv --map map.csv --skip-bad bad.csv | mask
  1 line was refused and stands in "bad.csv" with the reason.
  15 statements added; new records: 4. To take it back: guvoh import undo i...
  $ cut -d, -f1-8 bad.csv
  no,full name,date of birth,sex,date of detention,place of detention,reason,tent
  3,Lilia Testova,,f,10.06.2019,Алмта,was going home,
  $ guvoh record list | sort
  list-1         act
  list-1-person  person  Aigul Testova
  list-2         act
  list-2-person  person  Daniyar Testov
  $ guvoh record show list-2 --all | mask
  list-2  Act
  Type
    Detention
      t...  s..., line 3
  To whom
    list-2-person
      t...  s..., line 3
  Date
    2019-06-09
      t...  s..., line 3  "9.6.2019"
  Place
    Almaty
      t...  s..., line 3  "Алматы"
  $ sed -i 's/Алмта/Almaty/' list.csv; guvoh import list.csv --map map.csv | mask
  22 statements added; new records: 2. To take it back: guvoh import undo i...

The same file again changes nothing, and says so for every line:

  $ guvoh import list.csv --map map.csv
  Nothing is new: the archive has all of it.
  $ guvoh import list.csv --map map.csv --json | python3 -c 'import json, sys
  > a = json.load(sys.stdin)
  > print(a["written"], a["lines"], a["refused"], [(r["line"], r["record"], r["verdict"]) for r in a["rows"]])
  > print(a["left_out"], a["guessed"], len(a["map"]))'
  False 3 0 [(2, 'list-1', 'unchanged'), (3, 'list-2', 'unchanged'), (4, 'list-3', 'unchanged')]
  ['tent'] False 10

An import is taken back as one entry; what it brought stays readable, and may come again:

  $ guvoh import list | mask | sed -E 's/20[0-9-]+T[0-9:]+Z/WHEN/' | sort
  i...  WHEN  15 statements, new records: 4, from list.csv
  i...  WHEN  22 statements, new records: 2, from list.csv
  $ second=$(guvoh import list --json | python3 -c 'import json, sys
  > print([i["id"] for i in json.load(sys.stdin)["imports"] if i["records"] == 2][0])')
  $ guvoh import undo $second
  guvoh: option "--why" is missing: "import undo" needs it
  [2]
  $ guvoh import undo $second --why ' '
  guvoh: taking an import back needs a reason: add --why
  [2]
  $ guvoh import undo $second --why 'it was a draft'
  22 statements of "list.csv" are withdrawn; they stay readable, and the file may be imported again.
  $ guvoh import undo $second --why 'it was a draft' 2>&1 | mask
  guvoh: the import "i..." was taken back already: import the file again to have it back
  $ guvoh record list | sort
  list-1         act
  list-1-person  person  Aigul Testova
  list-2         act
  list-2-person  person  Daniyar Testov
  $ guvoh record show list-3
  list-3  Act
  Nothing is said of it yet: guvoh state list-3 PROPERTY VALUE
  $ guvoh import list | grep taken
  taken back: it was a draft
  $ guvoh log | wc -l
  6
  $ guvoh import list.csv --map map.csv | mask
  22 statements added; new records: 0. To take it back: guvoh import undo i...
  $ guvoh record list | wc -l
  6
  $ guvoh rebuild | cut -d' ' -f1-4
  The index was made
  $ guvoh verify | cut -d: -f1
  The archive is sound

What a map may not say, and what is no import:

  $ guvoh import list.csv --map map.csv --guess
  guvoh: --map and --guess exclude each other: keep one
  [2]
  $ sed 's/^sex,/sx,/' map.csv > other.csv; guvoh import list.csv --map other.csv
  guvoh: the map speaks of a column "sx", and the table has none: did you mean "sex"?
  [2]
  $ sed 's/^sex,/quality,/' map.csv > other.csv; guvoh import list.csv --map other.csv
  guvoh: the map speaks of a column "quality", and the table has none: correct the map, or guess anew with --guess
  [2]
  $ sed 's/act.place/act.palace/' map.csv > other.csv; guvoh import list.csv --map other.csv
  guvoh: "act.palace" is nothing that a column can become: write KIND.PROPERTY, as in act.date (guvoh vocab kinds lists kinds, guvoh vocab act what can be said of one)
  [2]
  $ sed 's/{person}/{group}/' map.csv > other.csv; guvoh import list.csv --map other.csv
  guvoh: "{group}" means neither a record that the map makes nor a column of the table: give the map a column of that kind, or correct the row
  [2]
  $ printf 'column,to\nsex,-\n' > other.csv; guvoh import list.csv --map other.csv
  guvoh: the map makes nothing: give at least one column a KIND.PROPERTY
  [2]
  $ printf 'column,too\nsex,-\n' > other.csv; guvoh import list.csv --map other.csv
  guvoh: "to" is missing in the map or is no column of one: it has column, to, lang, split, dates, was, value
  [2]
  $ printf 'colour,size\nred,3\n' > red.csv; guvoh import red.csv
  guvoh: no column is called as anything the vocabulary knows: write a map, "guvoh help import" says how
  [2]
  $ guvoh import undo inothing --why 'none'
  guvoh: no import is called "inothing": guvoh import list shows them
  [3]
  $ guvoh import undo i --why 'none'
  guvoh: several imports begin with "i": give more of the id
  [2]

A source that is there already, and one of which nobody may know:

  $ printf 'id,name\nx1,Zarina Testova\n' > one.csv
  $ guvoh import one.csv --as person --guess --source nowhere
  guvoh: no source is called "nowhere": guvoh source list shows them
  [3]
  $ guvoh import one.csv --as person --guess --title 'A list of one' --kind list | tail -1 | mask
  1 statement added; new records: 1. To take it back: guvoh import undo i...
  $ guvoh source list | grep -o 'list .*A list of one'
  list      A list of one
  $ guvoh --lang ru import one.csv --as person --guess | tail -1
  Нового ничего нет: всё это уже в архиве.
