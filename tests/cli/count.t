Figures are read, set against each other and answered for, with or without an archive.

Words become an interval:

  $ alias parse='guvoh count --parse'; shopt -s expand_aliases
  $ parse 'почти 100' --lang ru --json
  {
    "low": 90,
    "high": 99,
    "exactness": "rounded"
  }
  $ parse 'at least 700 people' --lang en --json
  {
    "low": 700,
    "high": null,
    "exactness": "bound"
  }
  $ parse 'может достигать 5 тыс.' --lang ru --json
  {
    "low": null,
    "high": null,
    "exactness": "vague",
    "modal": 5000
  }
  $ parse '4 мыңға жуық' --lang kk
  "4 мыңға жуық" reads as 3,600-4,000 (rounded).
  $ guvoh --lang ru count --parse 'about 500' --lang en
  «about 500» читается как 450-550 (округлённое число).
  $ parse - --lang ru <<< 'человек пятьсот'
  "человек пятьсот" reads as 450-550 (rounded).
  $ parse 'тьма народу' --lang ru
  guvoh: the word "тьма" is not known here: leave out what says no number, or give low and high by hand
  [2]
  $ parse '' --lang en
  guvoh: the words of the figure are missing: give them as the source said them
  [2]
  $ parse 'five' --lang fr
  guvoh: "fr" is no language guvoh reads: use en, ru or kk
  [2]

