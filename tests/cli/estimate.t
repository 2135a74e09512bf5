How many people no list has seen, from plain tables, and each way a table can be wrong.

  $ cp "$ROOT"/tests/data/estimate/*.csv .
  $ guvoh estimate hepatitis.csv --set lcmcr.sweeps=400 --set loglinear.replicates=200
  People on at least one list: 271. Lists: E, P, Q.
  
  all graphs of lists                         refused
    ! The estimate comes from what was assumed before: 71 % of it rests on a
      model in which the lists say nothing of those on none.
  log-linear                 independence     388          354-446
  latent classes                              519          392-914
  sample coverage            two-steps        508          401-702
  Chao, at least             lists            478          405-591
  Chapman, one pair          E:P              374          319-461
  Chapman, one pair          E:Q              331          285-404
  Chapman, one pair          P:Q              334          289-403
  capture-recapture          m0               389          346-431
  capture-recapture          mh-chao          479          394-565
  capture-recapture          mh-poisson       737          426-1,048
  capture-recapture          mh-darroch       1,314        301-2,326
  capture-recapture          mh-gamma         2,629        271-5,677
  capture-recapture          mt               388          346-431
  capture-recapture          mth-chao         479          393-564
  capture-recapture          mth-poisson      736          426-1,047
  capture-recapture          mth-darroch      1,313        301-2,326
  capture-recapture          mth-gamma        2,631        271-5,682
  capture-recapture          mt-least-bic     1,313        298-2,328
  
  By the methods that hold at least 354; no upper end is given, and the doubts below say why.
  ! Each two of the three lists share more people than chance explains, as if
    some people were far easier to list than others. Then there are more people
    than the methods say, and three lists cannot tell how many more: no upper
    end is given.
  One more list of 128 people that depends on none would narrow the unseen from a factor of 1.9 to 1.7.
  $ guvoh estimate uk5.csv --method loglinear --set loglinear.model=independence --set loglinear.interval=profile
  People on at least one list: 2,744. Lists: GO, GP, LA, NG, PFNCA.
  
  log-linear                 independence     13,444       12,004-15,160
  
  No range is given: at least 2,744, and the doubts below say why no more can be said.
  Methods that hold: 1. A range needs two.
  One more list of 595 people that depends on none would hardly narrow the unseen: a factor of 1.3 as it is.
  $ for lang in ru kk; do guvoh estimate uk5.csv --method chao --lang $lang | tail -1; done
  Ещё один независимый список на 595 человек почти не сузил бы диапазон неучтённых: отношение верхней границы к нижней и так 1,3.
  Ешқайсысына тәуелсіз 595 адамдық тағы бір тізім есепке алынбағандардың ауқымын тарылта қоймас еді: жоғарғы шегінің төменгісіне қатынасы онсыз да 1,3.
  $ guvoh estimate kosovo.csv --method dga --set dga.grid=1000
  People on at least one list: 4,400. Lists: ABA, EXH, HRW, OSCE.
  
  all graphs of lists                         12,593       9,818-16,557
    ! Another weight of what was assumed before moves the middle from 4,533 to
      12,593.
  
  No range is given: at least 4,400, and the doubts below say why no more can be said.
  ! The lists overlap as if some people were far easier to list than others:
    then most methods give too few. Two such groups would make about 13,417 in
    all.
  Methods that hold: 1. A range needs two.
  One more list of 1,477 people that depends on none would narrow the unseen from a factor of 1.2 to 1.1.
  $ guvoh estimate kosovo.csv --method dga --set dga.grid=all --set dga.max=44000 --json | grep -E '"(point|low|high|grid|cap)"'
        "point": 12595,
        "low": 9827,
        "high": 16544,
        "cap": "48400",
        "grid": "0-44000, 44001",
  $ guvoh estimate spina626.csv --method dga --set dga.delta=1 --set dga.prior=my:13.14,55.17 --set dga.grid=all \
  >   --set dga.min=1 --set dga.max=300 --set dga.summary=relative-loss --json | grep -A2 -E 'point|complete_graph'
        "point": "731.0966",
        "low": 682,
        "high": 797,
  --
            "name": "complete_graph",
            "value": "0.0345"
          },
  $ guvoh estimate netherlands5.csv --method lcmcr --set lcmcr.sweeps=40
  People on at least one list: 8,234. Lists: IO, K, P, R, Z.
  
  latent classes                              refused
    ! Random draws that began differently have not come together (R-hat 1.15,
      at most 1.05 is allowed): no number of this method can be trusted.
    ! The table allows 2 quite different answers: each is listed with its
      share, and no single number is given.
    ! 19 % of the draws lie near the most that is allowed, 172,914 people:
      more would move the answer up.
      39020-56304, top 49914: 0.190 (ess 24)
      84680-171700, top 139006: 0.810 (ess 24)
  
  No range is given: at least 8,234, and the doubts below say why no more can be said.
  ! The lists overlap so little that about 13 % of all people seem to be on any.
    Below 15 % no range is given.
  Methods that hold: 0. A range needs two.
  Lists IO:Z share more people than chance explains (odds ratio 6.3), as if one hands people on to the other. Taken as one list, all lists alone give about 61,952.
  One more list of 1,736 people that depends on none would hardly narrow the unseen: a factor of 1.2 as it is.
  $ guvoh estimate neworleans5.csv --method lcmcr --set lcmcr.sweeps=100 --no-gates --seed 7 > first
  $ guvoh estimate neworleans5.csv --method lcmcr --set lcmcr.sweeps=100 --no-gates --seed 7 | diff first -
  $ guvoh estimate hepatitis.csv --method dga --no-gates
  People on at least one list: 271. Lists: E, P, Q.
  
  all graphs of lists                         293          271-1,426
    ! The estimate comes from what was assumed before: 71 % of it rests on a
      model in which the lists say nothing of those on none.
  
  No range is given: at least 271, and the doubts below say why no more can be said.
  ! Each two of the three lists share more people than chance explains, as if
    some people were far easier to list than others. Then there are more people
    than the methods say, and three lists cannot tell how many more: no upper
    end is given.
  Methods that hold: 0. A range needs two.
  One more list of 128 people that depends on none would narrow the unseen from a factor of 1.9 to 1.7.
  $ guvoh estimate hepatitis.csv --method loglinear --set loglinear.model=E:P --json
  {
    "n": 271,
    "lists": [
      "E",
      "P",
      "Q"
    ],
    "estimates": [
      {
        "method": "loglinear",
        "form": "E:P",
        "role": "speaks",
        "point": "393.3134",
        "low": "353.7219",
        "high": "451.854",
        "se": "26.7959",
        "level": 95,
        "interval": "wald",
        "refused": false,
        "settings": [
          {
            "name": "loglinear.model",
            "value": "E:P"
          }
        ],
        "details": [
          {
            "name": "aic",
            "value": "71.6381"
          },
          {
            "name": "bic",
            "value": "89.6487"
          }
        ],
        "warnings": []
      }
    ],
    "headline": null,
    "warnings": [
      {
        "gate": "all_attract",
        "refuses": "upper",
        "text": "Each two of the three lists share more people than chance explains, as if some people were far easier to list than others. Then there are more people than the methods say, and three lists cannot tell how many more: no upper end is given."
      }
    ],
    "advice": {
      "referrals": [
        {
          "lists": "P:Q",
          "odds_ratio": "5.59",
          "at_least": "1.982",
          "people_if_merged": 416
        },
        {
          "lists": "E:Q",
          "odds_ratio": "5.2645",
          "at_least": "1.9213",
          "people_if_merged": "413.1818"
        },
        {
          "lists": "E:P",
          "odds_ratio": "3.9767",
          "at_least": "1.4488",
          "people_if_merged": "393.3134"
        }
      ],
      "one_more_list": {
        "people": 128,
        "unseen_high_over_low": "1.8619",
        "with_it": "1.7187"
      }
    },
    "samples": 1
  }
  $ guvoh estimate kosovo.csv --method chapman --lists EXH,HRW
  People on at least one list: 2,402. Lists: EXH, HRW.
  
  Chapman, one pair          EXH:HRW          6,756        6,059-7,587
    ! If being on one list made the odds of the other five times smaller there
      would be 3,277 people, if five times larger, 24,287: two lists cannot
      tell.
  
  No range is given: at least 2,402, and the doubts below say why no more can be said.
  ! There are only two lists: whether being on one makes the other more likely
    cannot be told, and the answer hangs on it.
  ! People in the file who are on none of the lists asked for: 1,998. They are
    not counted.
  Methods that hold: 0. A range needs two.
  $ guvoh estimate kosovo.csv --method chao --lang ru | sed 's/\xe2\x80\xaf/ /g'
  Людей хотя бы в одном списке: 4 400. Списки: ABA, EXH, HRW, OSCE.
  
  Чао, не менее              lists            8 591        8 189-9 035
  
  Диапазон не даётся: не менее 4 400, а почему больше сказать нельзя, объясняют сомнения ниже.
  ! Списки пересекаются так, будто одних людей внести в них намного легче, чем
    других: тогда большинство методов даёт слишком мало. Две такие группы дали
    бы всего около 13 417.
  Методов, которые годятся: 0. Для диапазона нужны два.
  Ещё один независимый список на 1 477 человек сузил бы диапазон неучтённых: отношение верхней границы к нижней было бы не 1,2, а 1,1.
  $ guvoh estimate kosovo.csv --method chao --lang kk | sed 's/\xe2\x80\xaf/ /g'
  Кемінде бір тізімдегі адамдар: 4 400. Тізімдер: ABA, EXH, HRW, OSCE.
  
  Чао, кемінде               lists            8 591        8 189-9 035
  
  Ауқым берілмейді: кемінде 4 400; неге бұдан артық айтуға болмайтынын төмендегі күмәндар түсіндіреді.
  ! Тізімдердің қиылысуына қарағанда, кейбір адамдарды тізімге енгізу басқаларды
    енгізуден әлдеқайда оңай болған сияқты: онда әдістердің көбі тым аз береді.
    Мұндай екі топ болса, барлығы шамамен 13 417 болар еді.
  Жарамды әдістер: 0. Ауқым беру үшін екеу керек.
  Ешқайсысына тәуелсіз 1 477 адамдық тағы бір тізім есепке алынбағандардың ауқымын тарылтар еді: жоғарғы шегінің төменгісіне қатынасы 1,2 емес, 1,1 болар еді.
  $ guvoh estimate sparse3.csv --method loglinear --set loglinear.model=A:B --json | grep -A3 refused
        "refused": true,
        "settings": [
          {
            "name": "loglinear.model",
  $ guvoh estimate sparse3.csv --method loglinear --set loglinear.model=A:B --no-gates
  People on at least one list: 96. Lists: A, B, C.
  
  log-linear                 A:B              refused
    ! These numbers do not determine the model: A:B.
  
  No range is given: at least 96, and the doubts below say why no more can be said.
  ! People on two lists or more: 6. Fewer than 25 do not carry an estimate.
  ! List "C" shares nobody with any other: it may be about other people, another
    place or another day.
  Methods that hold: 0. A range needs two.
  One more list of 34 people that depends on none would narrow the unseen from a factor of 5.9 to 3.7.

One row a person, and people on none of the lists asked for:

  $ cat > people.csv <<'END'
  > name,lawyers,courts,press,city
  > a,1,1,0,Almaty
  > b,0,1,0,Almaty
  > c,0,0,1,Shymkent
  > END
  $ guvoh estimate people.csv --lists lawyers,courts --method chapman
  People on at least one list: 2. Lists: courts, lawyers.
  
  Chapman, one pair          courts:lawyers   2            2-2
    ! If being on one list made the odds of the other five times smaller there
      would be 2 people, if five times larger, 2: two lists cannot tell.
  
  No range is given: at least 2, and the doubts below say why no more can be said.
  ! There are only two lists: whether being on one makes the other more likely
    cannot be told, and the answer hangs on it.
  ! List "courts" has few people: 2.
  ! List "lawyers" has few people: 1.
  ! People in the file who are on none of the lists asked for: 1. They are not
    counted.
  Methods that hold: 0. A range needs two.

Parts of the people, and samples of a linkage, are estimated by themselves and then together:

  $ head -1 kosovo.csv | sed 's/^/month,/' > months.csv
  $ sed '1d; s/^/March,/' kosovo.csv >> months.csv
  $ sed '1d; s/^/April,/' kosovo.csv >> months.csv
  $ guvoh estimate months.csv --by month --method chao
  April
  People on at least one list: 4,400. Lists: ABA, EXH, HRW, OSCE.
  
  Chao, at least             lists            8,591        8,189-9,035
  
  No range is given: at least 4,400, and the doubts below say why no more can be said.
  ! The lists overlap as if some people were far easier to list than others:
    then most methods give too few. Two such groups would make about 13,417 in
    all.
  Methods that hold: 0. A range needs two.
  One more list of 1,477 people that depends on none would narrow the unseen from a factor of 1.2 to 1.1.
  
  March
  People on at least one list: 4,400. Lists: ABA, EXH, HRW, OSCE.
  
  Chao, at least             lists            8,591        8,189-9,035
  
  No range is given: at least 4,400, and the doubts below say why no more can be said.
  ! The lists overlap as if some people were far easier to list than others:
    then most methods give too few. Two such groups would make about 13,417 in
    all.
  Methods that hold: 0. A range needs two.
  One more list of 1,477 people that depends on none would narrow the unseen from a factor of 1.2 to 1.1.
  
  People on at least one list: 8,800. Lists: ABA, EXH, HRW, OSCE.
  
  Chao, at least             strata           17,181       16,628-17,804
  
  No range is given: at least 8,800, and the doubts below say why no more can be said.
  ! Parts of which no range is given: April, March. So none is given of all
    together; each part says why.
  Methods that hold: 0. A range needs two.
  $ mkdir samples
  $ cp kosovo.csv samples/1.csv
  $ sed '$s/27$/57/' kosovo.csv > samples/2.csv
  $ guvoh estimate --replicates samples --method chao
  People on at least one list: 4,415. Lists: ABA, EXH, HRW, OSCE.
  
  Chao, at least             samples          8,606        8,207-9,050
  
  No range is given: at least 4,415, and the doubts below say why no more can be said.
  ! The lists overlap as if some people were far easier to list than others:
    then most methods give too few. Two such groups would make about 13,417 in
    all.
  Methods that hold: 0. A range needs two.
  $ guvoh estimate --replicates samples --method dga --set pool.rule=total-variance --json | grep -E -A1 '"(n|samples|point|within|between|df)"'
    "n": 4415,
    "lists": [
  --
        "form": "samples",
        "role": "speaks",
        "point": 12796,
        "low": 9958,
  --
            "name": "within",
            "value": "0.0402"
  --
            "name": "between",
            "value": "0.0001"
  --
            "name": "df",
            "value": "59894.7787"
  --
    "samples": 2
  }
  $ cp hepatitis.csv samples/3.csv
  $ guvoh estimate --replicates samples --method coverage | head -5
  People on at least one list: 3,034. Lists: ABA, E, EXH, HRW, OSCE, P, Q.
  
  sample coverage            samples          refused
    ! 2 of 3 parts give no number by this method, so neither does the whole.
  
  $ guvoh estimate --replicates samples --by EXH
  guvoh: "samples/1.csv": line 2 counts people who are on no list: nobody can know them; take it out, a total too
  [2]
  $ mkdir months
  $ printf 'a,b,month,count\n1,0,may,10\n0,1,may,10\n1,1,may,10\n' > months/1.csv; sed 's/may/june/' months/1.csv > months/2.csv
  $ guvoh estimate --replicates months --by month
  guvoh: "months/2.csv" has other strata than "months/1.csv": every sample needs the same ones
  [2]
  $ mkdir empty
  $ guvoh estimate --replicates empty
  guvoh: folder "empty" is empty: put a table for each sample into it
  [2]
  $ guvoh estimate --replicates samples kosovo.csv
  guvoh: options "--replicates" and "kosovo.csv" do not go together: keep one
  [2]
  $ guvoh estimate
  guvoh: which table? Give TABLE.csv, or a folder of samples with --replicates
  [2]

Two identical lists, an empty one, one list, no overlap, a count of a thousand million:

  $ printf 'a,b,c,d,count\n1,1,0,0,40\n0,0,1,0,50\n1,1,1,0,1000000000\n' > twins.csv
  $ guvoh estimate twins.csv --method chapman
  People on at least one list: 1,000,000,090. Lists: a, c.
  
  Chapman, one pair          a:c              1,000,000,090 1,000,000,090-1,000,000,090
    ! If being on one list made the odds of the other five times smaller there
      would be 1,000,000,090 people, if five times larger, 1,000,000,090: two
      lists cannot tell.
  
  No range is given: at least 1,000,000,090, and the doubts below say why no more can be said.
  ! There are only two lists: whether being on one makes the other more likely
    cannot be told, and the answer hangs on it.
  ! List "b" has exactly the people of "a" and was left out: it is no voice of
    its own.
  ! List "d" is empty and was left out.
  Methods that hold: 0. A range needs two.
  $ printf 'a,count\n1,40\n' > one.csv
  $ guvoh estimate one.csv
  People on at least one list: 40. Lists: a.
  
  all graphs of lists                         refused
    ! The method cannot use this many lists (1): it takes 3-20.
  log-linear                                  refused
    ! The method cannot use this many lists (1): it takes 2-8.
  latent classes                              refused
    ! The method cannot use this many lists (1): it takes 3-20.
  sample coverage                             refused
    ! The method cannot use this many lists (1): it takes 3.
  Chao, at least                              refused
    ! The method cannot use this many lists (1): it takes 2-20.
  Chapman, one pair                           refused
    ! The method cannot use this many lists (1): it takes 2-20.
  capture-recapture                           refused
    ! The method cannot use this many lists (1): it takes 3-8.
  
  No range is given: at least 40, and the doubts below say why no more can be said.
  ! There is only one list: who was left out cannot be estimated from it.
  Methods that hold: 0. A range needs two.
  $ printf 'a,b,c,count\n1,0,0,40\n0,1,0,9\n0,0,1,12\n' > apart.csv
  $ guvoh estimate apart.csv --method chao
  People on at least one list: 61. Lists: a, b, c.
  
  Chao, at least             lists            refused
    ! These numbers do not determine the model: lists.
  
  No range is given: at least 61, and the doubts below say why no more can be said.
  ! Nobody is on two lists: there may be any number of people whom no list has.
  ! List "a" shares nobody with any other: it may be about other people, another
    place or another day.
  ! List "b" shares nobody with any other: it may be about other people, another
    place or another day.
  ! List "b" has few people: 9.
  ! List "c" shares nobody with any other: it may be about other people, another
    place or another day.
  Methods that hold: 0. A range needs two.

Twenty lists are read, twenty-one are not:

  $ (seq -s, 1 20; seq 1 20 | sed 's/.*/1/' | paste -sd,) > twenty.csv
  $ guvoh estimate twenty.csv --method chao | head -1
  People on at least one list: 1. Lists: 1.
  $ (seq -s, 1 21; seq 1 21 | sed 's/.*/1/' | paste -sd,) > many.csv
  $ guvoh estimate many.csv
  guvoh: more than 20 lists: choose some with --lists
  [6]

