Who a person is, taking a mention out again, and how many people lists document. The people are invented.

  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k GUVOH_USER=editor
  $ guvoh init a > /dev/null
  $ cat > lawyers.csv <<'END'
  > name,born,town
  > Aigul Testova,1990-05-12,Taraz
  > Serik Testov,1987-02-20,Taraz
  > Dauren Samplov,1979-11-03,Almaty
  > Asel Tryova,2001-07-30,Oral
  > Marat Proboev,1966-09-08,Semey
  > Dana Ispytova,1995-03-17,Shymkent
  > Nurlan Zkouskin,1983-12-25,Pavlodar
  > Timur Provkin,1972-06-14,Aktobe
  > END
  $ cat > court.csv <<'END'
  > Ф. И. О.;дата рождения
  > Тестова Айгуль;12.05.1990
  > Тестов Серик;20.02.1987
  > Самплов Даурен;03.11.1979
  > Оценкин Олжас;11.08.1991
  > END
  $ cat > press.csv <<'END'
  > name,born,town
  > Aigul Testova,1990,Taraz
  > Asel Tryova,2001,Oral
  > Nurlan Zkouskin,1983-12-25,Pavlodar
  > END
  $ guvoh person count may
  guvoh: there is no list to link: add one with guvoh list add
  [3]
  $ for i in lawyers court press; do guvoh list add $i.csv --name $i --event may --no-repeats > /dev/null; done
  $ guvoh person
  guvoh: nobody has said yet who the people on the lists are: run guvoh link first
  [3]
  $ guvoh person count may
  guvoh: nobody has said yet who the people on the lists are: run guvoh link first
  [3]
  $ guvoh link --event may
  Mentions: 15. People, as far as they can be told apart: 9.
  By the doubts of the linkage itself: 9 to 9, in 95 % of partitions drawn by chance.
  $ guvoh person
  guvoh: all lists together were not linked yet: name an event whose lists were, as with --event may, or run guvoh link
  [3]
  $ guvoh person --event may | sed -E 's/^p[a-z2-7]{16}/P/' | sort
  P  Aigul Testova; 1990-05-12; Taraz. Mentions: 3, lists: 3 (court:2 lawyers:2 press:2)
  P  Asel Tryova; 2001-07-30; Oral. Mentions: 2, lists: 2 (lawyers:5 press:3)
  P  Dana Ispytova; 1995-03-17; Shymkent. Mentions: 1, lists: 1 (lawyers:7)
  P  Dauren Samplov; 1979-11-03; Almaty. Mentions: 2, lists: 2 (court:4 lawyers:4)
  P  Marat Proboev; 1966-09-08; Semey. Mentions: 1, lists: 1 (lawyers:6)
  P  Nurlan Zkouskin; 1983-12-25; Pavlodar. Mentions: 2, lists: 2 (lawyers:8 press:4)
  P  Serik Testov; 1987-02-20; Taraz. Mentions: 2, lists: 2 (court:3 lawyers:3)
  P  Timur Provkin; 1972-06-14; Aktobe. Mentions: 1, lists: 1 (lawyers:9)
  P  Оценкин Олжас; 11.08.1991. Mentions: 1, lists: 1 (court:5)

One of them, with all mentions and why they are together:

  $ person() { guvoh person --event may | grep "[ (]$1\b" | cut -d' ' -f1; }; p=$(person lawyers:2)
  $ guvoh person $p | sed -E 's/p[a-z2-7]{16}/P/'
  Person P, mentions: 3
  court:2
    Ф. И. О.: Тестова Айгуль
    дата рождения: 12.05.1990
  lawyers:2
    name: Aigul Testova
    born: 1990-05-12
    town: Taraz
  press:2
    name: Aigul Testova
    born: 1990
    town: Taraz
  Why they are together:
  court:2,lawyers:2: one person is 498 times likelier than two
    two rows taken at random                     for two people, 10 times
    given name, the same: aigul – aigul          for one person, 16 times
    family name, the same: test – test           for one person, 9.5 times
    born, the same: 1990-05-12 – 1990-05-12      for one person, 32 times
  lawyers:2,press:2: one person is 225 times likelier than two
    two rows taken at random                     for two people, 10 times
    given name, the same: aigul – aigul          for one person, 16 times
    family name, the same: test – test           for one person, 9.5 times
    town, the same: taraz – taraz                for one person, 8.2 times
    born, the same year, no more known: 1990-05-12 – 1990 for one person, 4.9 times
    agreements that often go together            for two people, 2.8 times
  $ guvoh person $p --json | grep '"pair"' | sort
        "pair": "court:2,lawyers:2",
        "pair": "lawyers:2,press:2",
  $ guvoh person $(person lawyers:7) | sed -E 's/p[a-z2-7]{16}/P/'
  Person P, mentions: 1
  lawyers:7
    name: Dana Ispytova
    born: 1995-03-17
    town: Shymkent

