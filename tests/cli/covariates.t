What is known of each person lets a pair of lists be estimated among people who are alike.

A made-up assembly: 3,000 people were taken. Those of Almaty, and the young, are easier for every list to find.

  $ cat > world.awk <<'END'
  > function chance() { seed = (seed * 16807) % 2147483647; return seed / 2147483647 }
  > BEGIN {
  >   OFS = ","; seed = 20190609
  >   print "lawyers,courts,press,age,city"
  >   for (i = 0; i < 3000; i++) {
  >     age = 18 + int(42 * chance()); city = chance() < 0.5 ? "Almaty" : "Taraz"
  >     easy = (city == "Almaty" ? 2 : 1) * (age < 30 ? 0.3 : 0.12)
  >     a = chance() < easy; b = chance() < 1.2 * easy; c = chance() < 0.9 * easy
  >     if (i % 17 == 0) age = ""
  >     if (a + b + c > 0) print a, b, c, age, city
  >   }
  > }
  > END
  $ awk -f world.awk > people.csv
  $ guvoh estimate people.csv --lists lawyers,courts,press --method chapman | sed -n 3,5p
  Chapman, one pair          courts:lawyers   2,215        2,076-2,381
  Chapman, one pair          courts:press     2,033        1,914-2,175
  Chapman, one pair          lawyers:press    2,120        1,972-2,299
  $ guvoh estimate people.csv --covariates age,city --method robust
  People on at least one list: 1,646. Lists: courts, lawyers, press.
  People are told apart by age, a number. Without a value, a group of their own:
  100.
  People are told apart by city, groups: 2.
  
  doubly robust, one pair    courts:lawyers   3,145        2,666-3,800
  doubly robust, one pair    courts:press     2,694        2,244-3,360
  doubly robust, one pair    lawyers:press    2,817        2,412-3,362
  
  No range is given: at least 1,646, and the doubts below say why no more can be said.
  ! Each two of the three lists share more people than chance explains, as if
    some people were far easier to list than others. Then there are more people
    than the methods say, and three lists cannot tell how many more: no upper
    end is given.
  Methods that hold: 0. A range needs two.
  One more list of 805 people that depends on none would narrow the unseen from a factor of 1.3 to 1.2.
  $ guvoh estimate people.csv --covariates age,city --lists lawyers,courts --method robust --json
  {
    "n": 1359,
    "lists": [
      "courts",
      "lawyers"
    ],
    "covariates": [
      {
        "name": "age",
        "kind": "number",
        "groups": 0,
        "missing": 83,
        "rare": 0
      },
      {
        "name": "city",
        "kind": "groups",
        "groups": 2,
        "missing": 0,
        "rare": 0
      }
    ],
    "estimates": [
      {
        "method": "robust",
        "form": "courts:lawyers",
        "role": "shown",
        "point": "3023.5842",
        "low": "2520.8354",
        "high": "3743.882",
        "se": "307.9718",
        "level": 95,
        "interval": "lognormal",
        "refused": false,
        "settings": [
          {
            "name": "robust.folds",
            "value": "5"
          },
          {
            "name": "robust.ridge",
            "value": "0.16"
          }
        ],
        "details": [
          {
            "name": "carried",
            "value": "42.731"
          },
          {
            "name": "held",
            "value": "0"
          },
          {
            "name": "odds_ratio_0.2",
            "value": "1691.9168"
          },
          {
            "name": "odds_ratio_0.5",
            "value": "2191.2921"
          },
          {
            "name": "odds_ratio_1",
            "value": "3023.5842"
          },
          {
            "name": "odds_ratio_2",
            "value": "4688.1683"
          },
          {
            "name": "odds_ratio_5",
            "value": "9681.9209"
          }
        ],
        "warnings": [
          {
            "gate": "odds",
            "refuses": "warns",
            "text": "If being on one list made the odds of the other five times smaller there would be 1,692 people, if five times larger, 9,682: two lists cannot tell."
          }
        ]
      }
    ],
    "headline": null,
    "warnings": [
      {
        "gate": "two_lists",
        "refuses": "headline",
        "text": "There are only two lists: whether being on one makes the other more likely cannot be told, and the answer hangs on it."
      },
      {
        "gate": "outside",
        "refuses": "warns",
        "text": "People in the file who are on none of the lists asked for: 287. They are not counted."
      }
    ],
    "advice": {
      "referrals": []
    },
    "samples": 1
  }
  $ guvoh estimate people.csv --covariates age,city --lists lawyers,courts --method robust --lang ru | sed 's/\xe2\x80\xaf/ /g'
  Людей хотя бы в одном списке: 1 359. Списки: courts, lawyers.
  Люди различаются по столбцу age: число. Без значения, отдельной группой: 83.
  Люди различаются по столбцу city, групп: 2.
  
  дважды робастный, пара     courts:lawyers   3 024        2 521-3 744
    ! Если бы присутствие в одном списке уменьшало шансы попасть в другой
      впятеро, людей было бы 1 692, а если увеличивало впятеро, то 9 682: по
      двум спискам этого не узнать.
  
  Диапазон не даётся: не менее 1 359, а почему больше сказать нельзя, объясняют сомнения ниже.
  ! Списков только два: нельзя узнать, чаще ли попадают в один те, кто есть в
    другом, а от этого зависит ответ.
  ! Людей в файле, которых нет ни в одном из выбранных списков: 287. Они не
    учтены.
  Методов, которые годятся: 0. Для диапазона нужны два.
  $ guvoh estimate people.csv --covariates age,city --lists lawyers,courts --method robust --lang kk | sed 's/\xe2\x80\xaf/ /g'
  Кемінде бір тізімдегі адамдар: 1 359. Тізімдер: courts, lawyers.
  Адамдар age бағаны бойынша ажыратылады: сан. Мәні жоқ, бөлек топ: 83.
  Адамдар city бағаны бойынша ажыратылады, топ саны: 2.
  
  екі есе орнықты, бір жұп   courts:lawyers   3 024        2 521-3 744
    ! Бір тізімде болу екіншісіне ену мүмкіндігін бес есе азайтса, 1 692 адам,
      бес есе арттырса, 9 682 адам болар еді: екі тізім бойынша мұны білу
      мүмкін емес.
  
  Ауқым берілмейді: кемінде 1 359; неге бұдан артық айтуға болмайтынын төмендегі күмәндар түсіндіреді.
  ! Тізім екеу ғана: бірінде барлар екіншісіне жиірек ене ме, жоқ па, белгісіз,
    ал жауап соған тәуелді.
  ! Файлда бар, бірақ таңдалған тізімдердің ешқайсысында жоқ адамдар: 287. Олар
    есепке алынбады.
  Жарамды әдістер: 0. Ауқым беру үшін екеу керек.

