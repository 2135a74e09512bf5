Lists of people become mentions; the archive says who of them are the same person. The people are invented.

  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k GUVOH_USER=editor
  $ guvoh init a > /dev/null
  $ guvoh list
  There are no lists yet: guvoh list add
  $ cat > lawyers.csv <<'END'
  > name,born,sex,town
  > Жұмасейіт Айгүл Нұрбекқызы,1990-05-12,ж,Тараз
  > Жұмасейіт Серік Нұрбекұлы,1987-02-20,м,Тараз
  > Ерғали Дәурен Оразұлы,1979-11-03,м,Алматы
  > Қуатбек Әсел Мұратқызы,2001-07-30,ж,Орал
  > Төлеген Марат Асқарұлы,1966-09-08,м,Семей
  > ,,,
  > Бекзатова Дана Ерланқызы,1995-03-17,ж,Шымкент
  > Сәтбай Нұрлан Қайратұлы,1983-12-25,м,Павлодар
  > Омаров Тимур Русланович,1972-06-14,м,Актобе
  > Ахмет Жанар Болатқызы,1999-10-01,ж,Атырау
  > Есенбай Асхат Дулатұлы,1958-04-22,м,Караганда
  > END
  $ iconv -f utf-8 -t windows-1251 > court.csv <<'END'
  > Ф. И. О.;дата рождения;номер дела
  > Жумасейитова Айгуль Нурбековна;12.05.1990;АД-101
  > ЖУМАСЕЙИТОВ СЕРИК НУРБЕКОВИЧ;20.02.1987;АД-102
  > Ергалиев, Даурен Оразович;03.11.1979;АД-117
  > Сатбаев Нурлан Кайратович;25.12.1983;АД-118
  > Сагинтаев Олжас Маратович;11.08.1991;АД-125
  > END
  $ cat > press.csv <<'END'
  > name,born,town
  > Aigul Jumaseiit,1990,Taraz
  > Dauren Yergaliyev,,Almaty
  > Nurlan Satbayev,1983-12-25,Pavlodar
  > Timur Omarov,1972,Aktobe
  > END
  $ guvoh link
  guvoh: there is no list to link: add one with guvoh list add
  [3]
  $ guvoh list add lawyers.csv --name lawyers --event may --no-repeats
  List "lawyers": 10 mentions were added.
  guvoh link says who of them are the same person.
  $ guvoh list add court.csv --name court --event may
  "court.csv" was read as windows-1251: if letters look wrong, give --encoding
  List "court": 5 mentions were added.
  guvoh link says who of them are the same person.
  $ guvoh add press.csv --kind article --title 'A page with a table' --id page > /dev/null
  $ guvoh list add press.csv --name press --event may --source page
  List "press": 4 mentions were added.
  guvoh link says who of them are the same person.
  $ guvoh list | sed -E 's/s[a-z2-7]{16}/SOURCE/'
  court    5 mentions, source SOURCE; event may
  lawyers  10 mentions, source SOURCE; event may; nobody twice
  press    4 mentions, source page; event may

The same file under the same name again changes nothing; another file cannot take its name:

  $ guvoh list add lawyers.csv --name lawyers --event may --no-repeats
  List "lawyers" is there already, from the same file: nothing was written.
  $ guvoh list add court.csv --name lawyers --event may
  "court.csv" was read as windows-1251: if letters look wrong, give --encoding
  guvoh: another list is called "lawyers" already: give this one another --name. If it is the same list with more rows, add it so, run guvoh link, and only then take the other back with guvoh list undo: persons keep their ids
  [5]
  $ guvoh log --json | grep -c '"index"'
  10

