Days of birth that a spreadsheet left as numbers. The people are invented.

  $ cat > court.csv <<'END'
  > Ф. И. О.;Дата рождения;код
  > Тестова Айгуль;33005;31001
  > Тестов Серик;31828;31002
  > Пробоев Даурен;1979-11-03;31003
  > END
  $ cat > lawyers.csv <<'END'
  > name,born
  > Aigul Testova,12.05.1990
  > Serik Testov,20.02.1987
  > Dauren Proboev,03.11.1979
  > END
  $ guvoh link court.csv lawyers.csv --out c.csv
  court.csv                Ф. И. О.                 whole name
  court.csv                Дата рождения            date; 2 rows hold the number of a day, as spreadsheets count them, and are read as that day
  court.csv                код                      number: identifier, phone, postcode
  lawyers.csv              name                     whole name
  lawyers.csv              born                     date
  Rows: 6. People, as far as they can be told apart: 3. Most rows of one: 2.
  $ guvoh link court.csv lawyers.csv --out c.csv --lang kk | head -2 | tail -1
  court.csv                Дата рождения            күн; 2 жолда күн кесте редакторлары сақтайтындай санмен жазылған; ол күн деп оқылды
  $ guvoh link court.csv lawyers.csv --pair 1,lawyers.csv:1 | grep 1990
    born, the same: 1990-05-12 – 1990-05-12      for one person, 18 times
  $ guvoh link court.csv lawyers.csv --json | grep '"serial"'
        "serial": 2

Under another name it is left alone, unless somebody says what it is:

  $ sed -i 's/Дата рождения/дата/' court.csv
  $ guvoh link court.csv lawyers.csv --out c.csv | head -3
  court.csv                Ф. И. О.                 whole name
  court.csv                дата                     number: identifier, phone, postcode
  court.csv                код                      number: identifier, phone, postcode
  $ guvoh link court.csv lawyers.csv --map court.csv:дата=date --out c.csv | head -3
  court.csv                Ф. И. О.                 whole name
  court.csv                дата                     date; 2 rows hold the number of a day, as spreadsheets count them, and are read as that day
  court.csv                код                      number: identifier, phone, postcode

In an archive the list keeps the number, and says what it is taken for:

  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k GUVOH_USER=editor
  $ guvoh init a > /dev/null
  $ for i in court lawyers; do guvoh list add $i.csv --name $i --event may > /dev/null; done
  $ guvoh list map court
  Ф. И. О.                 name        whole name
  дата                     code        number: identifier, phone, postcode
  код                      code        number: identifier, phone, postcode
  $ guvoh list map court дата=date --lang ru
  Ф. И. О.                 name        полное имя
  дата                     date        дата (указано командой); в 2 строках день записан числом, как его хранят табличные редакторы; оно прочитано как день
  код                      code        номер: идентификатор, телефон, индекс
  guvoh link это учтёт.
  $ guvoh list map court --json | grep serial
        "serial": 2
  $ guvoh list show court | head -2 | tail -1
  court:2      Ф. И. О.: Тестова Айгуль; дата: 33005; код: 31001
  $ guvoh link --event may | head -1
  Mentions: 6. People, as far as they can be told apart: 3.
