People whom lists name stand beside the figures that others gave.

  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k GUVOH_USER=editor; guvoh init a > /dev/null
  $ printf 'name,born\nAlua Testova,1990-05-12\nSerik Testov,1987-02-20\nDauren Samplov,1979-11-03\nMira Testova,1985-01-30\nOlzhas Samplov,1992-08-08\n' > lawyers.csv
  $ printf 'name,born\nAlua Testova,1990-05-12\nSerik Testov,1987-02-20\nZarina Samplova,1971-09-09\nErlan Testov,1964-04-14\n' > court.csv
  $ for i in lawyers court; do guvoh list add $i.csv --name $i --event may --no-repeats > /dev/null 2>&1; done; guvoh link --event may | head -1
  Mentions: 9. People, as far as they can be told apart: 7.
  $ said() { guvoh claim add "$1" --event may --lang en --measure detained --place almaty --days 2031-05-12 --unit persons --confidentiality public --id $2 --origin $3 --class $4 --coverage $5 > /dev/null; }
  $ said 'at least 4 people' c1 watch defenders total
  $ said '5 people' c2 police state total
  $ said 'at least 20 people' c3 paper media seen

What the people on the lists have in common nobody can guess. Until it is said the lists bound nothing:

  $ guvoh count may --json | grep -c 'under-documented'
  0
  [1]
  $ guvoh list about may --measure detained --place almaty
  guvoh: option "--days" is missing: "list about" needs it
  [2]
  $ guvoh list about may --measure caught --place almaty --days 2031-05-12
  guvoh: "caught" is no measure: guvoh vocab measures lists them
  [2]
  $ guvoh list about may --measure detained --place almaty --days 2031-05-12 --truth many
  guvoh: "many" is no number of people: write digits only
  [2]
  $ guvoh list about may --measure detained --place almaty --days 2031-05-12
  Lists of "may": detained, almaty, 2031-05-12.
  $ guvoh list about may --measure detained --place almaty --days 2031-05-12
  That was said before: nothing was written.
  $ guvoh list about may --measure detained --place almaty --days 2031-05-12 --json
  {
    "event": "may",
    "measure": "detained",
    "who": "all",
    "place": "almaty",
    "days": "2031-05-12",
    "day_of": "taking",
    "new": false
  }

A weaker figure is named, one that leaves no room for them clashes, a stronger one stands:

  $ guvoh count may
  Almaty, 12 May 2031
  S state D defenders M media U unnamed 5                  10                 20
  Detained, Almaty, 12 May
    Documen... 7 people on 2 lists,...      >= 7 |-----------------------------> !
  S police "5 people"                   |- >= 5 ------------------------------->
  M paper "at least 20 people"                                         >= 20 |->
  ! 15 people too many for all of these to be true: 20 (c3, paper) - 5 (c2,
    police) = 15. Ways out: a figure is wrong; somebody was taken whom nobody
    counted, or taken elsewhere.
  ! The same with documented (Documented by name) instead of c3 (paper): 2 people
    too many.
  Not shown: scopes 1, flags 1; --all shows them.
  Documented by name on 2 lists: 7 people (7 to 7).
  $ guvoh count may --json | sed -n '/"clashes": /,$p'
    "clashes": [
      {
        "claims": [
          "c2",
          "c3"
        ],
        "assumes": [],
        "gap": 15
      },
      {
        "claims": [
          "c2",
          "documented"
        ],
        "assumes": [],
        "gap": 2
      }
    ],
    "clashes_capped": false,
    "flags": [
      {
        "kind": "under-documented",
        "claims": [
          "c1",
          "documented"
        ],
        "value": 3,
        "text": "Weaker than what is documented by name, by 3: 4 (c1); said: 7 (documented)."
      }
    ],
    "documented": {
      "lists": 2,
      "hidden": false,
      "stale": false,
      "persons": 7,
      "least": 7,
      "most": 7
    }
  }

A claim that bears the id of old keeps it:

  $ said 'at least 3 people' documented other media seen
  $ guvoh count may --json | grep -c '"documented-"'
  2

The public is told how many, and no number under 5:

  $ guvoh count may --public --json | grep -A4 '"under-documented"'
        "kind": "under-documented",
        "claims": [
          "c1",
          "documented-"
        ],
  $ guvoh list undo lawyers --why 'a draft' > /dev/null; guvoh link --event may > /dev/null
  $ guvoh count may --json | grep -c '"documented"'
  1
  $ guvoh count may --public --json | grep '"documented"'
    "documented": {
  $ guvoh count may --public | sed -n '$p'
  Documented by name on 1 list: fewer than 5 people.
  $ guvoh rebuild
  The index was made anew from 17 entries and is the same.

Lists may be all that there is of an event:

  $ printf 'name,born\nAlua Testova,1990-05-12\nSerik Testov,1987-02-20\n' > few.csv
  $ guvoh list add few.csv --name few --event july 2> /dev/null | head -1
  List "few": 2 mentions were added.
  $ guvoh link --event june > /dev/null 2>&1; guvoh count july
  guvoh: nobody has said yet who the people on the lists are: run guvoh link first
  [3]
  $ guvoh link > /dev/null; guvoh count july
  Nobody gave a number.
  Documented by name on 1 list: 2 people (2 to 2).
  They stand on a board once it is said what they have in common: guvoh list about july --measure MEASURE --place PLACE --days DAYS
  $ guvoh count july --lang ru
  Числа никто не назвал.
  Документировано поимённо в 1 списке: 2 чел. (от 2 до 2).
  Они встанут в таблицу, когда будет сказано, что у них общего: guvoh list about july --measure МЕРА --place МЕСТО --days ДНИ
  $ guvoh count july --public
  Nobody gave a number.
  Documented by name on 1 list: fewer than 5 people.
  $ guvoh count july --json
  {
    "scopes": [],
    "clashes": [],
    "clashes_capped": false,
    "flags": [],
    "documented": {
      "lists": 1,
      "hidden": false,
      "stale": false,
      "persons": 2,
      "least": 2,
      "most": 2
    }
  }
  $ guvoh list about july --measure detained --place almaty --days 2031-07-01
  Lists of "july": detained, almaty, 2031-07-01.
  $ guvoh count july
  Almaty, 1 July 2031
  S state D defenders M media U unnamed 2                                      5
  Detained, Almaty, 1 July
    Documen... 2 people on 1 list, 2... |- >= 2 ------------------------------->
  Documented by name on 1 list: 2 people (2 to 2).
  $ guvoh count july --json | grep -c '"documented"'
  3
  $ guvoh count august
  guvoh: event "august" has no claims: "guvoh claim list" shows what there is
  [3]
  $ guvoh count
  guvoh: which figures? Give an event (guvoh count EVENT) or a file (--file CLAIMS.csv); there are: july, may
  [2]