One list, as it stands:

  $ guvoh list show court | sed -E 's/s[a-z2-7]{16}/SOURCE/'
  court  5 mentions, source SOURCE; event may
  court:2      Ф. И. О.: Жумасейитова Айгуль Нурбековна; дата рождения: 12.05.1990; номер дела: АД-101
  court:3      Ф. И. О.: ЖУМАСЕЙИТОВ СЕРИК НУРБЕКОВИЧ; дата рождения: 20.02.1987; номер дела: АД-102
  court:4      Ф. И. О.: Ергалиев, Даурен Оразович; дата рождения: 03.11.1979; номер дела: АД-117
  court:5      Ф. И. О.: Сатбаев Нурлан Кайратович; дата рождения: 25.12.1983; номер дела: АД-118
  court:6      Ф. И. О.: Сагинтаев Олжас Маратович; дата рождения: 11.08.1991; номер дела: АД-125
  $ guvoh list show lawyers --json | head -24 | sed -E 's/\b([ls])[a-z2-7]{16}\b/\1.../g; s/"at": .*/"at"/'
  {
    "id": "l...",
    "name": "lawyers",
    "source": "s...",
    "event": "may",
    "mentions": 10,
    "no_repeats": true,
    "at"
    "by": "editor",
    "destroyed": false,
    "undone": false,
    "why": "",
    "columns": [
      "name",
      "born",
      "sex",
      "town"
    ],
    "rows": [
      {
        "mention": "lawyers:2",
        "cells": [
          "Жұмасейіт Айгүл Нұрбекқызы",
          "1990-05-12",

What a list cannot be:

  $ guvoh list add lawyers.csv
  guvoh: option "--name" is missing: "list add" needs it
  [2]
  $ guvoh list add lawyers.csv --name 'the lawyers'
  guvoh: "the lawyers" cannot name a list: use up to 64 of a-z, A-Z, 0-9, ".", "-" and "_", as in lawyers, but not "count"
  [2]
  $ guvoh list add lawyers.csv --name l1 --event 'in May'
  guvoh: "in May" cannot name an event: use up to 64 of a-z, A-Z, 0-9, ".", "-" and "_", as in june-2019
  [2]
  $ guvoh list add lawyers.csv --name l1 --source nowhere
  guvoh: no source is called "nowhere": guvoh source list shows them
  [3]
  $ guvoh list add nowhere.csv --name l1
  guvoh: "nowhere.csv" does not exist: check the name
  [3]
  $ printf 'name,born\n,\n' > empty.csv; guvoh list add empty.csv --name empty
  guvoh: "empty.csv" has no rows below its header: a list needs at least one person
  [2]
  $ { echo name; head -c 1100000 /dev/zero | tr '\0' x; } > long.csv; guvoh list add long.csv --name long
  guvoh: line 2 is longer than a mention may be: look for a quote that never closes
  [6]
  $ guvoh list show nowhere
  guvoh: no list is called "nowhere": guvoh list shows them
  [3]
  $ guvoh list show l
  guvoh: several lists begin with "l": give more of the id
  [2]
  $ guvoh list undo press --why ' '
  guvoh: taking a list back needs a reason: add --why
  [2]
  $ guvoh list undo press
  guvoh: option "--why" is missing: "list undo" needs it
  [2]

Who they are. A second time nothing is written:

  $ guvoh link --event may
  Mentions: 19. People, as far as they can be told apart: 11.
  By the doubts of the linkage itself: 11 to 12, in 95 % of partitions drawn by chance.
  $ guvoh link --event may --json | sed -E 's/"g[a-z2-7]{16}"/"g..."/'
  {
    "id": "g...",
    "event": "may",
    "fresh": false,
    "mentions": 19,
    "persons": 11,
    "least": 11,
    "most": 12,
    "apart": []
  }
  $ guvoh link --event june
  guvoh: there is no list to link: add one with guvoh list add
  [3]
  $ guvoh link --out clusters.csv
  guvoh: option "--out" is for files: name them, or leave it out to link the lists of the archive
  [2]
  $ guvoh link lawyers.csv --event may
  guvoh: --event is for the lists of the archive: leave the files out
  [2]
  $ guvoh link
  Mentions: 19. People, as far as they can be told apart: 11.
  By the doubts of the linkage itself: 11 to 12, in 95 % of partitions drawn by chance.
  $ guvoh rebuild
  The index was made anew from 14 entries and is the same.

A list is taken back as one entry, and with it its mentions; its file may come again:

  $ guvoh list undo press --why 'it was a draft'
  List "press" was taken back, with 4 mentions.
  $ guvoh list undo $(guvoh list --json | grep -B1 '"name": "press"' | grep -oE 'l[a-z2-7]{16}') --why again 2>&1 | sed -E 's/l[a-z2-7]{16}/ID/'
  guvoh: the list "ID" was taken back already: add its file again to have it back
  $ guvoh list | grep press
  press    4 mentions, source page; event may; taken back: it was a draft
  $ guvoh link --event may
  Mentions: 15. People, as far as they can be told apart: 11.
  By the doubts of the linkage itself: 11 to 11, in 95 % of partitions drawn by chance.
  $ guvoh list add press.csv --name press --event may
  List "press": 4 mentions were added.
  guvoh link says who of them are the same person.
  $ guvoh link --event may
  Mentions: 19. People, as far as they can be told apart: 11.
  By the doubts of the linkage itself: 11 to 12, in 95 % of partitions drawn by chance.
  $ guvoh rebuild
  The index was made anew from 21 entries and is the same.

With its source everything of a list goes, for good:

  $ guvoh destroy page --why 'asked for by its author' --yes | tail -1
  Source page was destroyed, and with it files: 1, claims: 0, statements: 0, rows of lists: 8.
  $ guvoh list | sed -E 's/\bl[a-z2-7]{16}/ID/; s/s[a-z2-7]{16}/SOURCE/'
  ID  (destroyed)
  ID  (destroyed)
  court              5 mentions, source SOURCE; event may
  lawyers            10 mentions, source SOURCE; event may; nobody twice
  $ guvoh list undo $(guvoh list | grep -oE '^l[a-z2-7]{16}' | head -1) --why again 2>&1 | sed -E 's/l[a-z2-7]{16}/ID/'
  guvoh: the source of list "ID" was destroyed: nothing of it is left
  $ guvoh link --event may
  Mentions: 15. People, as far as they can be told apart: 11.
  By the doubts of the linkage itself: 11 to 11, in 95 % of partitions drawn by chance.
  $ guvoh rebuild
  The index was made anew from 24 entries and is the same.
  $ guvoh verify
  The archive is sound: 24 entries checked; files: 2.
  6 sealed parts could not be read: their keys were destroyed on purpose.
  $ grep -rlE 'Jumaseiit|Жұмасейіт' a
  [1]

One mention is one:

  $ printf 'name,born\nSomebody Else,1950-01-01\n' > one.csv; guvoh list add one.csv --name one --event one | head -1
  List "one": 1 mention was added.
  $ guvoh list | grep 'event one' | sed -E 's/source [a-z0-9]+/source SOURCE/'
  one                1 mention, source SOURCE; event one
  $ guvoh list undo one --why 'it was a test'
  List "one" was taken back, with 1 mention.

A table without names of columns: its first person is no mention, and that is said:

  $ printf 'Айгүл Тұрғазы,12.05.1990\nСерік Жұмабай,20.02.1987\n' > bare.csv
  $ guvoh list add bare.csv --name bare --event bare
  the first line of "bare.csv" was taken for the names of the columns, though its column 2 looks like the rows below: if it is a person, who is not counted now, put a line such as name,born,town above it and give the table again
  the list is kept without that line: if it is a person, take the list back first, with guvoh list undo bare --why
  List "bare": 1 mention was added.
  guvoh link says who of them are the same person.
  $ guvoh list add bare.csv --name bare --event bare 2>&1 > /dev/null | wc -l
  1
  $ guvoh --lang ru link bare.csv lawyers.csv --out clusters.csv 2>&1 > /dev/null
  первая строка файла «bare.csv» принята за названия столбцов, хотя её столбец 2 похож на строки ниже: если это человек, он сейчас не учтён; поставьте над ней строку вроде «имя,родился,город» и дайте таблицу снова
  У списка «bare.csv» нет общего с другими столбца, по которому можно отличить людей: кто есть и там и тут, посчитан дважды. Укажите, что содержат его столбцы: --map СТОЛБЕЦ=ВИД.
  У списка «lawyers.csv» нет общего с другими столбца, по которому можно отличить людей: кто есть и там и тут, посчитан дважды. Укажите, что содержат его столбцы: --map СТОЛБЕЦ=ВИД.

The same file under another name is one more list, and which one has it is said:

  $ printf 'name,born\nSomebody Else,1950-01-01\n' > twice.csv
  $ guvoh list add twice.csv --name first --event june --json | grep '"same"'
    "same": []
  $ guvoh list add twice.csv --name second --event june --json | grep -A 2 '"same"'
  list "second" holds the same file as first: whoever stands on one stands on both. If it was given twice, take it back: guvoh list undo second --why REASON
    "same": [
      "first"
    ]
  $ guvoh list add twice.csv --name third --event june --lang ru
  в списке «third» тот же файл, что и в first, second: кто есть в одном, тот есть и в другом. Если он дан дважды, отмените его: guvoh list undo third --why ПРИЧИНА
  Список «third»: добавлено упоминаний: 1.
  guvoh link найдёт, кто из них один и тот же человек.
  $ guvoh list add twice.csv --name second --event june --lang kk
  «second» тізімінің файлы first, third файлымен бірдей: біріндегілердің бәрі екіншісінде де бар. Екі рет берілген болса, қайтарыңыз: guvoh list undo second --why СЕБЕП
  «second» тізімі бұрыннан бар, сол файлдан: ештеңе жазылмады.
  $ for i in second third; do guvoh list undo $i --why 'given twice' > /dev/null; done
  $ guvoh list add twice.csv --name first --event june
  List "first" is there already, from the same file: nothing was written.
