What people say of pairs of mentions binds every later linkage. The people are invented.

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
  $ cat > press.csv <<'END'
  > name,born,town
  > Aigul Testova,1990,Taraz
  > Serik Testov,1978-02-20,Almaty
  > Asel Tryova,2001,Oral
  > Marat Proboev,,
  > Nurlan Zkouskin,1983-12-25,Pavlodar
  > END
  $ guvoh review
  guvoh: there is no list to link: add one with guvoh list add
  [3]
  $ guvoh list add lawyers.csv --name lawyers --event may --no-repeats > /dev/null
  $ guvoh list add press.csv --name press --event may --no-repeats > /dev/null
  $ guvoh link --event may
  Mentions: 13. People, as far as they can be told apart: 8.
  By the doubts of the linkage itself: 8 to 9, in 95 % of partitions drawn by chance.

Pairs in doubt, the least sure first:

  $ guvoh review --event may --limit 2
  lawyers:3                                press:3
  name: Serik Testov                       name: Serik Testov
  born: 1987-02-20                         born: 1978-02-20
  town: Taraz                              town: Almaty
  lawyers:3,press:3: one person is 22 times likelier than two
    two rows taken at random                     for two people, 8.9 times
    given name, the same: serik – serik          for one person, 16 times
    family name, the same: test – test           for one person, 9.1 times
    town, different: taraz – almaty              for two people, 7.6 times
    born, a slip apart: 1987-02-20 – 1978-02-20  for one person, 11 times
  As it stands they are one person.
  
  lawyers:6                                press:5
  name: Marat Proboev                      name: Marat Proboev
  born: 1966-09-08
  town: Semey
  lawyers:6,press:5: one person is 31 times likelier than two
    two rows taken at random                     for two people, 8.9 times
    given name, the same: marat – marat          for one person, 16 times
    family name, the same: prob – prob           for one person, 18 times
  As it stands they are one person.
  
  Say of each: guvoh review PAIR same, different or unsure
  $ guvoh review --event may --json > pairs; grep '"pair"' pairs | sort
        "pair": "lawyers:3,press:3",
        "pair": "lawyers:6,press:5",
  $ guvoh review lawyers:3,press:3
  lawyers:3                                press:3
  name: Serik Testov                       name: Serik Testov
  born: 1987-02-20                         born: 1978-02-20
  town: Taraz                              town: Almaty
  lawyers:3,press:3: one person is 22 times likelier than two
    two rows taken at random                     for two people, 8.9 times
    given name, the same: serik – serik          for one person, 16 times
    family name, the same: test – test           for one person, 9.1 times
    town, different: taraz – almaty              for two people, 7.6 times
    born, a slip apart: 1987-02-20 – 1978-02-20  for one person, 11 times
  As it stands they are one person.

A verdict is an entry; said again, nothing is written:

  $ guvoh review lawyers:3,press:3 different
  It was kept, and binds every later linkage: guvoh link
  $ guvoh review press:3,lawyers:3 different --json
  {
    "pair": "press:3,lawyers:3",
    "said": "different",
    "fresh": false
  }
  $ guvoh link --event may
  Mentions: 13. People, as far as they can be told apart: 9.
  By the doubts of the linkage itself: 9 to 9, in 95 % of partitions drawn by chance.
  $ guvoh review lawyers:3,press:3 same | head -1; guvoh link --event may
  It was kept, and binds every later linkage: guvoh link
  Mentions: 13. People, as far as they can be told apart: 8.
  By the doubts of the linkage itself: 8 to 8, in 95 % of partitions drawn by chance.
  $ guvoh review lawyers:3,press:3 | tail -2
  As it stands they are one person.
  Somebody said: the same person.
  $ guvoh review lawyers:3,press:3 none; guvoh link --event may
  It was kept, and binds every later linkage: guvoh link
  Mentions: 13. People, as far as they can be told apart: 8.
  By the doubts of the linkage itself: 8 to 9, in 95 % of partitions drawn by chance.
  $ guvoh rebuild
  The index was made anew from 18 entries and is the same.

