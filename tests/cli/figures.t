What a reader is told of June 2019: each count is a floor, and a range only where it is one origin's own
(the table of figures worked by hand, /tests/cases/june-2019).

  $ guvoh init a --key-file k > /dev/null
  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k
  $ sh "$ROOT/examples/june-2019/load" guvoh
  $ guvoh publication list
  june-2019  en 1, ru 1  ready
  $ row() { echo "{{count june-2019 $*}}"; echo; }
  $ two=place=almaty+nur-sultan
  $ three=days={2019-06-09?,2019-06-10?,2019-06-12?}
  $ { printf -- '---\ntitle: T\ndek: D\nbyline: B\n---\n'
  > row measure=taken-to-police $two days=2019-06-09
  > row measure=taken-to-police $two days=2019-06-09 believe=others
  > row measure=taken-to-police $two days=2019-06-10
  > row measure=taken-to-police $two days=2019-06-10 believe=others
  > row measure=taken-to-police $two days=2019-06-09/2019-06-10 believe=state
  > row $two days=2019-06-09/2019-06-10 believe=state
  > row $two days=2019-06-09/2019-06-10
  > row $two days=2019-06-09/2019-06-10 believe=without:norwegian-helsinki-committee
  > row place=almaty days=2019-06-09
  > row place=almaty days=2019-06-12
  > row place=nur-sultan days=2019-06-09
  > row $two $three assume=h1
  > row $two $three believe=state
  > row $two $three
  > row place=kazakhstan days=2019-06-09/2019-06-13
  > row place=kazakhstan days=2019-06-09/2019-06-13 believe=others
  > row measure=punished $two $three
  > row measure=punished unit=persons $two $three
  > row measure=punished place=kazakhstan days=2019-06-09/2019-06-13
  > } > text.md
  $ guvoh publication add told --event june-2019 > /dev/null
  $ guvoh publication revise told text.md --lang en
  Revision 1 of told in en was added.
  $ guvoh publication show told --json | python3 -c 'import json, sys
  > for f in json.load(sys.stdin)["revisions"][0]["figures"]: print(f["now"], f["id"], sep="  ")'
  450-549  taken-to-police.almaty_nur-sultan.2019-06-09
  >= 400  taken-to-police.almaty_nur-sultan.2019-06-09.others
  180-220  taken-to-police.almaty_nur-sultan.2019-06-10
  -  taken-to-police.almaty_nur-sultan.2019-06-10.others
  630-769  taken-to-police.almaty_nur-sultan.2019-06-09--2019-06-10.state
  >= 630  detained.almaty_nur-sultan.2019-06-09--2019-06-10.state
  >= 700  detained.almaty_nur-sultan.2019-06-09--2019-06-10
  >= 630  detained.almaty_nur-sultan.2019-06-09--2019-06-10.without_norwegian-helsinki-committee
  >= 400  detained.almaty.2019-06-09
  >= 90  detained.almaty.2019-06-12
  -  detained.nur-sultan.2019-06-09
  >= 957  detained.almaty_nur-sultan.2019-06-09q_2019-06-10q_2019-06-12q.h1
  >= 630  detained.almaty_nur-sultan.2019-06-09q_2019-06-10q_2019-06-12q.state
  >= 790  detained.almaty_nur-sultan.2019-06-09q_2019-06-10q_2019-06-12q
  3682-3999  detained.kazakhstan.2019-06-09--2019-06-13
  >= 808  detained.kazakhstan.2019-06-09--2019-06-13.others
  >= 957  punished.almaty_nur-sultan.2019-06-09q_2019-06-10q_2019-06-12q
  957  punished.almaty_nur-sultan.2019-06-09q_2019-06-10q_2019-06-12q.persons
  >= 982  punished.kazakhstan.2019-06-09--2019-06-13
