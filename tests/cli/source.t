A file becomes a source; what is wrong with it is said in one sentence, and nothing is written.

  $ guvoh init a --key-file k > /dev/null
  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k
  $ echo 'around 30 people were seen' > text
  $ guvoh source list
  There are no sources yet: guvoh add
  $ guvoh add text --id s1 --kind article --title 'A morning on the square' --lang en --date 2019-06-10
  Source s1 was added.
  $ guvoh add text --id s2 --kind interview --title - --json <<< 'Interview, June 2019' | grep '"id"'
    "id": "s2",
  $ guvoh source list
  s1  article    A morning on the square
  s2  interview  Interview, June 2019
  $ guvoh source list --json | python3 -c 'import json, sys
  > for s in json.load(sys.stdin)["sources"]: print(s["id"], s["kind"], s["confidentiality"], s["title"], s["date"])'
  s1 article archive A morning on the square 2019-06-10
  s2 interview archive Interview, June 2019 

Refused:

  $ guvoh add text --title T
  guvoh: option "--kind" is missing: "add" needs it
  [2]
  $ guvoh add text --kind article
  guvoh: option "--title" is missing: "add" needs it
  [2]
  $ guvoh add nowhere --kind article --title T
  guvoh: "nowhere" does not exist: check the name of the file to add
  [3]
  $ guvoh add a --kind article --title T
  guvoh: "a" is not what is needed here: a folder instead of a file, a file instead of a folder, or a link
  [2]
  $ guvoh add text --kind rumour --title T
  guvoh: "rumour" is no kind of source: guvoh vocab source-kind lists them
  [2]
  $ guvoh add text --kind article --title T --date 2019-06-31
  guvoh: date "2019-06-31" does not exist: check month and day
  [2]
  $ guvoh add text --kind article --title T --url ftp://x
  guvoh: "ftp://x" is no address: begin it with https:// or http://
  [2]
  $ guvoh add text --id s1 --kind article --title T
  guvoh: another source has the id "s1" already: choose one that nothing has
  [5]
  $ guvoh add text --kind article --title - < /dev/null
  guvoh: nothing was typed for "--title": type one line and press Enter
  [2]
  $ printf '\xff\n' | guvoh add text --kind article --title -
  guvoh: what was typed for "--title" is not UTF-8: set the terminal to UTF-8
  [2]
  $ guvoh source list | wc -l
  2
  $ guvoh verify
  The archive is sound: 3 entries checked; files: 2.

Nothing that was typed or added can be read in the folder:

  $ grep -rl -e 'square' -e 'around 30' a
  [1]

What would steer a terminal is refused where it is typed, and a mark where a table brings it:

  $ guvoh add page.txt --kind article --title "$(printf 'a\033[2Jb')" 2>&1 | tail -1
  guvoh: the title, language or address is not UTF-8 text on one line
  $ printf 'id,words,lang,measure,place,days,origin,class\nx1,500,en,detained,almaty,2019-06-09,po\302\233lice,state\n' > c1.csv
  $ guvoh count --file c1.csv --all | grep -c "$(printf '\302\233')"
  0
  [1]
  $ printf 'id,words,lang,measure,place,days\nx1,500,en,detained,almaty,2019-06-09\033[1m\n' > esc.csv
  $ guvoh count --file esc.csv
  guvoh: line 2 of "esc.csv": "days" holds a line end or another control character: write it on one line
  [2]

A source that comes from another archive without an alias keeps the id it had there:

  $ guvoh add text --id sabcdefghijklmnop --kind document --title 'Moved'
  Source sabcdefghijklmnop was added.
  $ guvoh add text --id sabcdefghijklmnop --kind document --title 'Moved again'
  guvoh: another source has the id "sabcdefghijklmnop" already: choose one that nothing has
  [5]
