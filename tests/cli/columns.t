Columns of several lists that hold the same, whatever they are called. The people are invented.

  $ cat > lawyers.csv <<'END'
  > ФИО,Дата рождения,Город
  > Жұмасейіт Айгүл Нұрбекқызы,1990-05-12,Тараз
  > Жұмасейіт Серік Нұрбекұлы,1987-02-20,Тараз
  > Ерғали Дәурен Оразұлы,1979-11-03,Алматы
  > Қуатбек Әсел Мұратқызы,2001-07-30,Орал
  > Төлеген Марат Асқарұлы,1966-09-08,Семей
  > Бекзатова Дана Ерланқызы,1995-03-17,Шымкент
  > Сәтбай Нұрлан Қайратұлы,1983-12-25,Павлодар
  > Омаров Тимур Русланович,1972-06-14,Актобе
  > Ахмет Жанар Болатқызы,1999-10-01,Атырау
  > Есенбай Асхат Дулатұлы,1958-04-22,Караганда
  > END
  $ cat > court.csv <<'END'
  > Surname,First name,Middle name,DOB,Detained
  > Жумасейитова,Айгуль,Нурбековна,12.05.1990,09.06.2019
  > ЖУМАСЕЙИТОВ,СЕРИК,НУРБЕКОВИЧ,20.02.1987,09.06.2019
  > Ергалиев,Даурен,Оразович,03.11.1979,10.06.2019
  > Сатбаев,Нурлан,Кайратович,25.12.1983,12.06.2019
  > Сагинтаев,Олжас,Маратович,11.08.1991,09.06.2019
  > END
  $ guvoh link lawyers.csv court.csv --out clusters.csv
  lawyers.csv              ФИО                      whole name
  lawyers.csv              Дата рождения            date
  lawyers.csv              Город                    words: part of a name, place, occupation
  court.csv                Surname                  family name
  court.csv                First name               given name
  court.csv                Middle name              patronymic
  court.csv                DOB                      date
  court.csv                Detained                 date
  Rows: 15. People, as far as they can be told apart: 11. Most rows of one: 2.
  $ guvoh link court.csv lawyers.csv --json | sed -n '/clusters/p'
    "clusters": 11,

What somebody says of a column stays, of one file or of all:

  $ guvoh link lawyers.csv court.csv --map Surname=words --map 'First name=words' --out clusters.csv
  lawyers.csv              ФИО                      whole name
  lawyers.csv              Дата рождения            date
  lawyers.csv              Город                    words: part of a name, place, occupation
  court.csv                Surname                  words: part of a name, place, occupation
  court.csv                First name               words: part of a name, place, occupation
  court.csv                Middle name              patronymic
  court.csv                DOB                      date
  court.csv                Detained                 date
  Rows: 15. People, as far as they can be told apart: 11. Most rows of one: 2.
  $ guvoh link lawyers.csv court.csv --map lawyers.csv:Город=text --out clusters.csv | grep Город
  lawyers.csv              Город                    free text, not compared
  $ guvoh link lawyers.csv court.csv --map court.csv:Город=text --out clusters.csv
  guvoh: no list has a column "court.csv:Город"
  [2]

A list is never overwritten by the answer:

  $ guvoh link lawyers.csv court.csv --out ./court.csv
  guvoh: "./court.csv" is one of the files that are read: the answer would overwrite it, give another --out
  [2]
  $ guvoh link lawyers.csv --search court.csv --out court.csv
  guvoh: "court.csv" is one of the files that are read: the answer would overwrite it, give another --out
  [2]
  $ wc -l < court.csv
  6