The board of June 2019, from a plain file and from an archive, is the same:

  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k
  $ guvoh init a > /dev/null; sh $ROOT/examples/june-2019/load guvoh
  $ guvoh count --file $ROOT/examples/june-2019/claims.csv > file; guvoh count june-2019 > archive; cmp file archive
  $ guvoh count june-2019 --json > archive.json
  $ guvoh count --file $ROOT/examples/june-2019/claims.csv --json | cmp - archive.json
  $ cat archive
  Kazakhstan, 9-13 June 2019
  S state D defenders M media U unnamed 50   100   200     500 1,000 2,000 5,000
  Detained, Nur-Sultan, 12 June
  S Nur-Sultan police "Задержаний нет"  * 0                                      !
  Detained, Almaty, 12 June
  M Eurasianet "around 100"                  |+| 90-110                          !
  D Norwegian He... "nearly 100 people"      || 90-99                            !
  Taken to police, Almaty and Nur-Sultan, 9-10 June
  S Ministry of Internal... (c07, c08)                       |-| 630-769         !
  D Human rig... "не менее 400 человек"            >= 400 |-------------------->
  Detained, Almaty and Nur-Sultan, 9-10 June
  D Norwegian... "at least 700 people"                 >= 700 |---------------->
  S Ministry of Internal... (c07, c08)                >= 630 |----------------->
  Punished by a court, Almaty and Nur-Sultan, 9-10 June and 12 June
  S Prosecutor General's O... "957 лиц"                          * 957           !
  Detained, Almaty and Nur-Sultan, 9-12 June
  U unnamed... "может достигать 5 тыс."                               5,000? ~~~
  S Ministry of Internal... (c07, c08)                >= 630 |----------------->
  = the others together: c10, c12                       >= 790 [===============>
  = Logic alone + h1, disputed                            >= 957 [=============>
  Detained, Kazakhstan, 9-13 June
  S Ministry of Inter... "almost 4,000"                         3,600-3,999 ||
  = the others together: c02, c10, c12                   >= 808 [==============>
  = Logic alone                                                    >= 3,682 [==>
  h1: everybody punished had been taken to police
  ! 89 people too many for all of these to be true, if everybody punished had been
    taken to police: 957 (c14, Prosecutor General's Office) - 549 (c07, Ministry
    of Internal Affairs) - 220 (c08, Ministry of Internal Affairs) - 99 (c11,
    Norwegian Helsinki Committee) - 0 (c22, Nur-Sultan police) = 89; 957 - 769 =
    at least 188 beyond what Ministry of Internal Affairs counted at most. Ways
    out: a figure is wrong; somebody was taken whom nobody counted, or taken
    elsewhere; it is not so that everybody punished had been taken to police; the
    days of c14, which are inferred, are others; more were taken after c22 was
    said (Nur-Sultan police).
  ! The same with c12 (Eurasianet) instead of c11 (Norwegian Helsinki Committee):
    78 people too many.
  Not shown: scopes 38, flags 15; --all shows them.

On a terminal it has the signs of the page, in the colours of who speaks unless NO_COLOR says no:

  $ alias type="python3 $ROOT/tests/cli/terminal.py --"
  $ NO_COLOR=1 type guvoh count june-2019 --lang ru
  Казахстан, 9–13 июня 2019 г.
  S власти D правозащ. M СМИ U не назв. 50   100   200     500 1 000 2 000 5 000
  Задержаны, Нур-Султан, 12 июня
  S Полиция Нур-Султа… «Задержаний нет» ● 0                                      !
  Задержаны, Алматы, 12 июня
  M Eurasianet «around 100»                  ├┼┤ 90–110                          !
  D Норвежский Хел… «nearly 100 people»      ├┤ 90–99                            !
  Доставлены в полицию, Алматы и Нур-Султан, 9–10 июня
  S Министерство внутренних… (c07, c08)                      ├─┤ 630–769         !
  D Правозащитн… «не менее 400 человек»             ≥ 400 ├────────────────────▶
  Задержаны, Алматы и Нур-Султан, 9–10 июня
  D Норвежский Х… «at least 700 people»                 ≥ 700 ├────────────────▶
  S Министерство внутренних… (c07, c08)                ≥ 630 ├─────────────────▶
  Подвергнуты взысканию судом, Алматы и Нур-Султан, 9–10 июня и 12 июня
  S Генеральная прокуратура «957 лиц»                            ● 957           !
  Задержаны, Алматы и Нур-Султан, 9–12 июня
  U неназванн… «может достигать 5 тыс.»                               5 000? ┄┄┄
  S Министерство внутренних… (c07, c08)                ≥ 630 ├─────────────────▶
  = остальные вместе: c10, c12                           ≥ 790 ╞═══════════════▶
  = Только логика + h1, спорно                             ≥ 957 ╞═════════════▶
  Задержаны, Казахстан, 9–13 июня
  S Министерство внутре… «almost 4,000»                         3 600–3 999 ├┤
  = остальные вместе: c02, c10, c12                       ≥ 808 ╞══════════════▶
  = Только логика                                                   ≥ 3 682 ╞══▶
  h1: все, кого суд подверг взысканию, были доставлены в полицию
  ! 89 человек лишние, всё это вместе не может быть верно, если все, кого суд
    подверг взысканию, были доставлены в полицию: 957 (c14, Генеральная
    прокуратура) − 549 (c07, Министерство внутренних дел) − 220 (c08, Министерство
    внутренних дел) − 99 (c11, Норвежский Хельсинкский комитет) − 0 (c22, Полиция
    Нур-Султана) = 89; 957 − 769 = не меньше 188 сверх самого большого подсчёта
    (Министерство внутренних дел). Возможные объяснения: какое-то число неверно;
    задержали кого-то, кого никто не посчитал, или задержали в другом месте;
    неверно, что все, кого суд подверг взысканию, были доставлены в полицию; дни
    c14 на самом деле другие: они не названы, а выведены; кого-то задержали уже
    после того, как прозвучало c22 (Полиция Нур-Султана).
  ! То же, если взять c12 (Eurasianet) вместо c11 (Норвежский Хельсинкский
    комитет): 78 человек лишние.
  Не показаны охваты: 38, пометки: 15; всё выводит --all.
  $ TERM=xterm type guvoh count june-2019 | head -4 | cat -v | cut -c1-60
  Kazakhstan, 9M-bM-^@M-^S13 June 2019
  S state D defenders M media U unnamed 50   100   200     500
  ^[[1mDetained, Nur-Sultan, 12 June^[[0m
  ^[[34mS Nur-Sultan police M-BM-+M-PM-^WM-PM-0M-PM-4M-PM-5M-Q
  $ LC_ALL=C type guvoh count june-2019 --place almaty --days 2019-06-12 | head -5
  Almaty, 12 June 2019
  S state D defenders M media U unnamed 50                 100               200
  Detained, Almaty, 12 June
  M Eurasianet "around 100"                              |--+-| 90-110           !
  D Norwegian He... "nearly 100 people"                  |-| 90-99               !

What the JSON holds:

  $ python3 - <<'END'
  > import json
  > board = json.load(open("archive.json"))
  > print(sorted(board), sorted(board["scopes"][0]), len(board["scopes"]))
  > for clash in board["clashes"]: print(clash)
  > print(board["clashes_capped"])
  > for s in board["scopes"]:
  >     if s["place"] == "almaty+nur-sultan" and s["days"].startswith("{") and s["measure"] == "detained":
  >         for f in s["floors"]: print(f)
  > END
  ['clashes', 'clashes_capped', 'flags', 'scopes'] ['days', 'floors', 'measure', 'own', 'place', 'unit', 'who'] 45
  {'claims': ['c07', 'c08', 'c11', 'c14', 'c22'], 'assumes': ['h1', 'days:c14'], 'gap': 89}
  {'claims': ['c07', 'c08', 'c12', 'c14', 'c22'], 'assumes': ['h1', 'days:c14'], 'gap': 78}
  False
  {'believe': 'all', 'low': 790, 'basis': ['c10', 'c12'], 'assumes': [], 'disputed': True}
  {'believe': 'all', 'low': 957, 'basis': ['c14'], 'assumes': ['h1', 'days:c14'], 'disputed': True}
  {'believe': 'state', 'low': 630, 'basis': ['c07', 'c08'], 'assumes': [], 'disputed': True}
  {'believe': 'state', 'low': 957, 'basis': ['c14'], 'assumes': ['h1', 'days:c14'], 'disputed': True}
  {'believe': 'others', 'low': 790, 'basis': ['c10', 'c12'], 'assumes': [], 'disputed': True}

Any scope can be asked for, by whom one believes and under an assumption:

  $ guvoh count june-2019 --place almaty --days 2019-06-09/2019-06-11 --believe state --believe others
  Almaty, 9-11 June 2019
  S state D defenders M media U unnamed 200                                  500
  Detained, Almaty, 9-11 June
  = Logic, the others: c03, c06                                   >= 431 [=====>
  15 flags on the whole event: --all shows them.
  $ guvoh count june-2019 --place almaty+nur-sultan --days '{2019-06-09,2019-06-10,2019-06-12}' \
  >   --measure detained --assume h1 --json | grep -c '"low": 957'
  2
  $ guvoh count june-2019 --place nur-sultan --days 2019-06-09
  Nur-Sultan, 9 June 2019
  S state D defenders M media U unnamed 1           2              5          10
  Detained, Nur-Sultan, 9 June
  = Nobody gave a number.
  15 flags on the whole event: --all shows them.

A bound names all that it rests on, on a second line where one is too short:

  $ guvoh count --file "$ROOT/examples/june-2019/claims.csv" --all | grep -A4 '^Held liable.* 10 June'
  Held liable, Almaty and Nur-Sultan, 10 June
  S Ministry of Internal... "около 150"                 |+| 135-165
  = Logic, all, disputed: c08.liable              >= 135 [=====================>
  = Logic, the state, disputed:                   >= 135 [=====================>
    c08.liable

A figure of days stands beside the people it may be, though nobody bounds these:

  $ guvoh count --file "$ROOT/examples/june-2019/claims.csv" --all | grep -A2 '^Released.*(persons)'
  Released after a protocol, Kazakhstan, 9-13 June (persons)
  S Ministry of Intern... "about 3,000" |- 0-3,300 ----------------------|
  = No bound follows.

Refused:

  $ guvoh count
  guvoh: which figures? Give an event (guvoh count EVENT) or a file (--file CLAIMS.csv); there are: june-2019
  [2]
  $ guvoh count july-2019
  guvoh: event "july-2019" has no claims: "guvoh claim list" shows what there is
  [3]
  $ guvoh count june-2019 --place atlantis --days 2019-06-09
  guvoh: "atlantis" is no place of the vocabulary: guvoh place NAME says which id a name has
  [2]
  $ guvoh count june-2019 --place almaty --days 2019-06-31
  guvoh: date "2019-06-31" does not exist: check month and day
  [2]
  $ guvoh count june-2019 --measure shouted
  guvoh: "shouted" is no measure: guvoh vocab measures lists them
  [2]
  $ guvoh count june-2019 --believe nobody --place almaty --days 2019-06-09
  guvoh: nobody can be believed as "nobody": say all, state, others or without:ORIGIN
  [2]
  $ guvoh count june-2019 --believe without:nobody --place almaty --days 2019-06-09
  guvoh: no figure here comes from "nobody": guvoh claim list shows the origins
  [2]
  $ guvoh count june-2019 --assume h9 --place almaty --days 2019-06-09
  guvoh: "h9" is no assumption: guvoh vocab assumptions lists them
  [2]
  $ guvoh count june-2019 --file $ROOT/examples/june-2019/claims.csv
  guvoh: options "--file" and "june-2019" do not go together: keep one
  [2]
  $ guvoh count --file nowhere.csv
  guvoh: "nowhere.csv" does not exist: check the name
  [3]
  $ sed 's/almost 4,000/a good many/' $ROOT/examples/june-2019/claims.csv > words.csv; guvoh count --file words.csv
  guvoh: line 29 of "words.csv": the word "a" is not known here: leave out what says no number, or give low and high by hand
  [2]
  $ guvoh count --file words.csv --lang ru --json
  {"error":{"code":"INPUT","key":"cli.count.row","text":"файл «words.csv», строка 29: слово «a» здесь неизвестно: уберите то, что не относится к числу, или задайте границы (low, high) вручную"}}
  [2]
  $ own() { printf 'id,words,lang,measure,place,days,%s\n%s' "$1" "$2" > own.csv; guvoh count --file own.csv; }
  $ own part_of 'a,5,en,detained,almaty,2019-06-09,a'
  guvoh: line 2 of "own.csv": "a" leads back to itself by "part_of": a claim cannot be part of, derived from or replace itself
  [2]
  $ own supersedes $'a,5,en,detained,almaty,2019-06-09,b\nb,6,en,detained,almaty,2019-06-09,a'
  guvoh: line 3 of "own.csv": "b" leads back to itself by "supersedes": a claim cannot be part of, derived from or replace itself
  [2]
  $ own derived_from 'a,5,en,detained,almaty,2019-06-09,c'
  guvoh: line 2 of "own.csv": "a" names "c" in "derived_from", and there is no such claim: import it too or correct the id
  [2]
  $ own part_of $'a,5,en,detained,almaty,2019-06-09,\na,6,en,detained,almaty,2019-06-09,'
  guvoh: line 3 of "own.csv": the id "a" stands twice: give each claim its own
  [2]

Days of a decision and a part of a day are scopes of their own, told apart in JSON; the order of rows changes nothing:

  $ head='id,words,lang,measure,unit,place,days,time,day_of,origin,class,said_at'
  $ a='a,701,en,punished,persons,almaty,2019-06-09,,assembly,o,state,2019-06-10'
  $ b='b,503,en,punished,persons,almaty,2019-06-09,,decision,p,state,2019-06-11'
  $ t='t,5,en,detained,,almaty,2019-06-09,morning,,q,media,2019-06-12'
  $ printf '%s\n' $head $a $b $t > one.csv; printf '%s\n' $head $t $b $a > other.csv
  $ guvoh count --file one.csv --json > one; guvoh count --file other.csv --json | cmp - one
  $ python3 -c 'import json; [print(s["measure"], s.get("time"), s.get("day_of"), [f["low"] for f in s["floors"]]) for s in json.load(open("one"))["scopes"]]'
  punished None None [701, 701]
  punished None decision [503, 503]
  detained None None [5, 701, 701, 5]
  detained morning None [5, 5]

Where so much contradicts itself that the search for clashes stops at its limit, every form says so:

  $ python3 - > heap.csv <<'END'
  > print("id,words,lang,measure,unit,place,days,coverage,origin,class,said_at")
  > seed = 1
  > def below(n):
  >     global seed
  >     seed = (seed * 1103515245 + 12345) % 2**31
  >     return (seed >> 8) % n
  > def one_of(*values): return values[below(len(values))]
  > for i in range(48):
  >     first = 9 + below(4)
  >     print(i, one_of("%d", "at least %d", "no more than %d") % (50 + below(450)), "en", one_of("detained", "taken-to-police"),
  >         one_of("persons", "unstated"), one_of("almaty", "nur-sultan", "almaty+nur-sultan"),
  >         f"2019-06-{first:02}/2019-06-{first + below(13 - first):02}", "unknown", f"o{i}", "defenders", "2020-01-01", sep=",")
  > END
  $ guvoh count --file heap.csv --json | grep capped
    "clashes_capped": true,
  $ guvoh count --file heap.csv | grep -A1 'may be more'
  ! There may be more contradictions: the search reached its limit. Take fewer
    figures for a full list.
  $ guvoh count --file heap.csv --all --lang ru | grep -c 'может быть больше'
  1
  $ guvoh count --file heap.csv --lang kk --place almaty --days 2019-06-09 | grep -c 'көп болуы мүмкін'
  1

What is believed is said beside what follows from it:

  $ guvoh count --file $ROOT/examples/june-2019/claims.csv --believe state | grep '^='
  = Logic, the state, disputed                        >= 630 [=================>
  = Logic, the state + h1, disputed                       >= 957 [=============>
  = Logic, the state                                               >= 3,682 [==>
