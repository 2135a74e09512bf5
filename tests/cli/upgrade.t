Archives that earlier programs wrote (tests/data/archives) say today what they said then.

  $ cp -r $ROOT/tests/data/archives then; export GUVOH_KEY_FILE=$PWD/then/key GUVOH_USER=editor
  $ for i in first records publications halves exports; do
  >   guvoh -C then/$i verify && guvoh -C then/$i rebuild; done
  The archive is sound: 20 entries checked; files: 16.
  The index was made anew from 20 entries and is the same.
  The archive is sound: 16 entries checked; files: 2.
  The index was made anew from 16 entries and is the same.
  The archive is sound: 7 entries checked; files: 0.
  The index was made anew from 7 entries and is the same.
  The archive is sound: 6 entries checked; files: 1.
  The index was made anew from 6 entries and is the same.
  The archive is sound: 2 entries checked; files: 0.
  The index was made anew from 2 entries and is the same.

The board of the example, from the archive of the first program and from the table of today:

  $ figures() { python3 -c 'import json, sys
  > def walk(v):
  >     if isinstance(v, dict):
  >         for key in sorted(v):
  >             if key not in ("source", "key", "event", "via"): yield key; yield from walk(v[key])
  >     elif isinstance(v, list):
  >         for i in v: yield from walk(i)
  >     else: yield v
  > print(*walk(json.load(sys.stdin)), sep="\n")'; }
  $ guvoh -C then/first count june-2019 --json --all | figures > archive
  $ guvoh count --file $ROOT/examples/june-2019/claims.csv --json --all | figures > table
  $ test $(wc -l < archive) -gt 1000 && cmp archive table

The same board once the archive has taken over the words of today, in which towns lie in regions:

  $ cp -r then/first newer; guvoh -C newer vocab update > /dev/null; guvoh -C newer place Темиртау | grep in
  kind       City of regional rank
  in         Karaganda Region, Karaganda Region (until 2022), Kazakhstan
  $ guvoh -C newer count june-2019 --json --all | figures | cmp - archive

  $ guvoh -C then/first count june-2019 --place kazakhstan --days 2019-06-09/2019-06-13 --believe state
  Kazakhstan, 9-13 June 2019
  S state D defenders M media U unnamed 2,000                              5,000
  Detained, Kazakhstan, 9-13 June
  S Ministry of Inter... "almost 4,000"              3,600-3,999 |---|
  = Logic, the state: c18                                >= 3,682 [============>
  15 flags on the whole event: --all shows them.
  $ guvoh -C then/first claim show slip | grep -e words -e withdrawn
  words         about 300
  withdrawn     yes
  $ guvoh -C then/first source list | wc -l
  16

What was said of an event and of a person; what that person allowed:

  $ export GUVOH_DIR=$PWD/then/records
  $ guvoh record list
  taken   act
  june    event   Assembly on the square
  zarina  person  Zarina Testova
  $ guvoh record show june
  june  Event
  Title
    Assembly on the square
      tjxbbv7i3z5eruwpj  no source named
  Peacefulness
    No aggression from protesters seen (accepted)
      txly7sp3jbry2hhll  A monitor, s1  "no aggression"
    Violence by participants
      Where: Almaty; When: 2019-06-09
      t4pgbsb2vluk4zwxw  The minister, 2019-06-10, s2  "injured with sticks and stones"
  $ guvoh record show zarina --all
  zarina  Person
  Name
    Zarina Testova
      twvwg35owkybspz4o  s1  "Zarina Testova"
  $ guvoh find Testova
  statement    twvwg35owkybspz4o  zarina name: Zarina Testova
  $ guvoh consent zarina
  face           s1                withdrawn: No pictures
  name           s1                The person, until 2035-12-31
  quote          s1                The person

It can be written to:

  $ guvoh state zarina name 'Zarina Testova-Sample' --source s1 --words 'Zarina Testova' | sed -E 's/t[a-z2-7]{16}/ID/'
  Statement ID was added.
  $ guvoh rebuild
  The index was made anew from 17 entries and is the same.

What is kept in two halves reads the same; where copies are is known:

  $ guvoh -C $PWD/then/halves record show zarina
  zarina  Person
  Name
    Zarina Testova
      tou3au2kq6ngmenef  s1  "Zarina Testova"
    Зарина Тестова
      tbyyuc6j2brugfvi6  no source named
  $ guvoh -C $PWD/then/halves doctor | grep cop
  + 1 copy of the archive is known, with no key that was destroyed.

A publication, its figures, what was hidden of it:

  $ export GUVOH_DIR=$PWD/then/publications
  $ guvoh publication show may-2031
  may-2031, about event may
    en 1  2026-11-26  hidden  How many?
    en 2  2026-11-26  shown  How many? (A clearer sentence.)
      count detained.almaty.2031-05-12                    >= 700
      claim c1                                            500
      claim c2                                            >= 700
  $ guvoh publication list
  may-2031  en 2  ready
  $ guvoh count may --json | figures | grep -c .
  58

Who took what for whom:

  $ guvoh -C $PWD/then/exports export exports | cut -d, -f3-7
  by,for,note,files,rows
  editor,partner,A partner,29,0

A source whose key is gone shows nothing to anybody, whatever is said of it:

  $ guvoh -C $PWD/then/destroyed source set sfdiulr67wpshvfxo --confidentiality public
  guvoh: the key of source "sfdiulr67wpshvfxo" was destroyed: nothing of it is left to show
  [5]

Reports of readers and what became of them, a source that was closed, what was set:

  $ export GUVOH_DIR=$PWD/then/errata
  $ guvoh verify && guvoh rebuild
  The archive is sound: 20 entries checked; files: 2.
  The index was made anew from 20 entries and is the same.
  $ guvoh errata list --all | sed -E 's/^r[a-z2-7]{16} *//' | grep -v '^ ' | sort
  DANGER      may-2031 en 1         new
  DANGER      may-2031 en 1         passage hidden
  fact        may-2031 en 1         declined
  fact        may-2031 en 1         new
  spelling    may-2031 en 1         applied  x2
  $ guvoh errata corrections may-2031
  2026-11-26  en 2  "polise" -> "police" (Spelling corrected)
  $ guvoh setting list | grep on_call
  on_call           duty desk
  $ guvoh publish out > /dev/null; grep -o 'Somebody lives at [^.]*' out/en/may-2031/index.html
  Somebody lives at █████
  $ grep -rl 'Closed later' out
  [1]

A source that was destroyed with its file goes again when keys and files of before come back:

  $ export GUVOH_DIR=$PWD/then/named-file
  $ ls then/named-file/blobs | wc -l
  2
  $ guvoh source list | sed -E 's/s[a-z2-7]{16}/ID/'
  s1                 article  A sample
  ID           (destroyed)
  $ ls then/named-file/blobs | wc -l
  1
  $ guvoh claim list may | wc -l
  1
  $ guvoh verify
  The archive is sound: 6 entries checked; files: 1.
  2 sealed parts could not be read: their keys were destroyed on purpose.

Searches that were kept, and one that was forgotten:

  $ guvoh -C then/searches verify
  The archive is sound: 4 entries checked; files: 0.
  $ guvoh -C then/searches find --saved
  almaty             place:almaty -kind:person
  $ guvoh -C then/searches find @courts
  guvoh: no search is kept under "courts": "guvoh find --saved" lists all
  [3]
  $ guvoh -C then/searches rebuild
  The index was made anew from 4 entries and is the same.

A table that was taken in, taken back, and taken in again:

  $ export GUVOH_DIR=$PWD/then/imports
  $ guvoh import list
  i3qer2ish3x7isfmm  2026-11-26T14:27:09Z  10 statements, new records: 4, from list.csv
  taken back: it was a draft
  iwjrwvqotosur3wpd  2026-11-26T14:27:09Z  10 statements, new records: 0, from list.csv
  $ guvoh record list | sort
  list-1         act
  list-1-person  person  Aigul Testova
  list-2         act
  list-2-person  person  Daniyar Tester
  $ guvoh record show list-2 --all | sed -E 's/\b([st])[a-z2-7]{16}\b/\1.../g' | grep -A2 -e Date -e Place
  Date
    2019-06-10
      t...  s..., line 3
  Place
    Almaty
      t...  s..., line 3
  $ guvoh rebuild
  The index was made anew from 6 entries and is the same.

Lists of people, and who they are:

  $ export GUVOH_DIR=$PWD/then/lists
  $ guvoh verify && guvoh rebuild
  The archive is sound: 19 entries checked; files: 3.
  The index was made anew from 19 entries and is the same.
  $ guvoh list | sed -E 's/s[a-z2-7]{16}/SOURCE/'
  court    3 mentions, source SOURCE; event may
  lawyers  4 mentions, source SOURCE; event may; nobody twice
  press    2 mentions, source SOURCE; event may; taken back: it was a draft
  $ guvoh list show court
  court  3 mentions, source smkbdvnistbcamb3u; event may
  court:2      Ф. И. О.: Тестова Айгуль; дата рождения: 12.05.1990
  court:3      Ф. И. О.: Тестов Серик; дата рождения: 20.02.1987
  court:4      Ф. И. О.: Самплов Даурен; дата рождения: 03.11.1979
  $ guvoh link --event may
  Mentions: 7. People, as far as they can be told apart: 4.
  By the doubts of the linkage itself: 4 to 4, in 95 % of partitions drawn by chance.

A mention that was taken out of a person:

  $ guvoh -C $PWD/then/persons person --event may
  Lists, verdicts or the rules of linking have changed since the last linkage: guvoh link counts anew.
  p4uc3smh7gvg4f7d4  Asel Tryova; 2001-07-30; Oral. Mentions: 2, lists: 2 (lawyers:5 press:3)
  pjwwrihc4vaf5qepm  Serik Testov; 1987-02-20; Taraz. Mentions: 2, lists: 2 (court:3 lawyers:3)
  pm5tdfbgg4gjjsuua  Dauren Samplov; 1979-11-03; Almaty. Mentions: 2, lists: 2 (court:4 lawyers:4)
  pr6kdo55hnmkz7txw  Aigul Testova; 1990-05-12; Taraz. Mentions: 2, lists: 2 (court:2 lawyers:2)
  psraj3723zbmwix2v  Aigul Testova; Taraz. Mentions: 1, lists: 1 (press:2)
  $ guvoh -C $PWD/then/about list about may --measure detained --place almaty --days 2031-05-12
  That was said before: nothing was written.
  $ guvoh -C $PWD/then/estimates count may --panel | sed -n '/^Estimates/,/^Estimated/p'
  Estimates side by side
    all graphs of lists                 5-13
      ! 20 % of the estimate rests on a model in which the lists say nothing
        of those on none.
    log-linear                          5-7
      ! Of 100 random draws 43 have no fit and were left out of the
        interval.
    latent classes                      refused
      ! 20 of 20 parts give no number by this method, so neither does the
        whole.
    sample coverage                     refused
      ! 20 of 20 parts give no number by this method, so neither does the
        whole.
    Chao, at least                      5-5
      ! Few people are on exactly two lists (4): the bound is unsteady.
  No range is given; the doubts say why no more can be said than how many are
  documented.
  ! People on two lists or more: 4. Fewer than 25 do not carry an estimate.
  ! List "court" has few people: 3.
  
  The same without one list
    Without list court                  5-65
    Without list lawyers                refused
    Without list press                  refused
  
  Estimated on 26 November 2026 from 20 samples of the linkage. Lists, verdicts or
  $ guvoh -C $PWD/then/persons rebuild
  The index was made anew from 13 entries and is the same.

What somebody said of a column:

  $ guvoh -C $PWD/then/maps list map lawyers
  name                     name        whole name
  born                     date        date
  town                     text        free text, not compared (said by the team)
  $ guvoh -C $PWD/then/maps rebuild
  The index was made anew from 22 entries and is the same.

Between them these archives hold every op that there is (src/domain/ops.def, and the archive's own):

  $ for i in then/*/archive; do guvoh -C ${i%/archive} log --json; done |
  >   grep -oE '"[a-z]+\.[a-z]+"' | tr -d '"' | sort -u > held
  $ (grep -oE '^OP\("[a-z.]+' $ROOT/src/domain/ops.def | cut -c 5-; echo key.copy; echo key.destroy) | sort -u | diff held - | grep '>'
  [1]
