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

Places: ids of the gazetteer. A name says which place it can be, on the day that is asked for:

  $ guvoh place Нурсултан --date 2019-06-09
  place      nur-sultan
  called     Nur-Sultan
  kind       City of regional rank
  in         Kazakhstan
  ISO 3166   KZ-71
  lies at    51.1801, 71.4460 ±15 km (GeoNames 1526273, CC BY 4.0)
  source     compiled by hand after ISO 3166-2:KZ and the decrees of 2018-06-19 No. 702 and 2022-05-03 No. 887, CC0-1.0
  names
    en        Akmolinsk  ..1961-03-19
    ru        Акмолинск  ..1961-03-19
    kk        Ақмола  ..1961-03-19
    en        Tselinograd  1961-03-20..1992-07-05
    ru        Целиноград  1961-03-20..1992-07-05
    kk        Целиноград  1961-03-20..1992-07-05
    en        Akmola  1992-07-06..1998-05-05
    ru        Акмола  1992-07-06..1998-05-05
    kk        Ақмола  1992-07-06..1998-05-05
    en        Astana  1998-05-06..2019-03-22
    ru        Астана  1998-05-06..2019-03-22
    kk        Астана  1998-05-06..2019-03-22
    en        Nur-Sultan  2019-03-23..2022-09-17
    ru        Нур-Султан  2019-03-23..2022-09-17
    kk        Нұр-Сұлтан  2019-03-23..2022-09-17
    en        Astana  2022-09-18..
    ru        Астана  2022-09-18..
    kk        Астана  2022-09-18..
    kk-Latn   Aqmola  ..1961-03-19
    kk-Latn   Tselinograd  1961-03-20..1992-07-05
    kk-Latn   Aqmola  1992-07-06..1998-05-05
    kk-Latn   Astana  1998-05-06..2019-03-22
    kk-Latn   Nūr-Sūltan  2019-03-23..2022-09-17
    kk-Latn   Astana  2022-09-18..
    en        Nursultan
    ru        Нурсултан
    en        Aqmola
  $ guvoh place 'Карагандинская обл.' --date 2019-06-09 | head -2
  place      karaganda-region-until-2022
  called     Karaganda Region
  $ guvoh place 'Карагандинская обл.' | head -2
  place      karaganda-region
  called     Karaganda Region
  $ guvoh place 'Абайский район' --lang ru
  «Абайский район» может быть любым из них: назовите одно по id или скажите, где оно: «НАЗВАНИЕ, ОБЛАСТЬ».
  abai-district-shymkent                 Абайский район, Шымкент, Южно-Казахстанская область (до 2018), Казахстан
  abai-district-abai-region              Абайский район, Абайская область, Восточно-Казахстанская область (до 2022), Казахстан
  abai-district-karaganda                Абайский район, Карагандинская область, Карагандинская область (до 2022), Казахстан
  $ guvoh place 'Абайский район, Карагандинская область' --json | head -22
  {
    "places": [
      {
        "id": "abai-district-karaganda",
        "called": "Abai District",
        "kind": "district",
        "iso": "",
        "source": "compiled by hand after the state classifier KATO",
        "licence": "CC0-1.0",
        "in": [
          "karaganda-region",
          "karaganda-region-until-2022",
          "kazakhstan"
        ],
        "names": [
          {
            "lang": "en",
            "name": "Abai District"
          },
          {
            "lang": "ru",
            "name": "Абайский район"
  $ guvoh place Atlantis
  guvoh: "Atlantis" is the name of no place that is known here: guvoh vocab places lists them
  [3]
  $ guvoh place osh --date 2019
  guvoh: "2019" is not a day: write it as 2019-06-09
  [2]
  $ record=june property=place
  $ try almaty Алматы Абай Atlantis
  Statement t... was added.
  guvoh: "Алматы" is a name of the place almaty: write almaty
  guvoh: "Абай" can be several places: write one of abai-region, abai-district-shymkent, abai-district-abai-region, abai
  guvoh: "Atlantis" is no place: take one from guvoh vocab places, or write "43.2389,76.9455 vicinity" (guvoh vocab precision)

A table may write any name; the day of its row decides, and what can be several places is refused with its line:

  $ cat > places.csv <<'END'
  > place,date
  > Карагандинская область,2019-06-09
  > Карагандинская область,2023-01-05
  > "г. Тараз",2019-06-09
  > Абай,2019-06-09
  > "Абай, Карагандинская область",2019-06-09
  > END
  $ printf 'column,to\nplace,act.place\ndate,act.date\n' > places.map
  $ guvoh import places.csv --map places.map --dry-run
       5  place: "Абай" can be several places: write one of abai-region, abai-district-shymkent, abai-district-abai-region, abai
  guvoh: 1 line of "places.csv" was refused, so nothing was written: correct it, or take the others with --skip-bad BAD.csv
  [2]
  $ sed -i '/^Абай/d' places.csv; guvoh import places.csv --map places.map > /dev/null
  $ guvoh find kind:act type:record place:karaganda-region-until-2022 | wc -l
  1
  $ guvoh find 'kind:act type:record place:"Карагандинская обл." date:2019-06' | wc -l
  1
  $ guvoh find 'kind:act type:record place:"Карагандинская обл."' | wc -l
  1
  $ guvoh find 'place:Жамбыл'
  guvoh: "Жамбыл" can be several places: narrow by one of zhambyl-region, taraz, zhambyl-district-almaty, zhambyl-district-zhambyl, zhambyl-district-north-kazakhstan
  [2]