The order of rows and columns, and of the names in --covariates, changes no byte; parts of the people are estimated by themselves.

  $ guvoh estimate people.csv --covariates age,city --method robust --json > first
  $ awk -F, -v OFS=, 'NR == 1 { print $5, $3, $2, $4, $1; next } { row[NR] = $5 OFS $3 OFS $2 OFS $4 OFS $1 } END { for (i = NR; i > 1; i--) print row[i] }' people.csv > mixed.csv
  $ guvoh estimate mixed.csv --covariates city,age --method robust --json | diff first -
  $ guvoh estimate people.csv --covariates age --by city --method robust | grep -E 'robust|Almaty|Taraz|People on'
  Almaty
  People on at least one list: 1,002. Lists: courts, lawyers, press.
  doubly robust, one pair    courts:lawyers   1,421        1,292-1,587
  doubly robust, one pair    courts:press     1,342        1,208-1,525
  doubly robust, one pair    lawyers:press    1,288        1,167-1,447
  Taraz
  People on at least one list: 644. Lists: courts, lawyers, press.
  doubly robust, one pair    courts:lawyers   1,599        1,183-2,269
  doubly robust, one pair    courts:press     1,300        928-1,983
  doubly robust, one pair    lawyers:press    1,372        926-2,251
  People on at least one list: 1,646. Lists: courts, lawyers, press.
  ! Parts of which no upper end is given: Almaty, Taraz. So none is given of all

Columns that say nothing, or that few share:

  $ awk -F, -v OFS=, 'NR == 1 { print $0, "event", "district"; next } { print $0, "june", NR % 400 == 0 ? "far " NR : "district " NR % 3 }' people.csv > more.csv
  $ guvoh estimate more.csv --covariates event,district --lists lawyers,courts --method robust | sed -n 2,6p
  People are told apart by district, groups: 4. With a value that few have, taken
  as one group: 4.
  event is the same for everybody and tells nobody apart.
  
  doubly robust, one pair    courts:lawyers   2,200        2,053-2,378

Where hardly anybody like the unseen is on both lists, that is said, or nothing else is:

  $ awk -v N=25 'BEGIN { print "a,b,city"; for (i = 0; i < 300; i++) print (i < 200 ? "1,0" : "0,1") ",Taraz"; for (i = 0; i < 60; i++) print "1,1,Almaty"; for (i = 0; i < N; i++) print "1,1,Taraz" }' > thin.csv
  $ guvoh estimate thin.csv --covariates city --method robust | sed -n 4,6p
  doubly robust, one pair    a:b              1,183        908-1,602
    ! Among people like most of the unseen few are on both lists: what there
      is carries as much as 26 would, and the interval may be too narrow.
  $ awk 'NR < 366' thin.csv > thinner.csv
  $ guvoh estimate thinner.csv --covariates city --method robust | sed -n 4,6p
  doubly robust, one pair    a:b              refused
    ! Among people like most of the unseen hardly anybody is on both lists:
      what there is carries as much as 5 would, at least 10 are needed.
  $ awk 'BEGIN { print "a,b,city"; for (i = 0; i < 9000; i++) print (i < 5000 ? "1,0" : "0,1") ",Taraz"; for (i = 0; i < 40; i++) print "1,1,Taraz" }' > held.csv
  $ guvoh estimate held.csv --covariates city --method robust | sed -n 4,7p
  doubly robust, one pair    a:b              502,363      394,185-640,927
    ! For 100 % of the people the chance to be on both lists is so small that
      it was taken for 0.5 %: there may be more unseen.
    ! If being on one list made the odds of the other five times smaller there
  $ printf 'a,b,c,city\n1,0,1,x\n0,1,1,y\n' > apart.csv
  $ guvoh estimate apart.csv --covariates city --method robust | sed -n 2,12p
  city is the same for everybody and tells nobody apart. With a value that few
  have, taken as one group: 2.
  
  doubly robust, one pair    a:b              refused
    ! Nobody is on both lists of a:b: this pair says nothing.
  doubly robust, one pair    a:c              refused
    ! Among people like most of the unseen hardly anybody is on both lists:
      what there is carries as much as 1 would, at least 10 are needed.
  doubly robust, one pair    b:c              refused
    ! Among people like most of the unseen hardly anybody is on both lists:
      what there is carries as much as 1 would, at least 10 are needed.

