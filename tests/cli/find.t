Words are found in the titles of sources, the words of figures, in records and in statements.

  $ guvoh init a --key-file k > /dev/null
  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k
  $ mask() { sed -E 's/\b([rtk])[a-z2-7]{16}\b/\1.../g'; }
  $ guvoh find anything
  Nothing holds "anything": try the beginning of a word with "*" behind it
  $ echo 'Задержаны не менее 400 человек. Полицейские никого не били.' > page
  $ guvoh add page --id s1 --kind article --title 'О задержанных на площади' --lang ru > /dev/null
  $ guvoh add page --id s2 --kind list --title 'Ұсталғандар тізімі' --lang kk > /dev/null
  $ guvoh add page --id s3 --kind article --title 'Ёлкин и Пётр' > /dev/null
  $ guvoh claim add 'не менее 400 человек' --lang ru --id c1 --event june --measure detained --place almaty --days 2019-06-09 --speaker 'Правозащитники' > /dev/null
  $ guvoh record add event --id june-2019 > /dev/null
  $ guvoh state june-2019 name 'Собрания в июне' --lang ru > /dev/null
  $ guvoh state june-2019 peacefulness peaceful --lang ru --source s1 --words 'Полицейские никого не били' > /dev/null
  $ guvoh record add person --id p1 > /dev/null; guvoh state p1 name 'Айгүл Тестова' --lang kk > /dev/null

A Russian word is found in all its forms, case and ё make no difference, several words must all be there:

  $ guvoh find задержанные
  source       s1                 О задержанных на площади
  $ guvoh find елкин
  source       s3                 Ёлкин и Пётр
  $ guvoh find ПОЛИЦЕЙСКИМ | mask
  statement    t...  june-2019 peacefulness: Peaceful "Полицейские никого не били"
  $ guvoh find собрание июнь | mask
  statement    t...  june-2019 name: Собрания в июне
  $ guvoh find собрание июль
  Nothing holds "собрание июль": try the beginning of a word with "*" behind it
  $ guvoh find june | mask
  record       june-2019          Собрания в июне
  $ guvoh find правозащитник 2>&1 | mask
  claim        c1                 не менее 400 человек

Kazakh and English words stand as they are; a beginning finds the rest:

  $ guvoh find ұсталғандар
  source       s2                 Ұсталғандар тізімі
  $ guvoh find ұсталған
  Nothing holds "ұсталған": try the beginning of a word with "*" behind it
  $ guvoh find 'ұстал*' 'тіз*'
  source       s2                 Ұсталғандар тізімі
  $ guvoh find 'задержанн*'
  source       s1                 О задержанных на площади
  $ guvoh find айгүл --json | mask
  {
    "hits": [
      {
        "kind": "statement",
        "id": "t...",
        "text": "p1 name: Айгүл Тестова",
        "withdrawn": false
      }
    ],
    "more": false
  }
  $ guvoh --lang kk find '400' | mask
  мәлімдеме    c1                 не менее 400 человек

Nothing in it is taken for more than a word:

  $ guvoh find '"' 
  guvoh: there is no word in """: look for letters or digits
  [2]
  $ guvoh find 'words : NEAR("a" *) OR'
  Nothing holds "words : NEAR("a" *) OR": try the beginning of a word with "*" behind it
  $ guvoh find -- '-' < /dev/null
  guvoh: nothing was typed for "WORDS": type one line and press Enter
  [2]
  $ echo 'елкин' | guvoh find -
  source       s3                 Ёлкин и Пётр

What was withdrawn is found and marked; a rebuild finds the same:

  $ guvoh claim withdraw c1 --why 'A slip' > /dev/null
  $ guvoh find '400'
  claim        c1                 не менее 400 человек (withdrawn)
  $ guvoh rebuild
  The index was made anew from 11 entries and is the same.
  $ guvoh find задержанные
  source       s1                 О задержанных на площади
  $ rm a/snapshot* 2> /dev/null; guvoh find задержанные
  source       s1                 О задержанных на площади