What cannot be read is refused with its line:

  $ printf 'a,b,count\n1,0,40\n1,1,-3\n' > bad.csv
  $ guvoh estimate bad.csv
  guvoh: line 3: count "-3" is no whole number of people from 0 on: correct it or take the line out
  [2]
  $ printf 'a,b,count\n1,0,40\n1,1,\n' > bad.csv
  $ guvoh estimate bad.csv
  guvoh: line 3: count "" is no whole number of people from 0 on: correct it or take the line out
  [2]
  $ printf 'a,b,count\n1,0,40\n,,40\n' > bad.csv
  $ guvoh estimate bad.csv
  guvoh: line 3 has neither 0 nor 1 for any list: if it is a total, take it out; if other columns are the lists, name them with --lists
  [2]
  $ printf 'a,b,count\n1,0,40\n0,0,40\n' > bad.csv
  $ guvoh estimate bad.csv
  guvoh: line 3 counts people who are on no list: nobody can know them; take it out, a total too
  [2]
  $ printf 'a,b,count\n1,0,40\ntotal,,40\n' > bad.csv
  $ guvoh estimate bad.csv
  guvoh: line 3 has neither 0 nor 1 for any list: if it is a total, take it out; if other columns are the lists, name them with --lists
  [2]
  $ printf 'a,b,count\n1,0,40\n1,1,2000000000000\n' > bad.csv
  $ guvoh estimate bad.csv
  guvoh: a count or the sum of counts is larger than 1000000000000
  [6]
  $ printf 'a,b,count\n1,0,0\n' > bad.csv
  $ guvoh estimate bad.csv
  guvoh: nobody is on any list of the table: there is nothing to estimate from
  [2]
  $ printf 'count\n1\n' > bad.csv
  $ guvoh estimate bad.csv
  guvoh: the table has no list: a column of 0 and 1 for each list and, for counts, a column "count"
  [2]
  $ guvoh estimate kosovo.csv --lists EXH,ABC
  guvoh: the table has no column "ABC": check the name, capital letters count
  [3]
  $ guvoh estimate kosovo.csv --lists EXH,EXH
  guvoh: list "EXH" is named twice: keep one
  [2]
  $ guvoh estimate kosovo.csv --seed x
  guvoh: seed "x" is no whole number from 0 on
  [2]
  $ guvoh estimate kosovo.csv --method best
  guvoh: there is no method "best": choose one of all, dga, loglinear, lcmcr, coverage, chao, chapman, robust, rcapture
  [2]
  $ guvoh estimate kosovo.csv --set chao.form=best
  guvoh: setting "chao.form" cannot be "best": lists|plain|corrected
  [2]
  $ guvoh estimate kosovo.csv --set dga.prior=my:1
  guvoh: setting "dga.prior" cannot be "my:1": 1/n, my:a,b
  [2]
  $ guvoh estimate kosovo.csv --set dga.grid=0
  guvoh: setting "dga.grid" cannot be "0": auto, all, 1 - 100000000
  [2]
  $ guvoh estimate kosovo.csv --set dga.delta=0
  guvoh: setting "dga.delta" cannot be "0": auto, 0.000001 - 1000000
  [2]
  $ guvoh estimate kosovo.csv --set chao=plain
  guvoh: there is no setting "chao": choose one of dga.grid, dga.min, dga.max, dga.delta, dga.prior, dga.summary, dga.exclude, dga.lists, dga.sweeps, chao.form, loglinear.model, loglinear.threshold, loglinear.interval, loglinear.replicates, lcmcr.classes, lcmcr.a, lcmcr.b, lcmcr.cap, lc...
  [2]
  $ guvoh estimate kosovo.csv --set loglinear.model=EXH:ABC
  guvoh: "EXH:ABC" is no pair of two lists, or stands twice: write A:B,B:C or independence or pairs
  [2]
  $ guvoh estimate nowhere.csv
  guvoh: "nowhere.csv" does not exist: check the name
  [3]
