What leaves the archive as tables, and for whom.

  $ guvoh init a --key-file k > /dev/null
  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k GUVOH_USER=editor
  $ echo 'The monitors saw no aggression. Zarina Testova was taken at noon.' > monitor
  $ echo 'Officers were injured with sticks and stones; 500 were detained.' > minister
  $ guvoh add monitor --id s1 --kind interview --title 'Talk with a monitor' --lang en --date 2019-06-11 > /dev/null
  $ guvoh add minister --id s2 --kind official-statement --title '=Statement of the ministry' --lang en --public > /dev/null
  $ mask() { sed -E 's/\b([erstk])[a-z2-7]{16}\b/\1.../g; s/[0-9]{4}-[0-9-]+T[0-9:]+Z/AT/g'; }
  $ cat > rows.csv <<'EOF'
  > record,kind,property,value,lang,with,source,words,speaker,said_at,confidentiality
  > june,event,name,Assembly on the square,en,,,,,,public
  > june,event,name,Собрание на площади,ru,,,,,,public
  > june,event,peacefulness,no-aggression-seen,,,s1,no aggression,A monitor,2019-06-11,archive
  > june,event,peacefulness,violence-by-participants,,date=2019-06-09; place=almaty,s2,injured with sticks and stones,The minister,2019-06-10,public
  > zarina,person,name,Zarina Testova,,,s1,Zarina Testova,,,archive
  > zarina,person,phone,+77010000001,,,s1,,,,sealed
  > taking,act,name,The taking of an observer,en,,,,,,public
  > taking,act,part-of,june,,,,,,,public
  > taking,act,victim,zarina,,,s1,,,,archive
  > taking,act,stage,seized,,"order=1; note=""at noon; by six men""",s1,taken,,,archive
  > EOF
  $ guvoh record import rows.csv
  10 statements added; new records: 3; unchanged rows: 0.
  $ guvoh claim add '500 were detained' --event june --id c1 --lang en --measure detained --place almaty --days 2019-06-09 \
  >   --source s2 --origin ministry-of-internal-affairs --class state --wording verbatim > /dev/null

A table is CSV, JSON Lines when asked or when the name says so; cells that a spreadsheet would run are made harmless:

  $ guvoh export sources | cut -d, -f1-9 | mask
  id,kind,title,lang,url,date,confidentiality,bytes,sha256
  s1,interview,Talk with a monitor,en,,2019-06-11,archive,66,b1584af090fbbf3568b64e6671396d6f9a0d4400fb0161c8815d2be2eec946d3
  s2,official-statement,'=Statement of the ministry,en,,,public,65,dc9e9c8b4fe0b603dc0b2485a9e9b8431cd26391234a1aaba3a683b7a142d628
  $ guvoh export sources --raw | grep -o '=Statement of the ministry'
  =Statement of the ministry
  $ guvoh export sources --form jsonl | grep -c '"title":"=Statement'
  1
  $ guvoh export records --out records.jsonl
  3 rows were written to records.jsonl, in the clear.
  $ guvoh export records --out records.csv --json
  {
    "what": "records",
    "form": "csv",
    "file": "records.csv",
    "rows": 3
  }
  $ cat records.csv
  id,kind,disputed,name,peacefulness,part-of,victim,stage,phone
  taking,act,,The taking of an observer,,june,zarina,seized,
  june,event,peacefulness,Assembly on the square | Собрание на площади,no-aggression-seen | violence-by-participants,,,,
  zarina,person,,Zarina Testova,,,,,+77010000001
  $ cat records.jsonl
  {"id":"taking","kind":"act","name":["The taking of an observer"],"part-of":"june","victim":"zarina","stage":"seized"}
  {"id":"june","kind":"event","disputed":["peacefulness"],"name":["Assembly on the square","Собрание на площади"],"peacefulness":["no-aggression-seen","violence-by-participants"]}
  {"id":"zarina","kind":"person","name":["Zarina Testova"],"phone":"+77010000001"}
  $ guvoh export records --kind person
  id,kind,disputed,name,phone
  zarina,person,,Zarina Testova,+77010000001
  $ guvoh export claims | head -1
  id,words,lang,low,high,measure,unit,who,place,days,time,day_of,coverage,origin,class,speaker,via,said_at,as_of,wording,checked,modal,basis,part_of,derived_from,supersedes,source,confidentiality,event
  $ guvoh export claims --event june | head -1
  id,words,lang,low,high,measure,unit,who,place,days,time,day_of,coverage,origin,class,speaker,via,said_at,as_of,wording,checked,modal,basis,part_of,derived_from,supersedes,source,confidentiality
  $ guvoh export log --json | mask | tail -1
  {"index":"4","id":"e...","at":"AT","by":"editor","device":"cli","ops":"claim.add"}

