Rows that add a list up are no people, and none is lost in silence. The people are invented.

  $ cat > court.csv <<'END'
  > №;Ф. И. О.;дата рождения
  > 1;Тестова Айгуль;12.05.1990
  > 2;Тестов Серик;20.02.1987
  > ;Итого по Тестовску:;2
  > 3;Пробоев Даурен;03.11.1979
  > ;Итого:;3 чел.
  > END
  $ cat > lawyers.csv <<'END'
  > name,born,town
  > Aigul Testova,1990-05-12,Taraz
  > Total Samplov,1987-02-20,Taraz
  > Total,1979,Semey
  > Dauren Proboev,1979-11-03,Almaty
  > Total,4,
  > END

Of files, rows keep their numbers:

  $ guvoh link court.csv lawyers.csv
  row 3 of "court.csv" was taken for a total or a note, "Итого по Тестовску:", and not for a person: if it is one, write what else is known of that person there
  row 5 of "court.csv" was taken for a total or a note, "Итого:", and not for a person: if it is one, write what else is known of that person there
  row 5 of "lawyers.csv" was taken for a total or a note, "Total", and not for a person: if it is one, write what else is known of that person there
  file,row,cluster
  court.csv,1,1
  court.csv,2,2
  court.csv,4,3
  lawyers.csv,1,1
  lawyers.csv,2,4
  lawyers.csv,3,5
  lawyers.csv,4,3
  $ guvoh link court.csv lawyers.csv --json 2> /dev/null | sed -n '/"totals"/,/^  \]/p'
    "totals": [
      {
        "file": "court.csv",
        "row": 3,
        "text": "Итого по Тестовску:"
      },
      {
        "file": "court.csv",
        "row": 5,
        "text": "Итого:"
      },
      {
        "file": "lawyers.csv",
        "row": 5,
        "text": "Total"
      }
    ],
  $ guvoh link court.csv lawyers.csv --pair 4,lawyers.csv:4 2> /dev/null | grep -e Rows -e 'times likelier'
  Rows: 7. People, as far as they can be told apart: 5. Most rows of one: 2.
  4,lawyers.csv:4: one person is 298 times likelier than two
  $ guvoh link court.csv lawyers.csv --pair 5,1 --lang kk 2>&1 | tail -1
  guvoh: «5» жолы адам емес, жиынтық не ескертпе деп алынды: басқасын атаңыз
  $ guvoh link court.csv lawyers.csv --pair 5,1 2>&1 | tail -1
  guvoh: row "5" was taken for a total or a note and not for a person: name another one
  $ guvoh link court.csv lawyers.csv --pair 6,1 2>&1 | tail -1
  guvoh: there is no row "6": write ROW of the first list or FILE:ROW, counted from 1 without the header
  $ guvoh link court.csv lawyers.csv --audit 1 2> /dev/null
  file1,row1,file2,row2,first,second,answer
  court.csv,4,lawyers.csv,4,"№: 3; Ф. И. О.: Пробоев Даурен; дата рождения: 03.11.1979","name: Dauren Proboev; born: 1979-11-03; town: Almaty",
  $ guvoh link lawyers.csv --search court.csv 2> /dev/null | cut -d, -f 1-4 | grep ',1,'
  1,1,lawyers.csv,1
  2,1,lawyers.csv,2
  4,1,lawyers.csv,4

