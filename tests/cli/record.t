A record is a kind and an id; what is known of it are statements, each from its source.

  $ guvoh init a --key-file k > /dev/null
  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k
  $ echo 'The monitors saw no aggression from the crowd.' > monitor
  $ echo 'Officers were injured with sticks and stones.' > minister
  $ guvoh add monitor --id s1 --kind observation --title 'Notes of a monitor' --lang en > /dev/null
  $ guvoh add minister --id s2 --kind official-statement --title 'Statement of the ministry' --lang en --public > /dev/null
  $ mask() { sed -E 's/\b([rtk])[a-z2-7]{16}\b/\1.../g'; }
  $ guvoh record list
  There are no records yet: guvoh record add
  $ guvoh record add event --id june
  Record june was added.
  $ guvoh record add event --id june
  Record june is there already: nothing was changed.
  $ guvoh record add act | mask
  Record r... was added.
  $ guvoh record show june
  june  Event
  Nothing is said of it yet: guvoh state june PROPERTY VALUE

Two sources that disagree stand side by side:

  $ guvoh state june name 'Assembly on the square' | mask
  Statement t... was added.
  $ guvoh state june name 'Собрание на площади' --lang ru | mask
  Statement t... was added.
  $ guvoh state june peacefulness no-aggression-seen --source s1 --words 'no aggression' --speaker 'A monitor' --basis saw | mask
  Statement t... was added.
  $ guvoh state june peacefulness violence-by-participants --source s2 --words 'injured with sticks and stones' \
  >   --speaker 'The minister' --said-at 2019-06-10 --with place=almaty --with date=2019-06-09 --public | mask
  Statement t... was added.
  $ guvoh record show june | mask
  june  Event
  Title
    Assembly on the square
      t...  no source named
    Собрание на площади
      t...  no source named
  Peacefulness: disputed
    No aggression from protesters seen
      t...  A monitor, s1  "no aggression"
    Violence by participants
      Where: Almaty; When: 2019-06-09
      t...  The minister, 2019-06-10, s2  "injured with sticks and stones"
  $ guvoh --lang ru record show june | mask
  june  Событие
  Название
    Assembly on the square
      t...  источник не указан
    Собрание на площади
      t...  источник не указан
  Мирный характер: данные расходятся
    Агрессии протестующих не замечено
      t...  A monitor, s1  "no aggression"
    Насилие со стороны участников
      Где: Алматы; Когда: 2019-06-09
      t...  The minister, 2019-06-10, s2  "injured with sticks and stones"
  $ guvoh record list | mask
  r...  act
  june               event  Assembly on the square
  $ guvoh --lang ru record list event
  june  event  Собрание на площади

The same again changes nothing:

  $ guvoh state june peacefulness no-aggression-seen --source s1 --words 'no aggression' --speaker 'A monitor' --basis saw | mask
  Statement t... says the very same already: nothing was changed.
  $ guvoh log | wc -l
  9

