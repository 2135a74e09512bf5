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

A place in a record is called as it was on the day of the statement, else of the record:

  $ guvoh record add act --id square > /dev/null
  $ guvoh state square place nur-sultan > /dev/null
  $ guvoh record show square | sed -n 2,3p
  Astana
  
  $ guvoh state square date 2019-06-09 > /dev/null
  $ guvoh state square stage released --with place=nur-sultan --with date=2022-10-01 > /dev/null
  $ guvoh record show square | grep -e Sultan -e Astana
  9 June 2019; Nur-Sultan
    1 Released; 1 October 2022; Astana
  $ guvoh record show square --json | grep -e '"Nur-Sultan"' -e '"Astana"'
      "text": "Nur-Sultan",
          "text": "Astana"

Points: decimal degrees, letters of the world's ends, degrees, minutes and seconds; how exactly they are known:

  $ record=june property=point
  $ try '43.2389, 76.9455' '51.1N 71.4E' "43°15'30\"N 76°56'43\"E" '51.1° с. ш. 71.4° в. д.' '43,2389; 76,9455' '43.2389, 76.9455 ±500 m' '43.2389,76.9455 vicinity'
  Statement t... was added.
  Statement t... was added.
  Statement t... was added.
  Statement t... was added.
  Statement t... was added.
  Statement t... was added.
  Statement t... was added.
  $ guvoh record show june | grep -A12 '^Point' | grep '^  [45]'
    43.2389, 76.9455
    51.1N 71.4E
    43°15'30"N 76°56'43"E
    51.1° с. ш. 71.4° в. д.
    43,2389; 76,9455
    43.2389, 76.9455 ±500 m
  $ try '43.2389 76.9455' 'E71.4 N51.1' '51.1° с. е. 71.4° ш. б.' "43°15.5'N 76°56.7'E" '51.1N 71.4E ±2 km' | sort | uniq -c
        5 Statement t... was added.
  $ guvoh state june point -- '-33.9, 18.4' | mask
  Statement t... was added.
  $ try '91N 71E' '43.2389, 190' "43°61'N 76°E" '43,2389 76,9455' '43.2389' '43N 44N' 'Almaty' '43.2389,76.9455 around'
  guvoh: "91N 71E" lies off the map: latitude goes to 90, longitude to 180 degrees, minutes and seconds to 59, "±" to 1000 km
  guvoh: "43.2389, 190" lies off the map: latitude goes to 90, longitude to 180 degrees, minutes and seconds to 59, "±" to 1000 km
  guvoh: "43°61'N 76°E" lies off the map: latitude goes to 90, longitude to 180 degrees, minutes and seconds to 59, "±" to 1000 km
  guvoh: "43,2389 76,9455" lies off the map: latitude goes to 90, longitude to 180 degrees, minutes and seconds to 59, "±" to 1000 km
  guvoh: "43.2389" is no point: write 43.2389, 76.9455 or 51.1N 71.4E or 43°15'30"N 76°56'43"E, and ±500 m behind it if you know
  guvoh: "43N 44N" is no point: write 43.2389, 76.9455 or 51.1N 71.4E or 43°15'30"N 76°56'43"E, and ±500 m behind it if you know
  guvoh: "Almaty" is no point: write 43.2389, 76.9455 or 51.1N 71.4E or 43°15'30"N 76°56'43"E, and ±500 m behind it if you know
  guvoh: "around" says nothing of how exact a point is: guvoh vocab precision shows the words, or write ±500 m
  $ property=place
  $ try '51.1N 71.4E ±2 km' '51.1N 71.4E'
  Statement t... was added.
  guvoh: "51.1N 71.4E" is no place: take one from guvoh vocab places, or write "43.2389,76.9455 vicinity" (guvoh vocab precision)

Languages: codes of BCP 47 from the list "language":

  $ record=p1 property=language
  $ try kk uz-cyrl Казахский klingon
  Statement t... was added.
  Statement t... was added.
  guvoh: "Казахский" is no language of the list: guvoh vocab language shows their codes
  guvoh: "klingon" is no language of the list: guvoh vocab language shows their codes
  $ guvoh record show p1 --lang ru | grep -A1 -e '^  [КУ]' | grep '^  [КУ]'
    Казахский
    Узбекский (кириллицей)