Ids stay when a list comes, goes, or a mention is taken out:

  $ guvoh person --event may | sort > before
  $ printf 'name,born\nSomebody Else,1950-01-01\n' > more.csv; guvoh list add more.csv --name more --event may > /dev/null
  $ guvoh link --event may > /dev/null; guvoh person --event may | sort | diff before - | grep '^[<>]' | cut -c 22-
  Somebody Else; 1950-01-01. Mentions: 1, lists: 1 (more:2)
  $ guvoh list undo more --why 'it was a test' > /dev/null; guvoh link > /dev/null; guvoh person | sort | diff before -

A list that has grown, beside the one that it replaces, then alone:

  $ (cat court.csv; echo 'Новак Ержан;03.04.1988') > grown.csv; guvoh list add grown.csv --name grown --event may --no-repeats > /dev/null; guvoh link > /dev/null
  $ guvoh list undo court --why 'grown has all of it' > /dev/null; guvoh link > /dev/null; guvoh person | cut -c 1-17 | sort | comm -23 <(cut -c 1-17 before) -
  $ guvoh list add court.csv --name court --event may --no-repeats > /dev/null; guvoh link > /dev/null; guvoh list undo grown --why 'a test' > /dev/null
  $ guvoh link > /dev/null; guvoh person | sort | diff before -

  $ guvoh person take-out $p press:2 | sed -E 's/p[a-z2-7]{16}/P/g'
  "press:2" is no longer person P but P, for every later linkage too.
  $ guvoh person --event may 2> note | grep -e lawyers:2 -e press:2 | sed "s/$p/the same/; s/p[a-z2-7]\{16\}/another/" | sort
  another  Aigul Testova; Taraz. Mentions: 1, lists: 1 (press:2)
  the same  Aigul Testova; 1990-05-12; Taraz. Mentions: 2, lists: 2 (court:2 lawyers:2)

That the linkage is of before is said wherever its people are shown:

  $ cat note
  Lists, verdicts or the rules of linking have changed since the last linkage: guvoh link counts anew.
  $ stale() { "$@" --json | grep '"stale"'; "$@" 2>&1 > /dev/null; }
  $ stale guvoh person
    "stale": true
  Lists, verdicts or the rules of linking have changed since the last linkage: guvoh link counts anew.
  $ stale guvoh person $p
    "stale": true,
  Lists, verdicts or the rules of linking have changed since the last linkage: guvoh link counts anew.
  $ stale guvoh person who 'Testov Serik' --event may --lang kk
    "stale": true,
  Соңғы байланыстырудан бері тізімдер, үкімдер не байланыстыру ережелері өзгерді: guvoh link қайта санайды.
  $ guvoh person count may
  Documented people: 10; 9 to 10 by the doubts of the linkage.
  on 1 list: 5
  on 2 lists: 5
  Lists, verdicts or the rules of linking have changed since the last linkage: guvoh link counts anew.
  $ guvoh link --event may
  Mentions: 15. People, as far as they can be told apart: 10.
  By the doubts of the linkage itself: 10 to 10, in 95 % of partitions drawn by chance.
  $ guvoh person --event may | grep -e lawyers:2 -e press:2 | sed "s/$p/the same/; s/p[a-z2-7]\{16\}/another/" | sort
  another  Aigul Testova; Taraz. Mentions: 1, lists: 1 (press:2)
  the same  Aigul Testova; 1990-05-12; Taraz. Mentions: 2, lists: 2 (court:2 lawyers:2)
  $ guvoh person take-out $p press:2 2>&1 | sed -E 's/p[a-z2-7]{16}/P/g'
  guvoh: "press:2" is no mention of person "P": guvoh person P shows those there are
  $ guvoh person take-out $(person lawyers:7) lawyers:7 2>&1 | sed -E 's/p[a-z2-7]{16}/P/'
  guvoh: "lawyers:7" is the only mention of person "P": there is nothing to take it out of
  $ guvoh person nobody
  guvoh: no person is called "nobody": guvoh person shows them
  [3]
  $ guvoh person p
  guvoh: several persons begin with "p": give more of the id
  [2]
  $ guvoh rebuild
  The index was made anew from 38 entries and is the same.

Said again to be the same, it comes back:

  $ for i in lawyers:2 court:2; do guvoh review $i,press:2 same > /dev/null; done; guvoh link --event may
  Mentions: 15. People, as far as they can be told apart: 9.
  By the doubts of the linkage itself: 9 to 9, in 95 % of partitions drawn by chance.
  $ guvoh person --event may | grep lawyers:2 | sed "s/$p/the same/"
  the same  Aigul Testova; 1990-05-12; Taraz. Mentions: 3, lists: 3 (court:2 lawyers:2 press:2)
  $ guvoh person $p | tail -1
  Somebody said: the same person.