A sheet for a spreadsheet program holds the same cells, every one a text that nothing runs:

  $ guvoh export sources --form xlsx
  guvoh: option "--out" is missing: "export" needs it
  [2]
  $ for what in sources claims records statements demands consents publications errata corrections exports log; do
  >   guvoh export $what --out $what.xlsx > /dev/null && guvoh export $what --raw > $what.csv || echo $what
  > done
  $ stat -c %a records.xlsx
  600
  $ python3 - <<'EOF'
  > import csv, pathlib, xml.etree.ElementTree as xml, zipfile
  > main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
  > for path in sorted(pathlib.Path(".").glob("*.xlsx")):
  >     sheet = xml.fromstring(zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml"))
  >     cells = {cell.get("r"): cell for cell in sheet.iter(main + "c")}
  >     assert not list(sheet.iter(main + "f")) and {cell.get("t") for cell in cells.values()} == {"inlineStr"}
  >     plain = list(csv.reader(open(path.with_suffix(".csv"))))
  >     texts = [["".join(cell.itertext()) for cell in row] for row in sheet.iter(main + "row")]
  >     assert texts == [[field for field in row if field] for row in plain], (path, texts, plain)
  >     if path.stem == "sources":
  >         print("".join(cells["C3"].itertext()))
  > EOF
  =Statement of the ministry
  $ guvoh record import statements.xlsx
  0 statements added; new records: 0; unchanged rows: 10.
  $ guvoh export records --out records.xlsx --json | grep form
    "form": "xlsx",
  $ rm *.xlsx sources.csv claims.csv statements.csv demands.csv consents.csv publications.csv errata.csv corrections.csv exports.csv log.csv

Statements are what guvoh record import reads; a qualifier that holds ";" stands in quotes:

  $ guvoh export statements --raw --out dump.csv
  10 rows were written to dump.csv, in the clear.
  $ cat dump.csv
  record,kind,property,value,lang,with,source,words,speaker,via,said_at,basis,credence,confidentiality,checked
  taking,act,name,The taking of an observer,en,,,,,,,unknown,,public,yes
  taking,act,part-of,june,,,,,,,,unknown,,public,yes
  taking,act,stage,seized,,"order=1; note=""at noon; by six men""",s1,taken,,,,unknown,,archive,yes
  taking,act,victim,zarina,,,s1,,,,,unknown,,archive,yes
  june,event,name,Assembly on the square,en,,,,,,,unknown,,public,yes
  june,event,name,Собрание на площади,ru,,,,,,,unknown,,public,yes
  june,event,peacefulness,no-aggression-seen,,,s1,no aggression,A monitor,,2019-06-11,unknown,,archive,yes
  june,event,peacefulness,violence-by-participants,,"date=2019-06-09; place=almaty",s2,injured with sticks and stones,The minister,,2019-06-10,unknown,,public,yes
  zarina,person,name,Zarina Testova,,,s1,Zarina Testova,,,,unknown,,archive,yes
  zarina,person,phone,+77010000001,,,s1,,,,,unknown,,sealed,yes
  $ guvoh record import dump.csv
  0 statements added; new records: 0; unchanged rows: 10.
  $ guvoh export statements --all --form jsonl | head -1 | mask
  {"record":"taking","kind":"act","property":"name","value":"The taking of an observer","lang":"en","basis":"unknown","confidentiality":"public","checked":"yes","id":"t...","added_at":"AT","added_by":"editor"}

Everybody may have what is public, without the words of a source that is not; a partner what people allowed:

  $ guvoh export statements --public
  record,kind,property,value,lang,with,source,words,speaker,via,said_at,basis,credence,confidentiality,checked
  taking,act,name,The taking of an observer,en,,,,,,,unknown,,public,yes
  taking,act,part-of,june,,,,,,,,unknown,,public,yes
  june,event,name,Assembly on the square,en,,,,,,,unknown,,public,yes
  june,event,name,Собрание на площади,ru,,,,,,,unknown,,public,yes
  june,event,peacefulness,violence-by-participants,,"date=2019-06-09; place=almaty",s2,injured with sticks and stones,The minister,,2019-06-10,unknown,,public,yes
  $ guvoh export sources --for partner | cut -d, -f1-4 | mask
  id,kind,title,lang
  s...,official-statement,'=Statement of the ministry,en
  $ guvoh export statements --for partner | mask
  record,kind,property,value,lang,with,source,words,speaker,via,said_at,basis,credence,confidentiality,checked
  r...,act,name,The taking of an observer,en,,,,,,,unknown,,public,yes
  r...,act,part-of,r...,,,,,,,,unknown,,public,yes
  r...,event,name,Assembly on the square,en,,,,,,,unknown,,public,yes
  r...,event,name,Собрание на площади,ru,,,,,,,unknown,,public,yes
  r...,event,peacefulness,violence-by-participants,,"date=2019-06-09; place=almaty",s...,injured with sticks and stones,The minister,,2019-06-10,unknown,,public,yes
  $ guvoh consent zarina --use partner --source s1 --given-by self > /dev/null
  $ guvoh export sources --for partner | cut -d, -f1-4 | mask
  id,kind,title,lang
  s...,interview,Talk with a monitor,en
  s...,official-statement,'=Statement of the ministry,en
  $ guvoh export statements --for partner | mask
  record,kind,property,value,lang,with,source,words,speaker,via,said_at,basis,credence,confidentiality,checked
  r...,act,name,The taking of an observer,en,,,,,,,unknown,,public,yes
  r...,act,part-of,r...,,,,,,,,unknown,,public,yes
  r...,act,stage,seized,,"order=1; note=""at noon; by six men""",s...,taken,,,,unknown,,archive,yes
  r...,act,victim,r...,,,s...,,,,,unknown,,archive,yes
  r...,event,name,Assembly on the square,en,,,,,,,unknown,,public,yes
  r...,event,name,Собрание на площади,ru,,,,,,,unknown,,public,yes
  r...,event,peacefulness,no-aggression-seen,,,s...,no aggression,A monitor,,2019-06-11,unknown,,archive,yes
  r...,event,peacefulness,violence-by-participants,,"date=2019-06-09; place=almaty",s...,injured with sticks and stones,The minister,,2019-06-10,unknown,,public,yes
  r...,person,name,Zarina Testova,,,s...,Zarina Testova,,,,unknown,,archive,yes
  $ guvoh export statements --for lawyer | mask | grep -c Testova
  0
  [1]
  $ guvoh export consents | cut -d, -f1-4
  person,use,source,given_by
  zarina,partner,s1,self
  $ guvoh consent zarina --use partner --source s1 --withdraw --why 'No more' > /dev/null
  $ guvoh export statements --for partner | grep -c Testova
  0
  [1]

A person who no longer allows that anything is kept leaves a successor nothing of that source:

  $ guvoh export statements --for successor | grep -c s1
  5
  $ guvoh consent zarina --use keep --source s1 --withdraw --why 'Forget it' > /dev/null
  $ guvoh export statements --for successor | grep -c s1
  0
  [1]

What is refused:

  $ guvoh export consents --public
  guvoh: "consents" never leaves the team for "public": leave --for and --public out, or say --for successor
  [4]
  $ guvoh export people
  guvoh: "people" cannot be exported: say sources, or one of sources, claims, records, statements, demands, consents, publications, errata, corrections, lists, mentions, persons, exports, log, ftm
  [2]
  $ guvoh export sources --for press
  guvoh: "press" is nobody an export can be for: say team, or one of team, successor, partner, lawyer, un-body, public
  [2]
  $ guvoh export sources --form xml
  guvoh: "xml" is no form of an export: say csv, or one of csv, jsonl, xlsx
  [2]
  $ guvoh export records --kind cat
  guvoh: "cat" is no kind of record: guvoh vocab kinds lists them
  [2]
  $ guvoh export sources --out nowhere/x.csv
  guvoh: "nowhere" does not exist: check the name
  [3]
  $ guvoh export
  guvoh: say what to export: guvoh export sources, or guvoh export --everything DIR --for successor
  [2]
  $ guvoh export sources --everything out --for successor
  guvoh: say what to export: guvoh export sources, or guvoh export --everything DIR --for successor
  [2]
  $ guvoh export --everything out
  guvoh: option "--for" is missing: "export" needs it
  [2]
  $ guvoh export --everything a --for successor
  guvoh: "a" is there already: name a folder that is not there yet
  [5]
  $ guvoh export --everything nowhere/out --for successor
  guvoh: "nowhere/out.guvoh-new" does not exist: check the name
  [3]
  $ guvoh export exports | wc -l
  1

Everything, as a folder for a successor; the log says who took it, and an unfinished one of before is gone:

  $ mkdir -p out.guvoh-new/files
  $ guvoh add monitor --kind document --title 'Without an alias' > /dev/null
  $ guvoh export --everything out --for successor --note 'Those who come after us' > said
  Everything in out is in the clear: keep it on an encrypted disk, hand it over in person or sealed, delete it afterwards.
  $ sed -E 's/[0-9]+/N/g' said
  N files with N rows lie in out, for: successor.
  $ stat -c '%a %n' out out/tables out/tables/log.csv
  700 out
  700 out/tables
  600 out/tables/log.csv
  $ ls
  a
  dump.csv
  k
  minister
  monitor
  out
  records.csv
  records.jsonl
  rows.csv
  said
  $ ls out out/import out/tables | mask
  out:
  MANIFEST.sha256
  README.txt
  about.json
  files
  import
  publications
  tables
  vocab
  
  out/import:
  claims
  sources.csv
  statements.csv
  
  out/tables:
  claims-all.jsonl
  claims.csv
  claims.jsonl
  consents.csv
  consents.jsonl
  corrections.csv
  corrections.jsonl
  demands.csv
  demands.jsonl
  errata.csv
  errata.jsonl
  exports.csv
  exports.jsonl
  ftm.jsonl
  lists.csv
  lists.jsonl
  log.csv
  log.jsonl
  mentions.csv
  mentions.jsonl
  persons.csv
  persons.jsonl
  publications.csv
  publications.jsonl
  records.csv
  records.jsonl
  sources.csv
  sources.jsonl
  statements-all.jsonl
  statements.csv
  statements.jsonl
  $ head -1 out/README.txt | sed -E 's/[0-9]{4}-[0-9-]+/DAY/'
  Taken out of a guvoh archive on DAY, for: successor. What they may not have is not here. Everything is in the clear: keep it on an encrypted disk and delete it when it is no longer needed.
  $ (cd out && sha256sum -c --quiet MANIFEST.sha256)
  $ guvoh export exports | tail -1 | cut -d, -f3-5
  editor,successor,Those who come after us
  $ test $(guvoh export exports --json | tail -1 | grep -o '"manifest":"[0-9a-f]*' | cut -d'"' -f4) = $(sha256sum < out/MANIFEST.sha256 | cut -d' ' -f1)
  $ guvoh log | tail -1 | grep -o 'editor.*'
  editor        export.take
  $ guvoh rebuild | grep -o 'is the same'
  is the same
  $ grep -rl s1 out/files out/import; ls out/files | mask
  s2
  s...
  $ guvoh export --everything public --public > /dev/null; ls public public/tables; grep -rl -e Testova -e '"editor"' public
  Everything in public is in the clear: keep it on an encrypted disk, hand it over in person or sealed, delete it afterwards.
  public:
  MANIFEST.sha256
  README.txt
  about.json
  files
  publications
  tables
  vocab
  
  public/tables:
  claims.csv
  claims.jsonl
  corrections.csv
  corrections.jsonl
  demands.csv
  demands.jsonl
  ftm.jsonl
  publications.csv
  publications.jsonl
  records.csv
  records.jsonl
  sources.csv
  sources.jsonl
  statements.csv
  statements.jsonl
  [1]
  $ guvoh export --everything partner --for partner 2>&1 | sed -E 's/[0-9]+/N/g'; grep -rl -e Testova -e zarina partner
  Everything in partner is in the clear: keep it on an encrypted disk, hand it over in person or sealed, delete it afterwards.
  N files with N rows lie in partner, for: partner.
  [1]
  $ guvoh export --everything more --for successor --json 2>&1 | grep -v -e '"id"' -e bytes -e manifest -e rows
  {
    "folder": "more",
    "for": "successor",
    "files": 52,
    "damaged": 0,
  }

What was exported fills an empty archive: the same tables, the same board.

  $ guvoh init june --key-file k > /dev/null; export GUVOH_DIR=$PWD/june
  $ sh $ROOT/examples/june-2019/load guvoh > /dev/null
  $ guvoh add monitor --kind document --title 'Without an alias' > /dev/null
  $ guvoh export --everything moving --for successor > /dev/null
  Everything in moving is in the clear: keep it on an encrypted disk, hand it over in person or sealed, delete it afterwards.
  $ guvoh init other --key-file k --vocab moving/vocab > /dev/null; export GUVOH_DIR=$PWD/other
  $ python3 - <<'EOF'
  > import csv, subprocess
  > for row in csv.DictReader(open("moving/import/sources.csv")):
  >     command = ["guvoh", "add", "moving/files/" + row["id"]]
  >     for name in ("id", "kind", "title", "lang", "date"):
  >         command += ["--" + name, row[name]] if row[name] else []
  >     command += ["--public"] if row["confidentiality"] == "public" else []
  >     subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
  > EOF
  $ guvoh record import moving/import/statements.csv
  293 statements added; new records: 32; unchanged rows: 0.
  $ guvoh claim import moving/import/claims/june-2019.csv | tail -1
  38 claims added; unchanged: 0.
  $ for what in sources claims records statements demands; do for i in june other; do
  >   guvoh -C $i export $what --raw | sed -E 's/[0-9]{4}-[0-9-]+T[0-9:]+Z/AT/g' > $i.$what; done
  >   cmp june.$what other.$what && wc -l < other.$what; done
  19
  39
  33
  294
  5
  $ for i in june other; do guvoh -C $i count june-2019 --json --all | sed -E 's/"c[a-z2-7]{16}"//; s/"s[a-z2-7]{16}"//' > $i.board; done
  $ test $(wc -l < june.board) -gt 1000 && cmp june.board other.board