What cannot be used is refused:

  $ printf 'a,b,city,count\n1,0,Almaty,3\n' > counts.csv
  $ guvoh estimate counts.csv --covariates city
  guvoh: a table of counts says nothing of single people: for --covariates give one row per person, without a column "count"
  [2]
  $ guvoh estimate people.csv --method robust --lists lawyers,courts
  guvoh: the method robust tells people apart by what is known of them: name columns with --covariates
  [2]
  $ guvoh estimate people.csv --covariates town
  guvoh: the table has no column "town": check the name, capital letters count
  [3]
  $ guvoh estimate people.csv --covariates age,age
  guvoh: column "age" is asked for twice, or as two different things: keep one
  [2]
  $ guvoh estimate people.csv --covariates age --by age
  guvoh: column "age" is asked for twice, or as two different things: keep one
  [2]
  $ guvoh estimate people.csv --covariates press --lists press,courts
  guvoh: column "press" is asked for twice, or as two different things: keep one
  [2]
  $ guvoh estimate people.csv --covariates age
  guvoh: line 2, list "city": "Almaty" is neither 0 nor 1; name the columns that are lists with --lists
  [2]
  $ awk -F, -v OFS=, 'NR == 1 { print $0, "name"; next } { print $0, "person " NR }' people.csv > named.csv
  $ guvoh estimate named.csv --covariates name --lists lawyers,courts
  guvoh: column "name" has 1359 different values, too many for groups: bring them together, or correct what is no number, such as "person 10"
  [2]
  $ guvoh estimate people.csv --covariates 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21
  guvoh: more than 20 columns in --covariates: choose those that make somebody easier to list
  [6]
  $ guvoh estimate --replicates . --covariates age
  guvoh: options "--replicates" and "--covariates" do not go together: keep one
  [2]
  $ guvoh estimate people.csv --covariates age --set robust.folds=1
  guvoh: setting "robust.folds" cannot be "1": 2 - 20
  [2]

Where all pairs that tell people apart lie above what methods say that take them for alike, the range is refused. Here a quarter
of 3,000 people, those of Almaty, are seven times as easy to find:

  $ cat > unlike.awk <<'END'
  > function chance() { seed = (seed * 16807) % 2147483647; return seed / 2147483647 }
  > BEGIN {
  >   OFS = ","; seed = 20190613
  >   print "clinic,court,lawyers,press,city"
  >   for (i = 0; i < 3000; i++) {
  >     easy = i % 4 == 0 ? 0.5 : 0.07; city = i % 4 == 0 ? "Almaty" : "Taraz"
  >     a = chance() < easy; b = chance() < easy; c = chance() < easy; d = chance() < easy
  >     if (a + b + c + d > 0) print a, b, c, d, city
  >   }
  > }
  > END
  $ awk -f unlike.awk > unlike.csv
  $ guvoh estimate unlike.csv --covariates city --set loglinear.replicates=100 --set lcmcr.sweeps=16 > said; sed -n '/^No range/,$p' said
  No range is given: at least 1,269, and the doubts below say why no more can be said.
  ! The lists overlap as if some people were far easier to list than others:
    then most methods give too few. Two such groups would make about 2,522 in
    all.
  ! Told apart by what is known of them, people give another answer by every
    pair of lists: 2,438 to 3,394. Then the methods that take them for alike are
    off.
  One more list of 526 people that depends on none would hardly narrow the unseen: a factor of 1.3 as it is.
  $ guvoh estimate unlike.csv --covariates city --set loglinear.replicates=100 --set lcmcr.sweeps=16 --json | grep -A1 -e '"headline"' -e told_apart
    "headline": null,
    "warnings": [
  --
        "refuses": "headline",
        "text": "The lists overlap as if some people were far easier to list than others: then most methods give too few. Two such groups would make about 2,522 in all."
  --
        "gate": "told_apart",
        "refuses": "headline",
        "text": "Told apart by what is known of them, people give another answer by every pair of lists: 2,438 to 3,394. Then the methods that take them for alike are off."
