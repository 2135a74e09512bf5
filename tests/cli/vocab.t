The words that figures are kept in, in three languages, from the program or from an archive.

  $ guvoh vocab unit
  persons                    persons
  detentions                 detentions
  decisions                  decisions
  unstated                   not said
  $ guvoh vocab class --lang ru
  state                      Власти
  defenders                  Правозащитники
  media                      СМИ
  unnamed                    Не названы
  archive                    Задокументировано здесь
  $ guvoh vocab coverage --lang kk --json
  {
    "lists": [
      {
        "list": "coverage",
        "words": [
          {
            "id": "total",
            "label": "жалпы сан"
          },
          {
            "id": "seen",
            "label": "тек көргені"
          },
          {
            "id": "unknown",
            "label": "айтылмаған"
          }
        ]
      }
    ]
  }
  $ guvoh vocab origins | head -3
  ministry-of-internal-affairs  Ministry of Internal Affairs
  prosecutor-general            Prosecutor General's Office
  nur-sultan-police             Nur-Sultan police
  $ guvoh vocab nothing
  guvoh: there is no list "nothing": guvoh vocab prints every list with its words
  [3]
  $ guvoh vocab right-state --lang kk
  granted                    Қамтамасыз етілді
  denied                     Берілмеді
  late                       Кешіктіріп берілді
  not-asked                  Сұралмады
  not-applicable             Қолданылмайды
  unknown                    Белгісіз
  $ guvoh init a --key-file k > /dev/null
  $ guvoh vocab assumptions -C a --key-file k
  h1                         everybody punished had been taken to police

An organisation's own words are an edited copy of vocab/; an archive takes over what differs, as an entry:

  $ cp -r "$ROOT/vocab" ours
  $ echo 'sayram,shymkent,,no,Sayram,Сайрам,Сайрам,village,,by hand,CC0-1.0' >> ours/places.csv
  $ guvoh init b --vocab ours --key-file kb > /dev/null
  $ guvoh -C b --key-file kb vocab places | tail -1
  sayram                                Sayram
  $ guvoh -C b --key-file kb vocab update ours
  The archive's vocabulary is the same already.
  $ guvoh -C b --key-file kb vocab update
  1 file of the vocabulary was taken over.
  $ cat > figures.csv <<'END'
  > id,words,lang,measure,place,days
  > x1,dozens,en,detained,sayram,2019-06-09
  > END
  $ guvoh count --file figures.csv --vocab ours | tail -1
  U not named "dozens"                  :: 20-99 :::::::::::::::::::::::::::::::
  $ guvoh count --file figures.csv
  guvoh: line 2 of "figures.csv": "sayram" is no place of the vocabulary: guvoh place NAME says which id a name has
  [2]

A vocabulary without a word that figures of the archive use is not taken over, for nobody could count them:

  $ guvoh init d --vocab ours --key-file kd > /dev/null
  $ guvoh -C d --key-file kd claim import figures.csv | tail -1
  1 claim added; unchanged: 0.
  $ guvoh -C d --key-file kd vocab update
  guvoh: nothing was taken over, for what this archive keeps needs the old words: "sayram" is no place of the vocabulary: guvoh place NAME says which id a name has
  [2]
  $ guvoh -C d --key-file kd count figures | tail -1
  U not named "dozens"                  :: 20-99 :::::::::::::::::::::::::::::::

The same goes for words that records are kept in, qualifiers and their values too:

  $ export GUVOH_DIR=$PWD/e GUVOH_KEY_FILE=$PWD/ke; cp -r "$ROOT/vocab" mine
  $ guvoh init e > /dev/null; guvoh record add act --id a1 > /dev/null; guvoh state a1 stage released --with place=khorog > /dev/null
  $ sed -i '/^stage,released,/d' mine/terms.csv; guvoh vocab update mine
  guvoh: nothing was taken over, for what this archive keeps needs the old words: "released" is no term of the list "stage": guvoh vocab stage shows them
  [2]
  $ cp "$ROOT"/vocab/* mine; sed -i '/^khorog,/d' mine/place*.csv; guvoh vocab update mine
  guvoh: nothing was taken over, for what this archive keeps needs the old words: "khorog" is no place: take one from guvoh vocab places, or write "43.2389,76.9455 vicinity" (guvoh vocab precision)
  [2]
  $ cp "$ROOT"/vocab/* mine; sed -i '/^act.stage,place,/d' mine/properties.csv; guvoh vocab update mine
  guvoh: nothing was taken over, for what this archive keeps needs the old words: "place" is no qualifier of "act.stage": guvoh vocab act.stage lists them, if it has any
  [2]
  $ cp "$ROOT"/vocab/* mine; sed -i 's/^group,09,no,Group/group,09,no,Party/' mine/kinds.csv; guvoh vocab update mine
  1 file of the vocabulary was taken over.
  $ unset GUVOH_DIR GUVOH_KEY_FILE

A place that lies in itself is refused, and nothing is made:

  $ sed -i 's/^kazakhstan,,/kazakhstan,sayram,/' ours/places.csv
  $ guvoh count --file figures.csv --vocab ours
  guvoh: in "places.csv", "kazakhstan" lies in itself, over one step or several: give it a parent that stands above it
  [2]
  $ guvoh init c --vocab ours --key-file kc; ls c kc
  guvoh: in "places.csv", "kazakhstan" lies in itself, over one step or several: give it a parent that stands above it
  ls: cannot access 'c': No such file or directory
  ls: cannot access 'kc': No such file or directory
  [2]

Of updates in one second the last one counts:

  $ guvoh init fast --key-file kfast > /dev/null; cp -r "$ROOT/vocab" theirs
  $ for name in Aa Bb Cc Dd Ee; do
  >   sed -i "s/^almaty,kazakhstan,,no,[A-Za-z]*,/almaty,kazakhstan,,no,$name,/" theirs/places.csv
  >   guvoh -C fast --key-file kfast vocab update theirs > /dev/null
  > done; guvoh -C fast --key-file kfast vocab places | grep '^almaty '
  almaty                                Ee