How many, and who is on which lists, as guvoh estimate reads it:

  $ guvoh person count may
  Documented people: 9; 9 to 9 by the doubts of the linkage.
  on 1 list: 4
  on 2 lists: 4
  on 3 lists: 1
  $ guvoh person count may --overlaps | tee overlaps.csv
  court,lawyers,press,count
  1,0,0,1
  0,1,0,3
  1,1,0,2
  0,1,1,2
  1,1,1,1
  $ guvoh estimate overlaps.csv | head -1
  People on at least one list: 9. Lists: court, lawyers, press.
  $ guvoh person count may --json | tail -5
        ],
        "people": 1
      }
    ]
  }

The doubts of the linkage go with it: a table for each of 100 partitions drawn by chance.

  $ guvoh person count may --samples drawn; ls drawn | wc -l; head -1 drawn/sample-100.csv
  100 tables are in "drawn": guvoh estimate --replicates drawn
  100
  court,lawyers,press,count
  $ for i in drawn/*; do tail -n +2 $i | awk -F, '{n += $4} END {print n}'; done | sort -n | uniq -c | tr -s ' '
   100 9
  $ guvoh estimate --replicates drawn --method chao | head -1
  People on at least one list: 9. Lists: court, lawyers, press.
  $ guvoh person count july --samples never
  guvoh: there is no list to link: add one with guvoh list add
  [3]

Everybody is told no number under 5, nor what would give one away:

  $ guvoh person count may --public
  Documented people: 9; 9 to 9 by the doubts of the linkage.
  on 1 list: not shown
  on 2 lists: not shown
  on 3 lists: not shown
  $ guvoh person count may --public --overlaps
  court,lawyers,press,count
  1,0,0,
  0,1,0,
  1,1,0,
  0,1,1,
  1,1,1,
  $ printf 'name,born\nSomebody Else,1950-01-01\n' > few.csv; guvoh list add few.csv --name few --event june > /dev/null
  $ guvoh link --event june > /dev/null; guvoh person count june --public; guvoh person count june --public --json | grep -c persons
  Documented people: fewer than 5.
  0
  [1]

Somebody asked about: who it may be, in whatever spelling, with the chance of each; nothing is kept.

  $ guvoh log | wc -l > before
  $ guvoh person who 'Тестова Айгуль' --born 1990 --limit 1 | sed -E 's/p[a-z2-7]{16}/PERSON/'
  99.2 %, person PERSON:
  press:2
    name: Aigul Testova
    born: 1990
    town: Taraz
  press:2: one person is 119 times likelier than two
    two rows taken at random                     for two people, 5.6 times
    given name, the same: aigul – aigul          for one person, 17 times
    family name, the same: test – test           for one person, 9.9 times
    born, the same year, neither says more: 1990 – 1990 for one person, 3.8 times
  
  2 more mentions have a chance of 1 % or above: --limit shows them.
  3 mentions are left out, each with a chance under 1 %, 0.1 % together at most.
  The chance is that it is who you look for, among all on these lists; somebody who is on none of them is none of these. Decide by what you know.
  $ guvoh person who 'Testova' --limit 2 --lang ru | grep % | sed -E 's/p[a-z2-7]{16}/PERSON/'
  44,9 %, человек PERSON:
  44,9 %, человек PERSON:
  Ещё упоминаний с вероятностью от 1 %: 3; их покажет --limit.
  Не показано упоминаний с вероятностью меньше 1 % у каждого, вместе не больше 3,3 %: 11.
  $ echo 'Nobody Atall' | guvoh person who -
  Nobody on these lists is like that.
  $ guvoh person who Aigul --json --limit 1 | grep -e mention -e chance
        "mention": "court:2",
        "chance": "0.6396",
  $ guvoh person who ' '
  guvoh: whom to look for? Write the name
  [2]
  $ guvoh person who Aigul --born tomorrow
  guvoh: "tomorrow" is no date: write 1990-05-12, 12.05.1990, 1990-05 or 1990
  [2]
  $ for i in 31.02.1990 01.13.1990 1990-13 19901232; do guvoh person who Aigul --born $i; done
  guvoh: there is no day "31.02.1990": look at day and month again, or leave out what is not known, as in 1990-05 and 1990
  guvoh: there is no day "01.13.1990": look at day and month again, or leave out what is not known, as in 1990-05 and 1990
  guvoh: there is no day "1990-13": look at day and month again, or leave out what is not known, as in 1990-05 and 1990
  guvoh: there is no day "19901232": look at day and month again, or leave out what is not known, as in 1990-05 and 1990
  [2]
  $ guvoh person who Aigul --born 31.02.1990 --lang ru
  guvoh: дня «31.02.1990» нет: проверьте день и месяц или опустите то, что неизвестно, например 1990-05 или 1990
  [2]
  $ guvoh person who Aigul --born 00.00.1990
  guvoh: "00.00.1990" is no date: write 1990-05-12, 12.05.1990, 1990-05 or 1990
  [2]
  $ guvoh person who Aigul --born 29.02.1992 --json | tail -3
    "more": 0,
    "unlikely": 13
  }
  $ guvoh person who 'Testov Serik' --born 1987 | tail -2
  3 mentions are left out, each with a chance under 1 %, 0.1 % together at most.
  The chance is that it is who you look for, among all on these lists; somebody who is on none of them is none of these. Decide by what you know.
  $ guvoh person who 'Testova' --limit 1 --lang kk | tail -4
  
  Ықтималдығы 1 %-дан кем емес тағы 4 деректеме бар: --limit көрсетеді.
  Әрқайсысының ықтималдығы 1 %-дан аз, бірге ең көбі 3,3 % болатын 11 деректеме көрсетілмеді.
  Ықтималдық — осы тізімдердегілердің ішінен сіз іздеген адам екендігі; тізімдерде жоқ адам бұлардың ешқайсысы емес. Өзіңіз білгеніңізге қарап шешіңіз.
  $ guvoh person who Aigul --limit 0
  guvoh: "0" does not say how many: write a number from 1
  [2]
  $ guvoh log | wc -l | diff before -

For the team and a successor they are tables; for nobody else:

  $ guvoh export lists | cut -d, -f1,4-6
  name,event,no_repeats,mentions
  court,may,yes,4
  few,june,,1
  lawyers,may,yes,8
  press,may,yes,3
  $ guvoh export mentions | grep -e court,2 -e press,2
  court,2,Ф. И. О.,Тестова Айгуль
  court,2,дата рождения,12.05.1990
  press,2,name,Aigul Testova
  press,2,born,1990
  press,2,town,Taraz
  $ guvoh export persons | grep -c may; guvoh export persons | grep -F "$p" | sed "s/$p/the same/"
  15
  may,the same,court,2
  may,the same,lawyers,2
  may,the same,press,2
  $ guvoh export mentions --for partner
  guvoh: "mentions" never leaves the team for "partner": leave --for and --public out, or say --for successor
  [4]
  $ guvoh export persons --public
  guvoh: "persons" never leaves the team for "public": leave --for and --public out, or say --for successor
  [4]

More lists than a table of who is on which can hold:

  $ printf 'name,born\nSomebody Else,1950-01-01\nAnother One,1960-02-02\n' > two.csv
  $ for i in $(seq 32); do guvoh list add two.csv --name few$i --event july; done > /dev/null 2>&1
  $ guvoh link --event july > /dev/null; guvoh person count july --samples never
  guvoh: at most 31 lists of an event are counted together: join small ones into one file
  [6]
  $ guvoh person count july
  guvoh: at most 31 lists of an event are counted together: join small ones into one file
  [6]

What a list says goes with its source, from persons too:

  $ guvoh source list | grep press.csv | cut -d' ' -f1 | xargs -I{} guvoh destroy {} --why 'asked for' --yes > /dev/null
  $ guvoh person --event may | grep -c press
  Lists, verdicts or the rules of linking have changed since the last linkage: guvoh link counts anew.
  0
  [1]
  $ guvoh person $p | head -1 | sed "s/$p/the same/"
  Lists, verdicts or the rules of linking have changed since the last linkage: guvoh link counts anew.
  Person the same, mentions: 2
  $ guvoh rebuild
  The index was made anew from 114 entries and is the same.

Of namesakes none stands out, and that is not the same as nobody:

  $ names() { echo name,born; for i in $(seq 1900 2009); do echo "Aigul Testova,$i"; echo "Serik Samplov,$i"; done; }
  $ names > namesakes.csv; guvoh list add namesakes.csv --name namesakes --event august > /dev/null
  $ guvoh person who 'Aigul Testova' --event august
  Lists, verdicts or the rules of linking have changed since the last linkage: guvoh link counts anew.
  No mention on these lists stands out: 220 have a chance under 1 % each, 49.9 % together at most. A whole name and a date of birth tell people apart.
  $ guvoh person who 'Aigul Testova' --event august --lang ru
  После последнего связывания изменились списки, вердикты или правила связывания: guvoh link посчитает заново.
  Ни одно упоминание в этих списках не выделяется; с вероятностью меньше 1 % у каждого, вместе не больше 49,9 %: 220. Людей различают полное имя и дата рождения.
  $ guvoh person who 'Aigul Testova' --born 1966 --event august --limit 1 | grep left
  Lists, verdicts or the rules of linking have changed since the last linkage: guvoh link counts anew.
  218 mentions are left out, each with a chance under 1 %, 2.7 % together at most.