An editor decides, and both stay:

  $ id() { guvoh record show june --json | python3 -c "import json, sys
  > print([s['id'] for p in json.load(sys.stdin)['properties'] for v in p['values'] for s in v['said'] if s['value'] == '$1'][0])"; }
  $ monitor=$(id no-aggression-seen)
  $ guvoh accept $monitor | mask
  Statement t... was accepted: its value is shown as decided.
  $ guvoh record show june | mask | grep -A6 Peacefulness
  Peacefulness
    No aggression from protesters seen (accepted)
      t...  A monitor, s1  "no aggression"
    Violence by participants
      Where: Almaty; When: 2019-06-09
      t...  The minister, 2019-06-10, s2  "injured with sticks and stones"
  $ guvoh accept $(id violence-by-participants) --json | mask
  {
    "id": "t...",
    "accepted": true
  }
  $ guvoh record show june | grep accepted
    Violence by participants (accepted)

What is withdrawn is shown no longer, and cannot be brought back by an import:

  $ guvoh withdraw $(id violence-by-participants) --why 'The ministry corrected itself' | mask
  Statement t... was withdrawn.
  $ guvoh record show june | mask | grep -A6 Peacefulness
  Peacefulness
    No aggression from protesters seen (accepted)
      t...  A monitor, s1  "no aggression"
  $ guvoh state june peacefulness violence-by-participants --source s2 --words 'injured with sticks and stones' \
  >   --speaker 'The minister' --said-at 2019-06-10 --with place=almaty --with date=2019-06-09 --public 2>&1 | mask
  guvoh: the very same was said and withdrawn before, as t...: a withdrawal wins

An act refers to its event; a value may come from a pipe:

  $ act=$(guvoh record add act --id taking --json | grep '"key"' | cut -d'"' -f4)
  $ guvoh state taking part-of june | mask
  Statement t... was added.
  $ echo 'An observer was taken' | guvoh state $act name - --json | mask
  {
    "id": "t...",
    "added": true,
    "anchored": false
  }
  $ guvoh state taking stage released --with time=21:30~ --with date=2019-06-09 --source s1 | mask
  Statement t... was added.
  $ guvoh record show taking --all --json | mask
  {
    "id": "taking",
    "key": "r...",
    "kind": "act",
    "title": "An observer was taken",
    "destroyed": false,
    "properties": [
      {
        "property": "name",
        "label": "Title",
        "disputed": false,
        "values": [
          {
            "text": "An observer was taken",
            "accepted": false,
            "said": [
              {
                "id": "t...",
                "record": "taking",
                "property": "name",
                "type": "text",
                "value": "An observer was taken",
                "lang": "en",
                "basis": "unknown",
                "confidentiality": "archive",
                "checked": true,
                "withdrawn": false
              }
            ]
          }
        ]
      },
      {
        "property": "part-of",
        "label": "Event",
        "disputed": false,
        "values": [
          {
            "text": "june",
            "accepted": false,
            "said": [
              {
                "id": "t...",
                "record": "taking",
                "property": "part-of",
                "type": "ref",
                "value": "june",
                "lang": "en",
                "basis": "unknown",
                "confidentiality": "archive",
                "checked": true,
                "withdrawn": false
              }
            ]
          }
        ]
      },
      {
        "property": "stage",
        "label": "Stage",
        "disputed": false,
        "values": [
          {
            "text": "Released",
            "accepted": false,
            "said": [
              {
                "id": "t...",
                "record": "taking",
                "property": "stage",
                "type": "term",
                "value": "released",
                "with": [
                  {
                    "property": "time",
                    "label": "Time of day",
                    "value": "21:30~",
                    "text": "21:30~"
                  },
                  {
                    "property": "date",
                    "label": "Date",
                    "value": "2019-06-09",
                    "text": "2019-06-09"
                  }
                ],
                "lang": "en",
                "source": "s1",
                "basis": "unknown",
                "confidentiality": "archive",
                "checked": true,
                "withdrawn": false
              }
            ]
          }
        ]
      }
    ]
  }

Refused:

  $ guvoh record add rumour
  guvoh: "rumour" is no kind of record: guvoh vocab kinds lists them
  [2]
  $ guvoh record add act --id june
  guvoh: a record of kind "event" has the id "june" already: choose one that nothing has
  [5]
  $ guvoh record add act --id 'two words'
  guvoh: "two words" cannot be an id: use up to 64 of a-z, A-Z, 0-9, ".", "-" and "_"
  [2]
  $ guvoh record add
  guvoh: "record add" needs more: guvoh record add KIND [--id ID]
  [2]
  $ guvoh record show nothing
  guvoh: no record is called "nothing": guvoh record list shows them
  [3]
  $ guvoh record show ''
  guvoh: no record is called "": guvoh record list shows them
  [3]
  $ guvoh record list rumour
  guvoh: "rumour" is no kind of record: guvoh vocab kinds lists them
  [2]
  $ guvoh record
  guvoh: "record" needs a second word: add, import, list, show
  [2]
  $ guvoh state nobody name X
  guvoh: no record is called "nobody": guvoh record list shows them
  [3]
  $ guvoh state june colour red
  guvoh: a record of kind "event" has no property "colour": guvoh vocab event lists what can be said of it
  [2]
  $ guvoh state june name ' '
  guvoh: "name" needs a value: say what it is
  [2]
  $ guvoh state june name "$(printf 'a\tb')"
  guvoh: "value" is not UTF-8 text on one line
  [2]
  $ guvoh state june peacefulness nice
  guvoh: "nice" is no term of the list "peacefulness": guvoh vocab peacefulness shows them
  [2]
  $ guvoh state june date 2019-06-31
  guvoh: date "2019-06-31" does not exist: check month and day
  [2]
  $ guvoh state june time 25:00
  guvoh: "25:00" is no time of day: write 21:30, 21:30~ (about) or 21:30/22:00
  [2]
  $ guvoh state june place moscow
  guvoh: "moscow" is no place: take one from guvoh vocab places, or write "43.2389,76.9455 vicinity" (guvoh vocab precision)
  [2]
  $ guvoh state june place '43.2389,176.9455 nearby'
  guvoh: "43.2389,176.9455 nearby" is no place: take one from guvoh vocab places, or write "43.2389,76.9455 vicinity" (guvoh vocab precision)
  [2]
  $ guvoh state taking part-of nobody
  guvoh: no record is called "nobody": guvoh record list shows them
  [3]
  $ guvoh state taking part-of taking
  guvoh: "taking" cannot be "part-of": that must be a record of kind event
  [2]
  $ guvoh state taking legal-basis iccpr-99
  guvoh: "iccpr-99" is no provision of law: guvoh vocab provisions lists them
  [2]
  $ guvoh state june name X --with date=2019-06-09
  guvoh: "date" is no qualifier of "event.name": guvoh vocab event.name lists them, if it has any
  [2]
  $ guvoh state june peacefulness peaceful --with date=noon
  guvoh: "noon" is not a date: write 2019-06-09, 2019-06, 2019-06-09/2019-06-10 or days with commas in braces
  [2]
  $ guvoh state june peacefulness peaceful --with date
  guvoh: "date" has no "=": write what narrows it as PROPERTY=VALUE
  [2]
  $ guvoh state june peacefulness peaceful --source s9
  guvoh: no source is called "s9": guvoh source list shows them
  [3]
  $ guvoh state june peacefulness peaceful --words 'no aggression'
  guvoh: words without a source cannot be found again: name it with --source
  [2]
  $ guvoh state june peacefulness peaceful --source s1 --words 'some aggression'
  guvoh: the words "some aggression" do not stand in source s1: copy them from it as they are
  [2]
  $ guvoh state june peacefulness peaceful --source s1 --basis heard
  guvoh: "heard" is no term of the list "basis": guvoh vocab basis shows them
  [2]
  $ guvoh state june peacefulness peaceful --source s1 --credence much
  guvoh: "much" is no term of the list "credence": guvoh vocab credence shows them
  [2]
  $ guvoh state june peacefulness peaceful --source s1 --checked perhaps
  guvoh: "perhaps" is neither yes nor no: write "yes" when somebody compared the words with the source
  [2]
  $ guvoh state june peacefulness peaceful --said-at yesterday
  guvoh: "yesterday" is not a date: write 2019-06-09, 2019-06, 2019-06-09/2019-06-10 or days with commas in braces
  [2]
  $ guvoh state june peacefulness peaceful --confidentiality friends
  guvoh: "friends" is no term of the list "confidentiality": guvoh vocab confidentiality shows them
  [2]
  $ guvoh state june peacefulness peaceful --confidentiality archive --public
  guvoh: options "--public" and "--confidentiality" do not go together: keep one
  [2]
  $ guvoh withdraw t7777777 --why 'no'
  guvoh: no statement has the id "t7777777": guvoh record show prints those of a record
  [3]
  $ guvoh withdraw $monitor
  guvoh: option "--why" is missing: "withdraw" needs it
  [2]
  $ guvoh withdraw $monitor --why ' '
  guvoh: a withdrawal needs a reason: say why, for those who come after
  [2]
  $ guvoh withdraw $monitor --why 'Said by mistake' > /dev/null; guvoh withdraw $monitor --why again 2>&1 | mask
  guvoh: statement t... is withdrawn already
  $ guvoh accept $monitor 2>&1 | mask
  guvoh: statement t... is withdrawn already
  $ guvoh accept t
  guvoh: several ids begin with "t": give more of the id
  [2]
  $ guvoh rebuild
  The index was made anew from 17 entries and is the same.

Nothing of it can be read in the folder:

  $ grep -rl -e 'square' -e 'aggression' -e 'peacefulness' a
  [1]

A record that comes from another archive without an alias keeps the id it had there; a qualifier that holds ";" stands in quotes:

  $ cat > moved.csv <<'EOF'
  > record,kind,property,value,with
  > rabcdefghijklmnop,act,part-of,june,
  > rabcdefghijklmnop,act,stage,seized,"note=""at noon; """"by six"""" men"" ; order=1"
  > rabcdefghijklmnoq,finding,about,rabcdefghijklmnop,
  > EOF
  $ guvoh record import moved.csv
  3 statements added; new records: 2; unchanged rows: 0.
  $ guvoh record import moved.csv
  0 statements added; new records: 0; unchanged rows: 3.
  $ guvoh record add act --id rabcdefghijklmnop
  Record rabcdefghijklmnop is there already: nothing was changed.
  $ guvoh record add event --id rabcdefghijklmnop
  guvoh: a record of kind "act" has the id "rabcdefghijklmnop" already: choose one that nothing has
  [5]
  $ guvoh record add act --id tabcdefghijklmnop
  guvoh: "tabcdefghijklmnop" cannot be an id: use up to 64 of a-z, A-Z, 0-9, ".", "-" and "_"
  [2]
  $ guvoh record show rabcdefghijklmnop --json | grep -e '"text": "at'
                "text": "at noon; \"by six\" men"
  $ guvoh rebuild | grep -c same
  1

Rows that can stand are taken when asked so, the others written down with the reason:

  $ printf 'record,kind,property,value\nmixed,event,type,assembly\nmixed,,colour,red\nmixed,,name,One\n' > mixed.csv
  $ guvoh record import mixed.csv
       3  colour: a record of kind "event" has no property "colour": guvoh vocab event lists what can be said of it
  guvoh: 1 line of "mixed.csv" was refused, so nothing was written: correct it, or take the others with --skip-bad BAD.csv
  [2]
  $ guvoh record import mixed.csv --skip-bad bad.csv --dry-run
  1 line was refused and stands in "bad.csv" with the reason.
  Nothing was written. It would add 2 statements; new records: 1; unchanged rows: 0.
  $ guvoh record import mixed.csv --dry-run --all --skip-bad bad.csv
       2  new  mixed
       3  colour: a record of kind "event" has no property "colour": guvoh vocab event lists what can be said of it
       4  new  mixed
  1 line was refused and stands in "bad.csv" with the reason.
  Nothing was written. It would add 2 statements; new records: 1; unchanged rows: 0.
  $ guvoh record import mixed.csv --skip-bad bad.csv
  1 line was refused and stands in "bad.csv" with the reason.
  2 statements added; new records: 1; unchanged rows: 0.
  $ cat bad.csv
  record,kind,property,value,refused
  mixed,,colour,red,"colour: a record of kind ""event"" has no property ""colour"": guvoh vocab event lists what can be said of it"
  $ guvoh record import bad.csv --skip-bad worse.csv > /dev/null; cmp bad.csv worse.csv
  $ sed 's/colour,red/name,Two/' bad.csv > mended.csv; guvoh record import mended.csv
  1 statement added; new records: 0; unchanged rows: 0.
  $ guvoh record import mixed.csv --skip-bad bad.csv
  1 line was refused and stands in "bad.csv" with the reason.
  0 statements added; new records: 0; unchanged rows: 2.
