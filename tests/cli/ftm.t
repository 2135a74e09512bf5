FollowTheMoney in and out: vocab/ftm.csv says what is what. Every person here is invented.

  $ guvoh init a --key-file k > /dev/null
  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k
  $ cp $ROOT/tests/data/intake/*.ftm.json .
  $ mask() { sed -E 's/\b([irst])[a-z2-7]{16}\b/\1.../g'; }

A file of entities is known by its first line; nothing is guessed in it, so --map ftm takes it in at once:

  $ guvoh import people.ftm.json
  Left out, for it has no place here: Person.topics, Event.involved, Event.keywords, Membership.role, Membership.startDate, Family.relationship, Document
  Nothing was written. It would add 29 statements; new records: 7.
  $ guvoh import people.ftm.json --map ftm | tail -1 | mask
  29 statements added; new records: 7. To take it back: guvoh import undo i...
  $ guvoh import people.ftm.json --map ftm | tail -1
  Nothing is new: the archive has all of it.
  $ guvoh export statements --raw | python3 -c 'import csv, sys
  > for row in csv.DictReader(sys.stdin):
  >     print(*(row[c] for c in ("record", "property", "value", "words") if row[c]), sep=" | ")'
  taking | date | 2019-06-09
  taking | type | detention | act.type:detention
  taking | victim | p-aigul
  square | date | 2019-06-09/2019-06-10
  square | name | Assembly on the square
  square | organiser | union
  square | place | almaty | Almaty
  square | type | assembly | event.type:assembly
  police | country | kazakhstan | kz
  police | name | A police department
  police | type | authority | PublicBody
  police | url | https://example.org/police
  union | name | A union of journalists
  union | part-of | police
  p-aigul | born | 1990-03
  p-aigul | citizenship | kazakhstan | kz
  p-aigul | identity-document | N 1
  p-aigul | language | kk | kaz
  p-aigul | language | ru | rus
  p-aigul | member-of | union
  p-aigul | name | Aigul Testova
  p-aigul | occupation | journalist
  p-aigul | other-name | Айгүл Тестова
  p-aigul | related-to | p-daniyar-2-b61586336a02fd3b
  p-aigul | sex | female
  p-daniyar-2-b61586336a02fd3b | name | Daniyar Testov
  p-daniyar-2-b61586336a02fd3b | phone | +77010000001
  van | name | A yard behind the square
  van | point | 43.2567,76.9286 region

What is given out can be taken in again: the same bytes from the archive that took it.

  $ guvoh export ftm --out one.ftm.json
  10 rows were written to one.ftm.json, in the clear.
  $ cat one.ftm.json
  {"id":"taking","schema":"Event","properties":{"date":["2019-06-09"],"keywords":["act.type:detention","kind:act"]}}
  {"id":"taking.victim.p-aigul","schema":"UnknownLink","properties":{"object":["p-aigul"],"role":["act.victim"],"subject":["taking"]}}
  {"id":"square","schema":"Event","properties":{"endDate":["2019-06-10"],"keywords":["event.type:assembly"],"location":["Almaty"],"name":["Assembly on the square"],"organizer":["union"],"startDate":["2019-06-09"]}}
  {"id":"police","schema":"PublicBody","properties":{"country":["kz"],"keywords":["group.type:authority"],"name":["A police department"],"website":["https://example.org/police"]}}
  {"id":"union","schema":"Organization","properties":{"name":["A union of journalists"],"parent":["police"]}}
  {"id":"p-aigul","schema":"Person","properties":{"alias":["Айгүл Тестова"],"birthDate":["1990-03"],"citizenship":["kz"],"gender":["female"],"idNumber":["N 1"],"name":["Aigul Testova"],"profession":["journalist"],"spokenLanguage":["kaz","rus"]}}
  {"id":"p-aigul.member-of.union","schema":"Membership","properties":{"member":["p-aigul"],"organization":["union"]}}
  {"id":"p-aigul.related-to.p-daniyar-2-b61586336a02fd3b","schema":"UnknownLink","properties":{"object":["p-daniyar-2-b61586336a02fd3b"],"role":["person.related-to"],"subject":["p-aigul"]}}
  {"id":"p-daniyar-2-b61586336a02fd3b","schema":"Person","properties":{"name":["Daniyar Testov"],"phone":["+77010000001"]}}
  {"id":"van","schema":"Address","properties":{"full":["A yard behind the square"],"latitude":["43.2567"],"longitude":["76.9286"]}}
  $ guvoh init b --key-file k > /dev/null
  $ guvoh -C b import one.ftm.json --map ftm | mask
  29 statements added; new records: 7. To take it back: guvoh import undo i...
  $ guvoh -C b export ftm | cmp - one.ftm.json
  $ guvoh init june --key-file k > /dev/null; guvoh init again --key-file k > /dev/null
  $ GUVOH_DIR=$PWD/june sh $ROOT/examples/june-2019/load guvoh > /dev/null
  $ guvoh -C june export ftm --out june.ftm.json
  41 rows were written to june.ftm.json, in the clear.
  $ guvoh -C again import june.ftm.json --map ftm | tail -1 | mask
  171 statements added; new records: 24. To take it back: guvoh import undo i...
  $ guvoh -C again export ftm | cmp - june.ftm.json
  $ guvoh -C june rebuild | grep -o 'is the same'; guvoh -C again rebuild | grep -o 'is the same'
  is the same
  is the same

What may not go does not:

  $ guvoh export ftm --public
  $ guvoh export ftm --for partner
  $ source=$(guvoh source list | cut -d' ' -f1)
  $ guvoh consent p-aigul --use partner --source $source --given-by self > /dev/null
  $ guvoh export ftm --for partner | mask | LC_ALL=C sort
  {"id":"r...","schema":"Address","properties":{"full":["A yard behind the square"],"latitude":["43.2567"],"longitude":["76.9286"]}}
  {"id":"r...","schema":"Event","properties":{"date":["2019-06-09"],"keywords":["act.type:detention","kind:act"]}}
  {"id":"r...","schema":"Event","properties":{"endDate":["2019-06-10"],"keywords":["event.type:assembly"],"location":["Almaty"],"name":["Assembly on the square"],"organizer":["r..."],"startDate":["2019-06-09"]}}
  {"id":"r...","schema":"Organization","properties":{"name":["A union of journalists"],"parent":["r..."]}}
  {"id":"r...","schema":"Person","properties":{"alias":["Айгүл Тестова"],"birthDate":["1990-03"],"citizenship":["kz"],"gender":["female"],"idNumber":["N 1"],"name":["Aigul Testova"],"profession":["journalist"],"spokenLanguage":["kaz","rus"]}}
  {"id":"r...","schema":"PublicBody","properties":{"country":["kz"],"keywords":["group.type:authority"],"name":["A police department"],"website":["https://example.org/police"]}}
  {"id":"r....member-of.r...","schema":"Membership","properties":{"member":["r..."],"organization":["r..."]}}
  {"id":"r....related-to.r...","schema":"UnknownLink","properties":{"object":["r..."],"role":["person.related-to"],"subject":["r..."]}}
  {"id":"r....victim.r...","schema":"UnknownLink","properties":{"object":["r..."],"role":["act.victim"],"subject":["r..."]}}

What it does not know is refused with its line, and never made up:

  $ guvoh import bad.ftm.json --map ftm
       2  "Vessel" is no schema that becomes a record here: take the line out, or make it a Person, Organization, PublicBody, Event or Address
       3  FollowTheMoney has no property "banana" of Person that this program knows: correct its name, or take it out of the line
       4  citizenship: "zz" is no place: take one from guvoh vocab places, or write "43.2389,76.9455 vicinity" (guvoh vocab precision)
       5  place: "Atlantis" is no place: take one from guvoh vocab places, or write "43.2389,76.9455 vicinity" (guvoh vocab precision)
       6  the UnknownLink does not say what of one record the other is: it needs both ends, and an UnknownLink a role such as act.victim, not "knows"
       7  the line is no entity of FollowTheMoney: it has to be a JSON object with an id, a schema and properties, each a list of texts
       8  the line is no entity of FollowTheMoney: it has to be a JSON object with an id, a schema and properties, each a list of texts
  guvoh: 7 lines of "bad.ftm.json" were refused, so nothing was written: correct them, or take the others with --skip-bad BAD.csv
  [2]
  $ guvoh import bad.ftm.json --map ftm --skip-bad bad.ftm.json | mask
  7 lines were refused and stand in "bad.ftm.json" with the reasons.
  1 statement added; new records: 1. To take it back: guvoh import undo i...
  $ head -2 bad.ftm.json
  {"id":"b1","schema":"Vessel","properties":{"name":["A boat"]},"refused":"\"Vessel\" is no schema that becomes a record here: take the line out, or make it a Person, Organization, PublicBody, Event or Address"}
  {"id":"p2","schema":"Person","properties":{"name":["Somebody"],"banana":["yellow"]},"refused":"FollowTheMoney has no property \"banana\" of Person that this program knows: correct its name, or take it out of the line"}
  $ wc -l < bad.ftm.json
  7
  $ guvoh import people.ftm.json --map ftm --save-map map.csv
  guvoh: entities of FollowTheMoney say themselves what they are: leave --save-map and --as out
  [2]
  $ printf 'id,name\n1,A\n' > table.csv; guvoh import table.csv --map ftm
       1  the line is no entity of FollowTheMoney: it has to be a JSON object with an id, a schema and properties, each a list of texts
       2  the line is no entity of FollowTheMoney: it has to be a JSON object with an id, a schema and properties, each a list of texts
  guvoh: 2 lines of "table.csv" were refused, so nothing was written: correct them, or take the others with --skip-bad BAD.csv
  [2]
  $ printf '\377{}\n' > other.ftm.json; guvoh import other.ftm.json --map ftm
  guvoh: the file is not UTF-8 text: FollowTheMoney is written in UTF-8, one entity a line
  [2]
  $ guvoh export ftm --form csv
  guvoh: entities of FollowTheMoney are JSON, one a line, and no "csv": leave --form out, or export records or statements
  [2]
  $ guvoh import people.ftm.json --json | grep -e '"form"' -e '"written"' -e '"lines"'
    "form": "ftm",
    "written": false,
    "lines": 10,
