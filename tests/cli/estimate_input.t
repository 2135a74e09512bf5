Tables that are not as they should be, and what can still be said of them.

Two lists with the same people, and one without any: they are left out, and the rest is estimated as if they had not been there.

  $ cp "$ROOT"/tests/data/estimate/*.csv .
  $ estimate() { guvoh estimate "$@" --set lcmcr.sweeps=100 --set loglinear.replicates=200; }
  $ awk -F, -v OFS=, 'NR == 1 { print $0, "ZTWIN", "ZNONE" } NR > 1 { print $0, $1, 0 }' hepatitis.csv > more.csv
  $ head -2 more.csv
  P,Q,E,count,ZTWIN,ZNONE
  1,0,0,69,1,0
  $ estimate hepatitis.csv > plain
  $ estimate more.csv | diff plain - | sed -n 's/^> //p'
  ! List "ZNONE" is empty and was left out.
  ! List "ZTWIN" has exactly the people of "P" and was left out: it is no voice
    of its own.
  $ for lang in ru kk; do guvoh estimate more.csv --method chao --lang $lang | grep ZTWIN; done
  ! В списке «ZTWIN» ровно те же люди, что в «P», и он не учтён: это не
  ! «ZTWIN» тізіміндегі адамдар «P» тізіміндегімен бірдей, сондықтан ол есепке

No overlap at all, by every method:

  $ printf 'a,b,c,count\n1,0,0,40\n0,1,0,90\n0,0,1,12\n' > apart.csv
  $ estimate apart.csv
  People on at least one list: 142. Lists: a, b, c.
  
  all graphs of lists                         refused
    ! The estimate comes from what was assumed before: 66 % of it rests on a
      model in which the lists say nothing of those on none.
  log-linear                 independence     refused
    ! These numbers do not determine the model: independence.
  latent classes                              refused
    ! 7 % of the draws lie near the most that is allowed, 2,982 people: more
      would move the answer up.
    ! These numbers do not determine the model: lcmcr.
  sample coverage                             refused
    ! These numbers do not determine the model: coverage.
  Chao, at least             lists            refused
    ! These numbers do not determine the model: lists.
  Chapman, one pair          a:b              refused
    ! Nobody is on both lists of a:b: this pair says nothing.
  Chapman, one pair          a:c              refused
    ! Nobody is on both lists of a:c: this pair says nothing.
  Chapman, one pair          b:c              refused
    ! Nobody is on both lists of b:c: this pair says nothing.
  capture-recapture          m0               refused
    ! These numbers do not determine the model: m0.
  capture-recapture          mh-chao          refused
    ! These numbers do not determine the model: mh-chao.
  capture-recapture          mh-poisson       refused
    ! These numbers do not determine the model: mh-poisson.
  capture-recapture          mh-darroch       refused
    ! These numbers do not determine the model: mh-darroch.
  capture-recapture          mh-gamma         refused
    ! These numbers do not determine the model: mh-gamma.
  capture-recapture          mt               refused
    ! These numbers do not determine the model: mt.
  capture-recapture          mth-chao         refused
    ! These numbers do not determine the model: mth-chao.
  capture-recapture          mth-poisson      refused
    ! These numbers do not determine the model: mth-poisson.
  capture-recapture          mth-darroch      refused
    ! These numbers do not determine the model: mth-darroch.
  capture-recapture          mth-gamma        refused
    ! These numbers do not determine the model: mth-gamma.
  
  No range is given: at least 142, and the doubts below say why no more can be said.
  ! Nobody is on two lists: there may be any number of people whom no list has.
  ! List "a" shares nobody with any other: it may be about other people, another
    place or another day.
  ! List "b" shares nobody with any other: it may be about other people, another
    place or another day.
  ! List "c" shares nobody with any other: it may be about other people, another
    place or another day.
  Methods that hold: 0. A range needs two.

A list put together from the others, 2,000 people in all: the lists look as if they had seen everybody, and no range is given.

  $ python3 - <<'END' > gathered.csv
  > import random
  > chance = random.Random(1)
  > print("ngo,court,press,un")
  > for person in range(2000):
  >     on = [int(chance.random() < 0.2) for j in range(3)]
  >     on.append(int(any(on) and chance.random() < 0.8))
  >     if any(on):
  >         print(*on, sep=",")
  > END
  $ estimate gathered.csv | grep -vE 'Chapman|capture'
  People on at least one list: 975. Lists: court, ngo, press, un.
  
  all graphs of lists                         975          975-976
  log-linear                                  979          977-981
    ngo:press,court:press,court:ngo
  latent classes                              refused
    ! Random draws that began differently have not come together (R-hat 1.06,
      at most 1.05 is allowed): no number of this method can be trusted.
    ! The table allows 4 quite different answers: each is listed with its
      share, and no single number is given.
      975-981, top 975: 0.896 (ess 63)
      982-985, top 983: 0.032 (ess 109)
      987-1004, top 1004: 0.032 (ess 302)
      1016-1055, top 1054: 0.032 (ess 140)
  sample coverage                             refused
    ! The method cannot use this many lists (4): it takes 3.
  Chao, at least             lists            989          983-1,001
  
  No range is given: at least 975, and the doubts below say why no more can be said.
  ! Without list "un" the other lists make at least 1,708 people in all, more
    than with it. A list that was put together from others does that: then the
    answer is too low.
  One more list of 499 people that depends on none would hardly narrow the unseen: a factor of 1.4 as it is.
  $ for lang in ru kk; do estimate gathered.csv --lang $lang | grep -A3 '«un»'; done
  ! Без списка «un» по остальным спискам людей не менее 1 708, больше, чем с
    ним. Так бывает, если список составлен по другим: тогда ответ занижен.
  Ещё один независимый список на 499 человек почти не сузил бы диапазон неучтённых: отношение верхней границы к нижней и так 1,4.
  ! «un» тізімінсіз қалған тізімдер бойынша кемінде 1 708 адам шығады, бұл
    онымен бірге есептегеннен көп. Тізім басқалардан құрастырылса, солай болады:
    онда жауап тым аз.
  Ешқайсысына тәуелсіз 499 адамдық тағы бір тізім есепке алынбағандардың ауқымын тарылта қоймас еді: жоғарғы шегінің төменгісіне қатынасы онсыз да 1,4.

Parts of the people: what is doubted of a part stays with it, and there is no sum where nothing can be said of one of them.

  $ (sed -n '1s/^/place,/p' spina3.csv; sed '1d; s/^/Sagym,/' spina3.csv; sed '1d; s/^/Tobol,/' sparse3.csv) > places.csv
  $ estimate places.csv --by place | sed -n '/: 717/,$p'
  People on at least one list: 717. Lists: S1, S2, S3.
  
  all graphs of lists        strata           refused
    ! No number or no range is given of these parts, so none of the whole:
      Tobol.
  log-linear                 strata           refused
    ! No number or no range is given of these parts, so none of the whole:
      Tobol.
  latent classes             strata           refused
    ! No number or no range is given of these parts, so none of the whole:
      Sagym, Tobol.
  sample coverage            strata           refused
    ! No number or no range is given of these parts, so none of the whole:
      Tobol.
  Chao, at least             strata           1,268        984-2,016
  
  No range is given: at least 717, and the doubts below say why no more can be said.
  ! Parts of which no range is given: Tobol. So none is given of all together;
    each part says why.
  ! Parts of which no upper end is given: Sagym. So none is given of all
    together; each part says why.
  Methods that hold: 0. A range needs two.
  $ estimate places.csv --by place --no-gates | sed -n '/: 717/,$p'
  People on at least one list: 717. Lists: S1, S2, S3.
  
  all graphs of lists        strata           1,022        799-6,123
    ! No number or no range is given of these parts, so none of the whole:
      Tobol.
  log-linear                 strata           1,257        969-2,177
    ! No number or no range is given of these parts, so none of the whole:
      Tobol.
  latent classes             strata           1,150        963-1,581
    ! No number or no range is given of these parts, so none of the whole:
      Sagym, Tobol.
  sample coverage            strata           1,462        1,006-3,074
    ! No number or no range is given of these parts, so none of the whole:
      Tobol.
  Chao, at least             strata           1,268        984-2,016
  
  No range is given: at least 717, and the doubts below say why no more can be said.
  ! Parts of which no range is given: Tobol. So none is given of all together;
    each part says why.
  ! Parts of which no upper end is given: Sagym. So none is given of all
    together; each part says why.
  Methods that hold: 0. A range needs two.
  $ (sed -n '1s/^/place,/p' spina3.csv; sed '1d; s/^/Sagym,/' spina3.csv; sed '1d; s/^/Tobol,/' spina626.csv) > places.csv
  $ estimate places.csv --by place | sed -n '/: 1,247/,$p'
  People on at least one list: 1,247. Lists: S1, S2, S3.
  
  all graphs of lists        strata           1,458        1,403-1,536
  log-linear                 strata           1,453        1,420-1,490
  latent classes             strata           refused
    ! No number or no range is given of these parts, so none of the whole:
      Sagym, Tobol.
  sample coverage            strata           1,504        1,417-1,646
  Chao, at least             strata           1,478        1,432-1,539
  
  By the methods that hold at least 1,402; no upper end is given, and the doubts below say why.
  ! Parts of which no upper end is given: Sagym, Tobol. So none is given of all
    together; each part says why.
  $ for lang in ru kk; do estimate places.csv --by place --lang $lang | tail -2; done
  ! Части, для которых верхняя граница не даётся: Sagym, Tobol. Поэтому она не
    даётся и для всех вместе; почему, сказано у каждой части.
  ! Жоғарғы шегі берілмейтін бөліктер: Sagym, Tobol. Сондықтан бәріне бірге де
    берілмейді; себебі әр бөлікте айтылған.

One list, of which another is only the copy:

  $ printf 'a,b,count\n1,1,40\n' > one.csv
  $ guvoh estimate one.csv --method chapman
  People on at least one list: 40. Lists: a.
  
  Chapman, one pair                           refused
    ! The method cannot use this many lists (1): it takes 2-20.
  
  No range is given: at least 40, and the doubts below say why no more can be said.
  ! There is only one list: who was left out cannot be estimated from it.
  ! List "b" has exactly the people of "a" and was left out: it is no voice of
    its own.
  Methods that hold: 0. A range needs two.

A thousand million people, and a list of one:

  $ awk -F, -v OFS=, 'NR > 1 { $NF = $NF * 4000000 } { print }' hepatitis.csv > many.csv
  $ estimate many.csv --method dga
  People on at least one list: 1,084,000,000. Lists: E, P, Q.
  
  all graphs of lists                         refused
    ! The estimate comes from what was assumed before: 100 % of it rests on a
      model in which the lists say nothing of those on none.
  
  No range is given: at least 1,084,000,000, and the doubts below say why no more can be said.
  ! Each two of the three lists share more people than chance explains, as if
    some people were far easier to list than others. Then there are more people
    than the methods say, and three lists cannot tell how many more: no upper
    end is given.
  Methods that hold: 0. A range needs two.
  One more list of 510,666,667 people that depends on none would hardly narrow the unseen: a factor of 1.0 as it is.
  $ estimate many.csv --method loglinear
  People on at least one list: 1,084,000,000. Lists: E, P, Q.
  
  log-linear                 E:Q,P:Q,E:P      5,251,058,793 5,248,872,784-5,253,370,711
  
  No range is given: at least 1,084,000,000, and the doubts below say why no more can be said.
  ! Each two of the three lists share more people than chance explains, as if
    some people were far easier to list than others. Then there are more people
    than the methods say, and three lists cannot tell how many more: no upper
    end is given.
  Methods that hold: 1. A range needs two.
  One more list of 510,666,667 people that depends on none would hardly narrow the unseen: a factor of 1.0 as it is.
  $ estimate many.csv --method coverage | head -3
  People on at least one list: 1,084,000,000. Lists: E, P, Q.
  
  sample coverage            two-steps        2,031,087,982 2,030,902,220-2,031,273,781
  $ guvoh estimate many.csv --method chao | head -3
  People on at least one list: 1,084,000,000. Lists: E, P, Q.
  
  Chao, at least             lists            1,913,071,429 1,912,901,242-1,913,241,650
  $ awk -F, -v OFS=, 'NR == 1 { print $0, "single" } NR == 2 { $NF = $NF - 1; print $0, 0; $NF = 1; print $0, 1 } NR > 2 { print $0, 0 }' \
  >   hepatitis.csv | awk -F, -v OFS=, 'NR == 1 { print $1, $2, $3, $5, $4; next } { print $1, $2, $3, $5, $4 }' > single.csv
  $ guvoh estimate single.csv --method chao | grep single
  People on at least one list: 271. Lists: E, P, Q, single.
  ! List "single" has few people: 1.

Rows that are totals, counts that are none, columns that are no lists:

  $ bad() { printf "$1" > bad.csv; guvoh estimate bad.csv --method chao; }
  $ bad 'a,b,count\n1,0,40\n0,1,9\n1,1,3\nTotal,,52\n'
  guvoh: line 5 has neither 0 nor 1 for any list: if it is a total, take it out; if other columns are the lists, name them with --lists
  [2]
  $ bad 'a,b,count\n1,0,40\n0,1,9\n1,1,3\n43,12,52\n'
  guvoh: line 5 has neither 0 nor 1 for any list: if it is a total, take it out; if other columns are the lists, name them with --lists
  [2]
  $ bad 'a,b,count\n1,0,40\n0,1,9\n1,1,3\n0,0,52\n'
  guvoh: line 5 counts people who are on no list: nobody can know them; take it out, a total too
  [2]
  $ bad 'a,b\n1,0\n0,1\n1,1\n2,2\n'
  guvoh: line 5 has neither 0 nor 1 for any list: if it is a total, take it out; if other columns are the lists, name them with --lists
  [2]
  $ bad 'a,b,count\n1,0,40\n0,1,-9\n1,1,3\n'
  guvoh: line 3: count "-9" is no whole number of people from 0 on: correct it or take the line out
  [2]
  $ bad 'a,b,count\n1,0,40\n0,1,\n1,1,3\n'
  guvoh: line 3: count "" is no whole number of people from 0 on: correct it or take the line out
  [2]
  $ bad 'a,b,count\n1,0,40\n0,1,9.5\n1,1,3\n'
  guvoh: line 3: count "9.5" is no whole number of people from 0 on: correct it or take the line out
  [2]
  $ bad 'a,b,count\n1,0,1000000000001\n'
  guvoh: a count or the sum of counts is larger than 1000000000000
  [6]
  $ bad 'a,b,count\n1,0,40\n0,1,9\n2,1,3\n'
  guvoh: line 4, list "a": "2" is neither 0 nor 1; name the columns that are lists with --lists
  [2]
  $ bad 'a,b,count\n1,0,40\n0,yes,9\n1,1,3\n'
  guvoh: line 3, list "b": "yes" is neither 0 nor 1; name the columns that are lists with --lists
  [2]
  $ bad 'a,b,count\n'
  guvoh: nobody is on any list of the table: there is nothing to estimate from
  [2]
  $ bad ''
  guvoh: "bad.csv": the table has no header: put the names of the columns on line 1
  [2]

A part that is on none of the lists asked for; a broken sample is named, and said before the others are estimated:

  $ printf 'a,b,c,city,count\n1,0,0,x,40\n1,1,0,x,9\n0,0,1,y,12\n' > parts.csv
  $ guvoh estimate parts.csv --by city --lists a,b
  guvoh: the part that line 4 belongs to has nobody on any list that is asked for: take its lines out, or ask for more lists
  [2]
  $ mkdir samples; cp kosovo.csv samples/1.csv; echo note > samples/notes.txt
  $ guvoh estimate --replicates samples
  guvoh: "samples/notes.txt": nobody is on any list of the table: there is nothing to estimate from
  [2]
  $ printf 'a,b,count\n1,0,x\n' > samples/notes.txt; guvoh estimate --replicates samples --lang ru
  guvoh: «samples/notes.txt»: строка 2: «x» в столбце count не целое число людей от 0: исправьте или уберите строку
  [2]

Eight lists: not every model can be weighed, so they are walked over, and what chance does to the middle is said. Merging instead is a setting.

  $ guvoh estimate neworleans8.csv --method dga --set dga.sweeps=500 --no-gates
  People on at least one list: 185. Lists: A, B, C, D, E, F, G, H.
  
  all graphs of lists                         954          530-2,041
    ! With so many lists not every model can be weighed: 250 rounds of random
      walks over them were made. Chance moves the middle by about 3.7 people
      (one standard error).
  
  No range is given: at least 185, and the doubts below say why no more can be said.
  ! People on two lists or more: 13. Fewer than 25 do not carry an estimate.
  ! List "B" has few people: 6.
  ! List "F" has few people: 7.
  ! List "G" has few people: 8.
  Methods that hold: 1. A range needs two.
  Lists A:G share more people than chance explains (odds ratio 26.8), as if one hands people on to the other. Taken as one list, all lists alone give about 1,044.
  Lists C:G share more people than chance explains (odds ratio 89.6), as if one hands people on to the other. Taken as one list, all lists alone give about 1,095.
  $ guvoh estimate neworleans8.csv --method dga --set dga.sweeps=500 --seed 2 --json | grep -A1 -E '"(rhat|error_of_median|walks|sweeps|seed)"' | grep -c value
  5
  $ guvoh estimate neworleans8.csv --method dga --set dga.lists=6 --no-gates | grep -v '^Methods'
  People on at least one list: 185. Lists: A, B, C, D, E, F, G, H.
  
  all graphs of lists                         1,005        550-2,127
    ! Another weight of what was assumed before moves the middle from 186 to
      1,005.
    ! Too many lists for all graphs: B+F+G were taken as one list each.
      Merging those that share most people instead gives 1,149 in the middle.
  
  No range is given: at least 185, and the doubts below say why no more can be said.
  ! People on two lists or more: 13. Fewer than 25 do not carry an estimate.
  ! List "B" has few people: 6.
  ! List "F" has few people: 7.
  ! List "G" has few people: 8.
  Lists A:G share more people than chance explains (odds ratio 26.8), as if one hands people on to the other. Taken as one list, all lists alone give about 1,044.
  Lists C:G share more people than chance explains (odds ratio 89.6), as if one hands people on to the other. Taken as one list, all lists alone give about 1,095.
  $ guvoh estimate neworleans8.csv --method dga --set dga.lists=8
  guvoh: setting "dga.lists" cannot be "8": auto, 2 - 7
  [2]
  $ for lang in ru kk; do guvoh estimate neworleans8.csv --method dga --set dga.sweeps=16 --lang $lang | tr '\n' ' ' | grep -o '! [^!]*16[^!]*!'; done
  ! При таком числе списков взвесить все модели нельзя: вместо этого по ним     прошли случайные блуждания (кругов: 16). Случай сдвигает середину     примерно на 26,4 чел. (одна стандартная ошибка).   !
  ! Тізім мұнша көп болғанда барлық модельді өлшеу мүмкін емес: оның орнына     олармен кездейсоқ кезіп шықты (айналым: 16). Кездейсоқтық ортасын     шамамен 26,4 адамға жылжытады (бір стандартты қате).   !

Twelve and twenty lists, by each method that takes so many:

  $ people() { awk -v lists=$1 -v rate=$2 'BEGIN {
  >   for (j = 1; j <= lists; j++) printf "%slist%02d", (j > 1 ? "," : ""), j
  >   print ""
  >   x = 1
  >   for (i = 0; i < 800; i++) {
  >     row = ""
  >     some = 0
  >     for (j = 1; j <= lists; j++) {
  >       x = (x * 16807) % 2147483647
  >       on = (x < rate * 2147483647) ? 1 : 0
  >       row = row (j > 1 ? "," : "") on
  >       some += on
  >     }
  >     if (some) print row
  >   } }'; }
  $ people 12 0.08 > twelve.csv
  $ people 20 0.05 > twenty.csv
  $ for table in twelve twenty; do estimate $table.csv --set dga.sweeps=40 | grep -v -e Chapman -e 'this pair says nothing'; done
  People on at least one list: 522. Lists: list01, list02, list03, list04, list05, list06, list07, list08, list09, list10, list11, list12.
  
  all graphs of lists                         876          797-974
    ! With so many lists not every model can be weighed: 40 rounds of random
      walks over them were made. Chance moves the middle by about 1.0 people
      (one standard error).
  log-linear                                  refused
    ! The method cannot use this many lists (12): it takes 2-8.
  latent classes                              883          804-980
  sample coverage                             refused
    ! The method cannot use this many lists (12): it takes 3.
  Chao, at least             lists            907          810-1,036
  capture-recapture                           refused
    ! The method cannot use this many lists (12): it takes 3-8.
  
  Range over the methods that hold: 797-980
  People on at least one list: 511. Lists: list01, list02, list03, list04, list05, list06, list07, list08, list09, list10, list11, list12, list13, list14, list15, list16, list17, list18, list19, list20.
  
  all graphs of lists                         775          714-851
    ! With so many lists not every model can be weighed: 40 rounds of random
      walks over them were made. Chance moves the middle by about 1.8 people
      (one standard error).
  log-linear                                  refused
    ! The method cannot use this many lists (20): it takes 2-8.
  latent classes                              784          728-852
  sample coverage                             refused
    ! The method cannot use this many lists (20): it takes 3.
  Chao, at least             lists            772          705-863
  capture-recapture                           refused
    ! The method cannot use this many lists (20): it takes 3-8.
  
  Range over the methods that hold: 714-853
