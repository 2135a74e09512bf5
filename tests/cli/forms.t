Tables as other programs write them (tests/data/intake): their columns say what they are. Every person in them is invented.

  $ guvoh init a --key-file k > /dev/null
  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k D=$ROOT/tests/data/intake
  $ mask() { sed -E 's/\b([irst])[a-z2-7]{16}\b/\1.../g'; }
  $ said() { guvoh export statements --raw --kind $1 | python3 -c 'import csv, sys
  > short = lambda text: text[:4] + text[23:] if text[8:9] == text[13:14] == "-" else text
  > print(*sorted(" | ".join(short(row[c]) for c in ("record", "property", "value", "lang", "words", "said_at") if row[c])
  >     for row in csv.DictReader(sys.stdin)), sep="\n")'; }

ODK: what the rows of a repeated group belong to has to be there first. What the questions mean is a guess, so it is shown first:

  $ guvoh import $D/odk-people.csv
  guvoh: the rows belong to records such as "uuid:5f1c0b1e-8a51-4e0f-9a3e-1f6c5e2d0a01", which the archive does not have: import the table of those first
  [2]
  $ guvoh import $D/odk.csv --map odk
  The columns are those of an export from ODK. What its questions mean is guessed:
    act-date                  act.date
    {act-place-Latitude},{act-place-Longitude},{act-place-Altitude},{act-place-Accuracy}  act.point
    act-method                act.method
    act-reason                act.reason (en)
    KEY                       act.id
    today                     said_at
    SubmissionDate            left out
    start                     left out
    end                       left out
    act-method/beaten         left out
    act-method/taken_by_arms  left out
    scene_photo               left out
    meta-instanceID           left out
    meta-instanceName         left out
    SubmitterID               left out
    SubmitterName             left out
    AttachmentsPresent        left out
    AttachmentsExpected       left out
    Status                    left out
    ReviewState               left out
    DeviceID                  left out
    Edits                     left out
    FormVersion               left out
  Nothing was written. It would add 9 statements; new records: 2.
  If the map is right, write with --guess; else save it with --save-map MAP.csv, correct it and give it to --map.
  $ guvoh import $D/odk.csv --map odk --guess --save-map map.csv | tail -1 | mask
  9 statements added; new records: 2. To take it back: guvoh import undo i...
  $ guvoh import $D/odk-people.csv --guess | mask
  The columns are those of an export from ODK. What its questions mean is guessed:
    name        person.name
    born        person.born
    sex         person.sex
    role        person.role
    KEY         person.id
    PARENT_KEY  act.id
    {person}    act.victim
  14 statements added; new records: 3. To take it back: guvoh import undo i...
  $ said act
  0b7a-77d1f0a9be02 | date | 2019-06-10 | 2019-06-12
  0b7a-77d1f0a9be02 | method | beaten | 2019-06-12
  0b7a-77d1f0a9be02 | point | 43.2601,76.945 vicinity | 43.2601,76.9450,,48 | 2019-06-12
  0b7a-77d1f0a9be02 | reason | was going home | en | 2019-06-12
  0b7a-77d1f0a9be02 | victim | 0b7a-77d1f0a9be02-people-1
  5f1c-1f6c5e2d0a01 | date | 2019-06-09 | 2019-06-12
  5f1c-1f6c5e2d0a01 | method | beaten | 2019-06-12
  5f1c-1f6c5e2d0a01 | method | taken-by-arms | taken_by_arms | 2019-06-12
  5f1c-1f6c5e2d0a01 | point | 43.25667,76.92861 exact | 43.2566700,76.9286100,812.4,4.5 | 2019-06-12
  5f1c-1f6c5e2d0a01 | reason | stood on the square, said nothing | en | 2019-06-12
  5f1c-1f6c5e2d0a01 | victim | 5f1c-1f6c5e2d0a01-people-1
  5f1c-1f6c5e2d0a01 | victim | 5f1c-1f6c5e2d0a01-people-2
  $ said person
  0b7a-77d1f0a9be02-people-1 | name | Lilia Testova
  0b7a-77d1f0a9be02-people-1 | sex | female
  5f1c-1f6c5e2d0a01-people-1 | born | 1990-03-12
  5f1c-1f6c5e2d0a01-people-1 | name | Aigul Testova
  5f1c-1f6c5e2d0a01-people-1 | role | observer
  5f1c-1f6c5e2d0a01-people-1 | role | participant
  5f1c-1f6c5e2d0a01-people-1 | sex | female
  5f1c-1f6c5e2d0a01-people-2 | born | 1985
  5f1c-1f6c5e2d0a01-people-2 | name | Daniyar Testov
  5f1c-1f6c5e2d0a01-people-2 | role | passer-by
  5f1c-1f6c5e2d0a01-people-2 | sex | male

The map that was guessed does the same again, for this file as for next month's:

  $ cat map.csv
  column,to,lang,split,dates,was,value
  act-date,act.date,,,,,
  ,act.point,,,,,"{act-place-Latitude},{act-place-Longitude},{act-place-Altitude},{act-place-Accuracy}"
  act-place-Latitude,-,,,,,
  act-method,act.method,,space,,,
  act-reason,act.reason,en,,,,
  KEY,act.id,,,,,
  SubmissionDate,-,,,,,
  start,-,,,,,
  end,-,,,,,
  today,said_at,,,,,
  act-place-Longitude,-,,,,,
  act-place-Altitude,-,,,,,
  act-place-Accuracy,-,,,,,
  act-method/beaten,-,,,,,
  act-method/taken_by_arms,-,,,,,
  scene_photo,-,,,,,
  meta-instanceID,-,,,,,
  meta-instanceName,-,,,,,
  SubmitterID,-,,,,,
  SubmitterName,-,,,,,
  AttachmentsPresent,-,,,,,
  AttachmentsExpected,-,,,,,
  Status,-,,,,,
  ReviewState,-,,,,,
  DeviceID,-,,,,,
  Edits,-,,,,,
  FormVersion,-,,,,,
  $ guvoh import $D/odk.csv --map map.csv
  Nothing is new: the archive has all of it.
  $ guvoh import $D/odk.csv --map odk --guess --json | grep -e '"form"' -e '"written"'
    "form": "odk",
    "written": false,
  $ guvoh rebuild | grep -o 'is the same'
  is the same

KoboToolbox: the same in its own way, and choices that have a column each:

  $ guvoh init b --key-file k > /dev/null; export GUVOH_DIR=$PWD/b
  $ guvoh import $D/kobo.csv --guess | head -8
  The columns are those of an export from KoboToolbox. What its questions mean is guessed:
    act/date              act.date
    act/place             act.point
    act/method            act.method
    act/reason            act.reason (en)
    _uuid                 act.id
    today                 said_at
    start                 left out
  $ guvoh import $D/kobo-people.csv --map kobo --as person --guess | head -8
  The columns are those of an export from KoboToolbox. What its questions mean is guessed:
    name                            person.name
    born                            person.born
    sex                             person.sex
    role                            person.role
    _index                          person.id
    _submission__uuid               act.id
    {person}                        act.victim
  $ said act
  0b7a-77d1f0a9bf12 | date | 2019-06-10 | 2019-06-12
  0b7a-77d1f0a9bf12 | method | beaten | 2019-06-12
  0b7a-77d1f0a9bf12 | reason | was going home | en | 2019-06-12
  0b7a-77d1f0a9bf12 | victim | 0b7a-77d1f0a9bf12-kobo-people-3
  5f1c-1f6c5e2d0b11 | date | 2019-06-09 | 2019-06-12
  5f1c-1f6c5e2d0b11 | method | beaten | 2019-06-12
  5f1c-1f6c5e2d0b11 | method | dragged | 2019-06-12
  5f1c-1f6c5e2d0b11 | point | 43.25667,76.92861 exact | 43.25667 76.92861 812.4 4.5 | 2019-06-12
  5f1c-1f6c5e2d0b11 | reason | stood on the square; said nothing | en | 2019-06-12
  5f1c-1f6c5e2d0b11 | victim | 5f1c-1f6c5e2d0b11-kobo-people-1
  5f1c-1f6c5e2d0b11 | victim | 5f1c-1f6c5e2d0b11-kobo-people-2
  $ said person
  0b7a-77d1f0a9bf12-kobo-people-3 | name | Lilia Testova
  0b7a-77d1f0a9bf12-kobo-people-3 | sex | female
  5f1c-1f6c5e2d0b11-kobo-people-1 | born | 1990-03-12
  5f1c-1f6c5e2d0b11-kobo-people-1 | name | Aigul Testova
  5f1c-1f6c5e2d0b11-kobo-people-1 | role | observer
  5f1c-1f6c5e2d0b11-kobo-people-1 | role | participant
  5f1c-1f6c5e2d0b11-kobo-people-1 | sex | female
  5f1c-1f6c5e2d0b11-kobo-people-2 | born | 1985
  5f1c-1f6c5e2d0b11-kobo-people-2 | name | Daniyar Testov
  5f1c-1f6c5e2d0b11-kobo-people-2 | role | passer-by
  5f1c-1f6c5e2d0b11-kobo-people-2 | sex | male
  $ guvoh import $D/kobo-ticks.csv | head -6
  The columns are those of an export from KoboToolbox. What its questions mean is guessed:
    act/date            act.date
    act/method/beaten   act.method
    act/method/dragged  act.method
    _uuid               act.id
    _submission_time    said_at
  $ guvoh import $D/kobo-ticks.csv --guess | tail -1 | mask
  5 statements added; new records: 0. To take it back: guvoh import undo i...
  $ said act | grep 2019-06-12T
  0b7a-77d1f0a9bf12 | date | 2019-06-10 | 2019-06-12T09:01:00
  0b7a-77d1f0a9bf12 | method | dragged | 1 | 2019-06-12T09:01:00
  5f1c-1f6c5e2d0b11 | date | 2019-06-09 | 2019-06-12T08:15:30
  5f1c-1f6c5e2d0b11 | method | beaten | 1 | 2019-06-12T08:15:30
  5f1c-1f6c5e2d0b11 | method | dragged | 1 | 2019-06-12T08:15:30

A repeated group as KoboToolbox gives it, on a sheet of its own: ids have the name of the sheet.

  $ guvoh init d --key-file k > /dev/null; export GUVOH_DIR=$PWD/d
  $ python3 - <<'EOF'
  > import csv, os, xml.sax.saxutils as sax, zipfile
  > main, office = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  > package = "http://schemas.openxmlformats.org/package/2006/relationships"
  > sheets = ["Taken on the square", "people"]
  > with zipfile.ZipFile("kobo.xlsx", "w") as book:
  >     book.writestr("_rels/.rels", f'<Relationships xmlns="{package}"><Relationship Id="r" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
  >     listed = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, name in enumerate(sheets, 1))
  >     book.writestr("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>{listed}</sheets></workbook>')
  >     links = "".join(f'<Relationship Id="r{n}" Type="{office}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in (1, 2))
  >     book.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}">{links}</Relationships>')
  >     for n, name in enumerate(("kobo.csv", "kobo-people.csv"), 1):
  >         cells = lambda row: "".join(f'<c t="inlineStr"><is><t>{sax.escape(cell)}</t></is></c>' for cell in row)
  >         rows = csv.reader(open(os.environ["D"] + "/" + name), delimiter=";")
  >         rows = "".join(f"<row>{cells(row)}</row>" for row in rows)
  >         book.writestr(f"xl/worksheets/sheet{n}.xml", f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>')
  > EOF
  $ guvoh import kobo.xlsx --guess | tail -1 | mask
  of "kobo.xlsx", sheet "Taken on the square" was read; all of its sheets: Taken on the square, people. Choose with --sheet
  8 statements added; new records: 2. To take it back: guvoh import undo i...
  $ guvoh import kobo.xlsx --sheet people --as person --guess | tail -1 | mask
  14 statements added; new records: 3. To take it back: guvoh import undo i...
  $ said act | grep victim
  0b7a-77d1f0a9bf12 | victim | 0b7a-77d1f0a9bf12-people-3
  5f1c-1f6c5e2d0b11 | victim | 5f1c-1f6c5e2d0b11-people-1
  5f1c-1f6c5e2d0b11 | victim | 5f1c-1f6c5e2d0b11-people-2
  $ guvoh import kobo.xlsx --sheet people --as person --guess | tail -1
  Nothing is new: the archive has all of it.

Uwazi: two languages, several values, from and to, and another row by its title:

  $ guvoh init c --key-file k > /dev/null; export GUVOH_DIR=$PWD/c
  $ guvoh import $D/uwazi.csv --as event --guess | mask
  The columns are those of an export from Uwazi. What its questions mean is guessed:
    title__en          event.name (en)
    title__ru          event.name (ru)
    date               event.date
    type               event.type
    place_geolocation  event.point
    description__en    event.description (en)
    description__ru    event.description (ru)
    declared_aim       event.declared-aim (en)
    format             event.format
    follows            event.follows
    url                left out
    attachments        left out
  15 statements added; new records: 2. To take it back: guvoh import undo i...
  $ said event
  uwazi-2 | date | 2019-06-09/2019-06-10 | 2019/06/09:2019/06/10
  uwazi-2 | description | Several hundred people came. | en
  uwazi-2 | description | Пришли несколько сотен человек. | ru
  uwazi-2 | format | march
  uwazi-2 | format | picket
  uwazi-2 | name | Assembly on the square | en
  uwazi-2 | name | Собрание на площади | ru
  uwazi-2 | point | 43.25667,76.92861 region | 43.25667|76.92861
  uwazi-2 | type | assembly | Gatherings::Assembly
  uwazi-3 | date | 2019-06-10 | 2019/06/10
  uwazi-3 | declared-aim | a boycott of the vote | en
  uwazi-3 | follows | uwazi-2 | assembly on the square
  uwazi-3 | name | A day after | en
  uwazi-3 | name | Днём позже | ru
  uwazi-3 | type | assembly | Assembly
  $ printf 'title,date,part-of\nSpeeches,2019/06/09,Assembly on the square\nUnknown,2019/06/09,Nowhere\n' > more.csv
  $ guvoh import more.csv --map uwazi --as event --guess
  The columns are those of an export from Uwazi. What its questions mean is guessed:
    title    event.name (en)
    date     event.date
    part-of  event.part-of
       3  part-of: no record is called "Nowhere": guvoh record list shows them
  guvoh: 1 line of "more.csv" was refused, so nothing was written: correct it, or take the others with --skip-bad BAD.csv
  [2]
  $ guvoh import more.csv --map uwazi --as event --guess --skip-bad bad.csv > /dev/null; said event | grep part-of
  more-2 | part-of | uwazi-2 | Assembly on the square
  $ guvoh import $D/uwazi-exported.csv
  The columns are those of an export from Uwazi. What its questions mean is guessed:
    Title        person.name
    Sex          person.sex
    Role         person.role
    Member of    person.member-of
    Date added   left out
    Template     left out
    Geolocation  left out
    Documents    left out
    Attachments  left out
    Published    left out
  Nothing was written. It would add 6 statements; new records: 2.
  If the map is right, write with --guess; else save it with --save-map MAP.csv, correct it and give it to --map.

What is none of that form:

  $ guvoh import $D/odk.csv --map uwazi
  guvoh: the table has not the columns that an export of "uwazi" has: leave --map out, or give it a map of your own
  [2]