At a terminal a key is an answer; u takes the last one back:

  $ python3 $ROOT/tests/cli/terminal.py 3 u 1 q -- guvoh review --event may --limit 2 | grep -v '^ '
  
  lawyers:3                                press:3
  name: Serik Testov                       name: Serik Testov
  born: 1987-02-20                         born: 1978-02-20
  town: Taraz                              town: Almaty
  lawyers:3,press:3: one person is 22 times likelier than two
  As it stands they are one person.
  1 same  2 different  3 cannot tell  u undo  q quit: 
  
  lawyers:6                                press:5
  name: Marat Proboev                      name: Marat Proboev
  born: 1966-09-08
  town: Semey
  lawyers:6,press:5: one person is 31 times likelier than two
  As it stands they are one person.
  1 same  2 different  3 cannot tell  u undo  q quit: 
  
  lawyers:3                                press:3
  name: Serik Testov                       name: Serik Testov
  born: 1987-02-20                         born: 1978-02-20
  town: Taraz                              town: Almaty
  lawyers:3,press:3: one person is 22 times likelier than two
  As it stands they are one person.
  1 same  2 different  3 cannot tell  u undo  q quit: 
  
  lawyers:6                                press:5
  name: Marat Proboev                      name: Marat Proboev
  born: 1966-09-08
  town: Semey
  lawyers:6,press:5: one person is 31 times likelier than two
  As it stands they are one person.
  1 same  2 different  3 cannot tell  u undo  q quit: 
  Pairs judged: 1. guvoh link takes them in.
  $ guvoh log | grep -o 'mention.judge' | wc -l
  6
  $ guvoh review --event may --json | grep '"pair"' | wc -l
  1

Back to the first answer, also from the last pair; each of them is an entry:

  $ guvoh review lawyers:3,press:3 none > /dev/null
  $ python3 $ROOT/tests/cli/terminal.py 3 3 u u u q -- guvoh review --event may --limit 2 | grep -e '^lawyers:[0-9]* ' -e last -e quit -e judged
  lawyers:3                                press:3
  1 same  2 different  3 cannot tell  u undo  q quit: 
  lawyers:6                                press:5
  1 same  2 different  3 cannot tell  u undo  q quit: 
  That was the last of these pairs.
  u undo  q quit: 
  lawyers:6                                press:5
  1 same  2 different  3 cannot tell  u undo  q quit: 
  lawyers:3                                press:3
  1 same  2 different  3 cannot tell  u undo  q quit: 
  lawyers:3                                press:3
  1 same  2 different  3 cannot tell  u undo  q quit: 
  Pairs judged: 0. guvoh link takes them in.
  $ guvoh log | grep -o 'mention.judge' | wc -l
  11
  $ guvoh review --event may --json | grep '"pair"' | wc -l
  2
  $ guvoh review lawyers:3,press:3 same > /dev/null

What cannot be judged:

  $ guvoh review lawyers,press:3 same
  guvoh: "lawyers" names no mention: write LIST:LINE, as in lawyers:12
  [2]
  $ guvoh review lawyers:99,press:3 same
  guvoh: there is no mention "lawyers:99": guvoh list show lawyers shows those of the list
  [3]
  $ guvoh review lawyers:3,lawyers:3 same
  guvoh: both are the same mention: name two, parted by a comma
  [2]
  $ guvoh review lawyers:3,press:3 maybe
  guvoh: "maybe" is no verdict: write same, different, unsure or none
  [2]
  $ guvoh review lawyers:3,lawyers:3
  guvoh: both are the same mention: name two, parted by a comma
  [2]
  $ guvoh review --limit none
  guvoh: "none" is no number of pairs: write one from 1 to 2000
  [2]
  $ guvoh list add press.csv --name again --event june > /dev/null; guvoh review lawyers:3,again:3 --event may
  list "again" holds the same file as press: whoever stands on one stands on both. If it was given twice, take it back: guvoh list undo again --why REASON
  guvoh: "again:3" is in none of the lists that are linked: leave --event out, or add its list again
  [2]
  $ guvoh rebuild
  The index was made anew from 29 entries and is the same.

Verdicts that cannot all be true are named, by whoever says them and by the linkage:

  $ guvoh review lawyers:2,lawyers:4 same --event may
  It was kept, and binds every later linkage: guvoh link
  $ guvoh review lawyers:4,press:2 same --event may
  It was kept, and binds every later linkage: guvoh link
  $ guvoh review lawyers:2,press:2 different --event may
  lawyers:2 and press:2 were said to be different people, and one person by way of other verdicts: "different" holds, so one "same" does not. Look again: guvoh review lawyers:2,press:2
  It was kept, and binds every later linkage: guvoh link
  $ guvoh link --event may | head -1
  lawyers:2 and press:2 were said to be different people, and one person by way of other verdicts: "different" holds, so one "same" does not. Look again: guvoh review lawyers:2,press:2
  Mentions: 13. People, as far as they can be told apart: 8.
  $ guvoh review lawyers:2,press:2 none --event may
  It was kept, and binds every later linkage: guvoh link
  $ guvoh link --event may | head -1
  Mentions: 13. People, as far as they can be told apart: 7.
