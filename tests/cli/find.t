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
    "from": 1,
    "total": 1,
    "at_least": false,
    "more": false,
    "facets": {
      "type": [
        {
          "value": "statement",
          "count": 1
        }
      ],
      "kind": [
        {
          "value": "person",
          "count": 1
        }
      ],
      "place": [],
      "date": [],
      "lang": [
        {
          "value": "kk",
          "count": 1
        }
      ],
      "source_kind": [],
      "confidentiality": [
        {
          "value": "archive",
          "count": 1
        }
      ]
    }
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

Filters narrow it: a place with the places in it, by id or by name; a date with all that may be of it; several values are
alternatives, "-" leaves out (behind "--", or in quotes with the rest, so that it is no option):

  $ guvoh record add act --id taken > /dev/null
  $ guvoh state taken stage stopped --with date=2019-06-09 --with place=astana-square --lang en --speaker 'A monitor' > /dev/null
  $ guvoh state taken stage released --with date=2019-06 --lang en --speaker 'A monitor' > /dev/null
  $ guvoh state taken stage sentenced --with date=2019-06-13/.. --with place=shymkent --lang en --speaker 'A court' > /dev/null
  $ found() { guvoh find "$@" | mask | sed -E 's/ +/ /g'; }
  $ found kind:act place:almaty
  statement t... taken stage: Stopped
  $ found 'place:Алматы'
  statement t... taken stage: Stopped
  claim c1 не менее 400 человек (withdrawn)
  $ found type:statement place:Шымкент,almaty | sort
  statement t... taken stage: Penalty imposed
  statement t... taken stage: Stopped
  $ found kind:act date:2019-06-09 | sort
  statement t... taken stage: Released
  statement t... taken stage: Stopped
  $ found kind:act date:2021
  statement t... taken stage: Penalty imposed
  $ found -- kind:act date:2019-05/2019-06-10 -has:place
  statement t... taken stage: Released
  $ found kind:act 'date:{2019-06-09,2021}' monitor | sort
  statement t... taken stage: Released
  statement t... taken stage: Stopped
  $ found source:s1 has:words
  statement t... june-2019 peacefulness: Peaceful "Полицейские никого не били"
  $ found record:june-2019 property:name
  statement t... june-2019 name: Собрания в июне
  $ found lang:kk type:source
  source s2 Ұсталғандар тізімі
  $ found source-kind:list
  source s2 Ұсталғандар тізімі
  $ found event:june
  claim c1 не менее 400 человек (withdrawn)

A phrase stands as it was typed; a word with "-" must not be there:

  $ found '"никого не били"'
  statement t... june-2019 peacefulness: Peaceful "Полицейские никого не били"
  $ found '"не никого били"'
  Nothing holds ""не никого били"": try the beginning of a word with "*" behind it
  $ found 'не -человек'
  statement t... june-2019 peacefulness: Peaceful "Полицейские никого не били"
  $ found 'не -"никого не"'
  claim c1 не менее 400 человек (withdrawn)

What fits best comes first: the word as it was typed before its other forms, a short text before a long one:

  $ guvoh add page --id s4 --kind article --title 'Суды и судьи: суд о судах' --lang ru > /dev/null
  $ guvoh add page --id s5 --kind article --title 'Суд' --lang ru > /dev/null
  $ found суд --order best
  source s5 Суд
  source s4 Суды и судьи: суд о судах
  $ guvoh find суд --limit 1
  source       s5                 Суд
  1-1 of 2 are shown: --from 2 goes on, --all shows all.
  $ guvoh find суд --from 2
  source       s4                 Суды и судьи: суд о судах
  2-2 of 2 are shown.
  $ guvoh find суд --from 3
  There are only 2: take a smaller --from.
  $ guvoh find суд --csv
  kind,id,text,withdrawn
  source,s5,Суд,no
  source,s4,Суды и судьи: суд о судах,no