In an archive:

  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k GUVOH_USER=editor
  $ guvoh init a > /dev/null
  $ for i in lawyers court; do guvoh list add $i.csv --name $i --event june --no-repeats > /dev/null; done
  $ guvoh link --event june
  Mentions: 15. People, as far as they can be told apart: 11.
  By the doubts of the linkage itself: 11 to 11, in 95 % of partitions drawn by chance.
  $ guvoh list map court
  Surname                  family      family name
  First name               given       given name
  Middle name              patronymic  patronymic
  DOB                      date        date
  Detained                 date        date
  $ guvoh list map court Surname=text 'First name=text' 'Middle name=text' DOB=text
  Surname                  text        free text, not compared (said by the team)
  First name               text        free text, not compared (said by the team)
  Middle name              text        free text, not compared (said by the team)
  DOB                      text        free text, not compared (said by the team)
  Detained                 date        date
  guvoh link takes this into account.
  $ guvoh list map court Surname=text
  Surname                  text        free text, not compared (said by the team)
  First name               text        free text, not compared (said by the team)
  Middle name              text        free text, not compared (said by the team)
  DOB                      text        free text, not compared (said by the team)
  Detained                 date        date
  $ guvoh person count june
  Documented people: 11; 11 to 11 by the doubts of the linkage.
  on 1 list: 7
  on 2 lists: 4
  Lists, verdicts or the rules of linking have changed since the last linkage: guvoh link counts anew.
  $ guvoh link --event june
  List "court" has no column in common with the other lists by which people could be told apart: whoever stands on both counts twice. See what its columns are taken for, and say it, with guvoh list map court.
  List "lawyers" has no column in common with the other lists by which people could be told apart: whoever stands on both counts twice. See what its columns are taken for, and say it, with guvoh list map lawyers.
  Mentions: 15. People, as far as they can be told apart: 15.
  By the doubts of the linkage itself: 10 to 15, in 95 % of partitions drawn by chance.
  $ guvoh link --event june --json | sed -n '/apart/,$p'
    "apart": [
      "court",
      "lawyers"
    ]
  }
  $ guvoh person count june
  Documented people: 15; 10 to 15 by the doubts of the linkage.
  on 1 list: 15
  List "court" has no column in common with the other lists by which people could be told apart: whoever stands on both counts twice. See what its columns are taken for, and say it, with guvoh list map court.
  List "lawyers" has no column in common with the other lists by which people could be told apart: whoever stands on both counts twice. See what its columns are taken for, and say it, with guvoh list map lawyers.
  $ guvoh person count june --json | sed -n '/apart/,/]/p'
    "apart": [
      "court",
      "lawyers"
    ],
  $ guvoh estimate --event june
  guvoh: list "court" has no column in common with the other lists by which people could be told apart, so nobody could be found on both: guvoh list map court says what its columns hold
  [5]
  $ guvoh list map court Surname= 'First name=' 'Middle name=' DOB=date --json | sed -E 's/l[a-z2-7]{16}/LIST/'
  {
    "id": "LIST",
    "list": "court",
    "fresh": true,
    "columns": [
      {
        "column": "Surname",
        "kind": "family",
        "said": false
      },
      {
        "column": "First name",
        "kind": "given",
        "said": false
      },
      {
        "column": "Middle name",
        "kind": "patronymic",
        "said": false
      },
      {
        "column": "DOB",
        "kind": "date",
        "said": true,
        "unread": 0
      },
      {
        "column": "Detained",
        "kind": "date",
        "said": false,
        "unread": 0
      }
    ]
  }
  $ guvoh link --event june
  Mentions: 15. People, as far as they can be told apart: 11.
  By the doubts of the linkage itself: 11 to 11, in 95 % of partitions drawn by chance.
  $ guvoh person count june
  Documented people: 11; 11 to 11 by the doubts of the linkage.
  on 1 list: 7
  on 2 lists: 4
  $ guvoh list map court Town=words
  guvoh: list "court" has no column "Town": guvoh list map court shows them
  [3]
  $ guvoh list map court Surname=text surname=words 2>&1 | head -1; guvoh list map court Surname=text Surname=words
  guvoh: list "court" has no column "surname": guvoh list map court shows them
  guvoh: column "Surname" is named twice: say once what it holds
  [2]
  $ guvoh list map court Surname=surname
  guvoh: "Surname=surname" does not say what a column holds: write COLUMN=KIND with one of name, given, family, patronymic, words, date, year, month, day, sex, code, email, identifier, text, row, repeat, nothing
  [2]
  $ guvoh list map none
  guvoh: no list is called "none": guvoh list shows them
  [3]
  $ guvoh list undo court --why 'a draft' > /dev/null
  $ guvoh list map court Surname=text
  guvoh: no list is called "court": guvoh list shows them
  [3]
  $ guvoh link --map Surname=text
  guvoh: "--map" is for files: of a list of the archive guvoh list map says what its columns hold
  [2]
  $ guvoh log --json | grep -c list.map
  2

What a number says besides is called so, and rows whose date is not read are counted:

  $ cat > numbers.csv <<'END'
  > ФИО,Дата рождения,ИИН
  > Тестова Айгуль,,900512400018
  > Самплов Серик,около 1990,
  > Самплов Тимур,02.03.1991,910302300011
  > Пробин Марат,01.02.1980,800201300017
  > Пробин Олжас,03.04.1970,
  > Образцов Дамир,03.04.1972,
  > Тестова Айгуль,12.05.1990,900512400018
  > END
  $ guvoh link numbers.csv --pair 1,7 --lang ru --out clusters.csv | grep -e 'Дата рождения' -e ' по ИИН'
  numbers.csv              Дата рождения            дата; 1 строка не читается как дата
    Дата рождения, совпадает: 1990-05-12 – 1990-05-12 за одного человека, в 28 раз
  $ guvoh link numbers.csv --json | grep unread
        "unread": 1

Nor are answers about pairs overwritten, nor lists by samples:

  $ cp court.csv sample-001.csv; guvoh link sample-001.csv lawyers.csv --samples .
  guvoh: the samples would overwrite "./sample-001.csv", which is read or written besides: give another folder
  [2]
  $ guvoh link lawyers.csv court.csv --audit 4 > pairs.csv; guvoh link lawyers.csv court.csv --audited pairs.csv --out pairs.csv
  guvoh: "pairs.csv" is one of the files that are read: the answer would overwrite it, give another --out
  [2]
  $ guvoh link lawyers.csv court.csv --samples s --out s/sample-007.csv
  guvoh: the samples would overwrite "s/sample-007.csv", which is read or written besides: give another folder
  [2]
