The words that figures are kept in, in three languages, from the program or from an archive.

  $ guvoh vocab unit
  persons                    persons
  detentions                 detentions
  decisions                  decisions
  unstated                   not said
  $ guvoh vocab class --lang ru
  state                      Государство
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
            "label": "жалпы саны"
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
  $ guvoh vocab nothing
  guvoh: there is no list "nothing": choose one of measures, places, whos, origins, assumptions, unit, coverage, class, day_of, wording, basis, source-kind, confidentiality
  [3]
  $ guvoh init a --key-file k > /dev/null
  $ guvoh vocab assumptions -C a --key-file k
  h1                         everybody punished had been taken to police