IIN: twelve digits, of which the last one checks the others; what is refused is not repeated (these were made up, of people long dead):

  $ property=iin
  $ try 850312100018 850312100017 851312100018 85031210001 8503121000188
  Statement t... was added.
  guvoh: a digit of this IIN is wrong, for the last one does not fit the others: check it against the document
  guvoh: the first seven digits of this IIN are no day of birth: check them against the document
  guvoh: an IIN has 12 digits and nothing else: what is another number is an identity document
  guvoh: an IIN has 12 digits and nothing else: what is another number is an identity document
  $ guvoh record show p1 | grep -A1 '^IIN'
  IIN
    850312100018 (1885-03-12, Male)
  $ guvoh record show p1 --lang kk --json | grep '1885'
            "text": "850312100018 (1885-03-12, Ер)",

  $ guvoh export ftm | grep -o '"idNumber":[^]]*]'
  "idNumber":["850312100018"]

Media: what it is, and where it lies:

  $ record=june property=media
  $ try 'video https://example.org/watch' "photo $(printf '%064d' 7)" 'film https://example.org/watch' 'video' 'video watch' 'https://example.org/watch'
  Statement t... was added.
  Statement t... was added.
  guvoh: "film https://example.org/watch" is no medium: write what it is (guvoh vocab media-kind) and its address or the hash of its file, "video https://..."
  guvoh: "video" is no medium: write what it is (guvoh vocab media-kind) and its address or the hash of its file, "video https://..."
  guvoh: "video watch" is no medium: write what it is (guvoh vocab media-kind) and its address or the hash of its file, "video https://..."
  guvoh: "https://example.org/watch" is no medium: write what it is (guvoh vocab media-kind) and its address or the hash of its file, "video https://..."

All others:

  $ say() { guvoh state "$@" 2>&1 | mask; }
  $ say june time 21:30~; say june time '9 pm'; say p1 minor yes; say p1 minor maybe; say p1 dependants 3; say p1 dependants three
  Statement t... was added.
  guvoh: "9 pm" is no time of day: write 21:30, 21:30~ (about) or 21:30/22:00
  Statement t... was added.
  guvoh: "maybe" is neither yes nor no, and "minor" takes nothing else
  Statement t... was added.
  guvoh: "three" is no whole number: write "dependants" in digits
  $ say p1 email a@example.org; say p1 email a; say p1 phone '+7 (701) 000-00-01'; say p1 phone call; say p1 identity-document 'KG 1234567'
  Statement t... was added.
  guvoh: "a" is no e-mail address: write name@host.org
  Statement t... was added.
  guvoh: "call" is no telephone number: use digits, blanks, "+", "-" and brackets
  Statement t... was added.

A table writes them as people do; what is wrong is refused with its line, and an IIN is not repeated:

  $ cat > people.csv <<'END'
  > ИИН,Язык
  > 850312 200016,казахский
  > 850312200017,ru
  > 5031220001,ru
  > 850312100018,эльфийский
  > END
  $ printf 'column,to\nИИН,person.iin\nЯзык,person.language\n' > people.map
  $ guvoh import people.csv --map people.map --dry-run
       3  iin: a digit of this IIN is wrong, for the last one does not fit the others: check it against the document
       4  iin: an IIN has 12 digits and nothing else: what is another number is an identity document
       5  language: "эльфийский" is no language of the list: guvoh vocab language shows their codes
  guvoh: 3 lines of "people.csv" were refused, so nothing was written: correct them, or take the others with --skip-bad BAD.csv
  [2]
  $ sed -i '3,$d' people.csv; guvoh import people.csv --map people.map > /dev/null
  $ guvoh export statements --form csv | grep -e ',iin,' -e ',language,' | cut -d, -f2-4 | sort
  person,iin,850312100018
  person,iin,850312200016
  person,language,kk
  person,language,kk
  person,language,uz-cyrl
  $ printf 'Где\n"43.2389 76.9455 800 4.5"\n"51.1N 71.4E"\n' > where.csv
  $ printf 'column,to\nГде,act.point\n' > where.map
  $ guvoh import where.csv --map where.map > /dev/null; guvoh export statements --form csv | grep 'act,point' | cut -d, -f3-5 | sort
  point,"43.2389,76.9455 exact"
  point,51.1N 71.4E,

What is said of a private person is for the team alone, as before:

  $ guvoh export statements --for partner --form csv | grep -c iin
  0
  [1]