An archive keeps the file as it is, and has no mention of them:

  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k GUVOH_USER=editor
  $ guvoh init a > /dev/null
  $ guvoh list add court.csv --name court --event may --lang ru
  строка 4 файла «court.csv» принята за итог или примечание («Итого по Тестовску:») и не стала упоминанием; файл сохранён как есть. Если это человек, отмените список, допишите в строку, что ещё о нём известно, и добавьте снова
  строка 6 файла «court.csv» принята за итог или примечание («Итого:») и не стала упоминанием; файл сохранён как есть. Если это человек, отмените список, допишите в строку, что ещё о нём известно, и добавьте снова
  Список «court»: добавлено упоминаний: 3.
  guvoh link найдёт, кто из них один и тот же человек.
  $ guvoh list add lawyers.csv --name lawyers --event may --json 2>&1 | sed -n '/"totals"/,/^  \]/p'
    "totals": [
      {
        "line": 6,
        "text": "Total"
      }
    ],
  $ guvoh list show court | cut -d' ' -f1
  court
  court:2
  court:3
  court:5
  $ guvoh list add lawyers.csv --name lawyers --event may 2> /dev/null
  List "lawyers" is there already, from the same file: nothing was written.
  $ guvoh link --event may
  Mentions: 7. People, as far as they can be told apart: 5.
  By the doubts of the linkage itself: 5 to 5, in 95 % of partitions drawn by chance.
  $ guvoh person count may | head -1
  Documented people: 5; 5 to 5 by the doubts of the linkage.
  $ guvoh rebuild
  The index was made anew from 9 entries and is the same.

What was a mention before, and would be none today, is said when lists are linked:

  $ printf 'name,cases\nDana Samplova,5\n,\nOlzhas Tryov,7\nTotal,2\n' > before.csv
  $ guvoh list add before.csv --name before --event june > /dev/null
  $ guvoh link --event june
  mention "before:5" looks like a total or a note and counts as a person, as it was added before such rows were left out: add the file again under another name, run guvoh link, then take the old one back: guvoh list undo before --why REASON
  Mentions: 3. People, as far as they can be told apart: 3.
  By the doubts of the linkage itself: 3 to 3, in 95 % of partitions drawn by chance.
  $ guvoh link --event june --json --lang ru 2>&1 > /dev/null
  упоминание «before:5» похоже на итог или примечание, но считается человеком: оно добавлено раньше, чем такие строки стали пропускаться. Добавьте файл снова под другим названием, выполните guvoh link и отмените прежний список: guvoh list undo before --why ПРИЧИНА

A note under the table is nobody either:

  $ printf 'name,born\nAigul Testova,1990-05-12\nSerik Testov,1987-02-20\n,\nSource: the court,\n"* - minors",\n' > noted.csv
  $ guvoh link noted.csv
  row 4 of "noted.csv" was taken for a total or a note, "Source: the court", and not for a person: if it is one, write what else is known of that person there
  row 5 of "noted.csv" was taken for a total or a note, "* - minors", and not for a person: if it is one, write what else is known of that person there
  file,row,cluster
  noted.csv,1,1
  noted.csv,2,2

Several people in one cell count as one, which is said:

  $ printf 'name,town\nAigul Testova,Taraz\nSerik Testov and Dauren Proboev,Oral\nDana Samplova,Oral\n' > two.csv
  $ guvoh link two.csv
  1 row of "two.csv" seems to name several people in one cell (line 3), who count as one: give each of them a row
  file,row,cluster
  two.csv,1,1
  two.csv,2,2
  two.csv,3,3
  $ guvoh link two.csv --lang ru 2>&1 > /dev/null
  в «two.csv» есть строки, где в одной ячейке, похоже, названо несколько человек (1; первая — строка 3 файла), и они считаются одним: дайте каждому свою строку
  $ guvoh link two.csv --lang kk 2>&1 > /dev/null
  «two.csv» файлында бір ұяшықта бірнеше адам аталған сияқты 1 жол бар (біріншісі — файлдың 3-жолы), олар бір адам болып саналады: әрқайсысына өз жолын беріңіз

Rows on which nothing stands are nobody either:

  $ printf 'name,born\n,\nAigul Testova,1990-05-12\n , \nSerik Testov,1987-02-20\n,\n' > gaps.csv
  $ guvoh link gaps.csv 2> /dev/null
  file,row,cluster
  gaps.csv,2,1
  gaps.csv,4,2
  $ guvoh link gaps.csv lawyers.csv --pair 3,2 2>&1 | tail -1
  guvoh: nothing stands on row "3": name another one