How many there are of each; the value is what the filter takes:

  $ guvoh find kind:act --facets | mask | sed '/^statement\|^record/d'
  type             statement 3, record 1
  kind             act 4
  place            kazakhstan 2, almaty 1, astana-square 1,
                   astana-square-and-around 1, shymkent 1,
                   south-kazakhstan-region 1
  date             2019-06 3, 2019-07 1, 2019-08 1, 2019-09 1,
                   2019-10 1, 2019-11 1, 2019-12 1
  lang             en 3
  confidentiality  archive 3
  $ guvoh find kind:act date:2019-06 --json | python3 -c 'import json, sys
  > found = json.load(sys.stdin); print(found["total"], found["at_least"], *found["facets"]["date"])'
  3 False {'value': '2019-06', 'count': 3} {'value': '2019-07', 'count': 1} {'value': '2019-08', 'count': 1} {'value': '2019-09', 'count': 1} {'value': '2019-10', 'count': 1} {'value': '2019-11', 'count': 1} {'value': '2019-12', 'count': 1}

A search can be kept for everybody, narrowed further, listed and forgotten; a rebuild knows it:

  $ guvoh find --save arrests kind:act place:almaty
  Saved: "guvoh find @arrests" looks for it.
  $ guvoh find --save Courts суд
  guvoh: "Courts" cannot be the name of a search: use up to 40 letters a-z, digits and "-"
  [2]
  $ guvoh find --save nothing plce:almaty
  guvoh: filter "plce" does not exist: did you mean "place:"?
  [2]
  $ found @arrests
  statement t... taken stage: Stopped
  $ found '@arrests -date:2019'
  Nothing holds "kind:act place:almaty -date:2019": try the beginning of a word with "*" behind it
  $ guvoh find @arests
  guvoh: no search is kept under "arests": did you mean "arrests"?
  [3]
  $ guvoh find --saved
  arrests            kind:act place:almaty
  $ guvoh rebuild
  The index was made anew from 18 entries and is the same.
  $ guvoh find --forget arrests
  "arrests" is no longer kept; the log still has its words.
  $ guvoh find --saved
  No search is kept: "guvoh find --save NAME WORDS" keeps one.
  $ guvoh find --forget arrests
  guvoh: no search is kept under "arrests": "guvoh find --saved" lists all
  [3]
  $ guvoh find --saved суд
  guvoh: nothing is looked for with "saved": leave out the words
  [2]

What cannot be meant is refused, with the nearest that could:

  $ guvoh find colour:red
  guvoh: filter "colour" does not exist: "guvoh help find" lists all; to look for the words put them in quotes
  [2]
  $ guvoh find kind:acts
  guvoh: "acts" is no value of the filter "kind": did you mean "act"?
  [2]
  $ guvoh find place:almatay
  guvoh: "almatay" is no value of the filter "place": did you mean "almaty"?
  [2]
  $ guvoh find place:Абай
  guvoh: "Абай" can be several places: narrow by one of abai-region, abai-district-shymkent, abai-district-abai-region, abai
  [2]
  $ guvoh find place:atlantis
  guvoh: "atlantis" is no value of the filter "place": see docs/search.md
  [2]
  $ guvoh find record:june-2018
  guvoh: "june-2018" is no value of the filter "record": did you mean "june-2019"?
  [2]
  $ guvoh find lang:zz
  guvoh: "zz" is no value of the filter "lang": see docs/search.md
  [2]
  $ guvoh find date:june
  guvoh: "june" is not a date: write 2019-06-09, 2019-06, 2019-06-09/2019-06-10 or days with commas in braces
  [2]
  $ guvoh find kind:,
  guvoh: the filter "kind" has no value: write one right behind the colon
  [2]
  $ guvoh find суд --limit 0
  guvoh: 0 is not a number that "limit" takes: give one from 1 to 1000000
  [2]
  $ guvoh find суд --order oldest
  guvoh: order "oldest" does not exist: choose best or newest
  [2]
  $ guvoh find "$(printf 'суд %.0s' $(seq 65))"
  guvoh: the search is too long: keep it under 4096 bytes and 64 parts
  [6]
