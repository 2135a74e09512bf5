What a value of each type may be, and what is said of one that it may not: docs/values.md.

  $ guvoh init a --key-file k > /dev/null
  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k
  $ guvoh record add event --id june > /dev/null
  $ guvoh record add person --id p1 > /dev/null
  $ mask() { sed -E 's/\b([rtk])[a-z2-7]{16}\b/\1.../g'; }
  $ try() { for value in "$@"; do guvoh state $record $property "$value" 2>&1 | mask; done; }

Dates: levels 0 and 1 of EDTF, and sets; the text stays as it was written.

  $ record=june property=date
  $ try 2019-06-09~ 2019-22 2019-06-13/ '[2019-06-09,2019-06-10]' 2019-06-09T21:30:00+06:00 201X Y-17000
  Statement t... was added.
  Statement t... was added.
  Statement t... was added.
  Statement t... was added.
  Statement t... was added.
  Statement t... was added.
  Statement t... was added.
  $ guvoh record show june | grep -A1 '^  [-2[]' | grep '^  [-2[]'
    2019-06-09~
    2019-22
    2019-06-13/
    [2019-06-09,2019-06-10]
    2019-06-09T21:30:00+06:00
    201X
  $ try 2019-02-29 2019-13 XXXX-12-XX 2019-21/2019-22 ../.. 2019-06-10/2019-06-09 09.06.2019 Y12345678901
  guvoh: date "2019-02-29" does not exist: check month and day
  guvoh: date "2019-13" does not exist: check month and day
  guvoh: "XXXX-12-XX" is of level 2 of EDTF, which is not read here: write an interval of the days it can be
  guvoh: season "2019-21/2019-22" has no exact days: write its first and last day as an interval
  guvoh: "../.." leaves no day out: give a first or a last day
  guvoh: "2019-06-09" comes before "2019-06-10": write the earlier date first
  guvoh: "09.06.2019" is not a date: write 2019-06-09, 2019-06, 2019-06-09/2019-06-10 or days with commas in braces
  guvoh: the year of "Y12345678901" has more than 10 digits: no such year is kept

A figure counts over days, and takes a date that names them exactly:

  $ figure() { printf 'id,words,lang,measure,place,days,origin,class\nf1,100,en,detained,almaty,%s,,\n' "$1" > f.csv; guvoh count --file f.csv 2>&1 | grep guvoh; }
  $ for days in 2019-22 '"[2019-06-09,2019-06-10]"' 2019-06-09T21:30 2019-06-13/ -0044 2019-25; do figure "$days"; done
  guvoh: line 2 of "f.csv": season "2019-22" has no exact days: write its first and last day as an interval
  guvoh: line 2 of "f.csv": "[2019-06-09,2019-06-10]" means one of these days without saying which: name all the days meant in braces, or an interval
  guvoh: line 2 of "f.csv": "2019-06-09T21:30" holds a time of day: leave the time out, it stands beside the date
  guvoh: line 2 of "f.csv": "2019-06-13/" has an end that is not known: write ".." where it is open, or the interval that is known
  guvoh: line 2 of "f.csv": "-0044" lies outside the years 0000 to 9999: give days within them
  guvoh: line 2 of "f.csv": "2019-25" is of level 2 of EDTF, which is not read here: write an interval of the days it can be
