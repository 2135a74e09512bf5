Names: their parts and sounds, how alike two are and why. Every name here is invented or a public figure's.

  $ guvoh name "Жұмасейіт Айгүл Нұрбекқызы"
  script: Cyrillic
  part           as written               sound of the stem  skeleton
  family name    Жұмасейіт                jumaseit           jmst
  given name     Айгүл                    aigul              akl
  patronymic     Нұрбекқызы               nurbek             nrpk
  $ guvoh name "Жумасейитова, Айгуль" "Aigül Jūmaseiit"
  likeness 1.00: names compatible, which does not say that it is one person
  family name    Жумасейитова – Jūmaseiit the same stem
  given name     Айгуль – Aigül           the same sound
  $ guvoh name "А. Жумасейитова" "Dana Jumaseiit" --lang ru
  сходство 0.71: имена несовместимы
  имя            А – Dana                 разное
  фамилия        Жумасейитова – Jumaseiit та же основа
  $ guvoh name "Aigul" "Әйгүл" --json
  {
    "name1": "Aigul",
    "name2": "Әйгүл",
    "score": "1.00",
    "verdict": "compatible",
    "reasons": [
      {
        "role": "other",
        "way": "same-sound",
        "first": "Aigul",
        "second": "Әйгүл",
        "likeness": "1.00"
      }
    ]
  }
  $ printf '%s\n' "Серік Абдрахманұлы" | guvoh name - "Serik Abdrahmanovich" --lang kk
  ұқсастығы 1.00: есімдер үйлесімді; бұл бір адам дегенді білдірмейді
  аты            Серік – Serik            дыбысталуы бірдей
  әкесінің аты   Абдрахманұлы – Abdrahmanovich түбірі бірдей
  $ cat > pairs.csv <<'END'
  > id,name1,name2
  > 1,Серік Абдрахманұлы,Serik Abdrahmanovich
  > 2,Берік Есенбай,Серік Тұрғазы
  > END
  $ guvoh name --pairs pairs.csv
  id,name1,name2,score,verdict
  1,Серік Абдрахманұлы,Serik Abdrahmanovich,1.00,compatible
  2,Берік Есенбай,Серік Тұрғазы,0.34,incompatible
  $ guvoh name --pairs pairs.csv --json
  {
    "pairs": [
      {
        "row": 1,
        "name1": "Серік Абдрахманұлы",
        "name2": "Serik Abdrahmanovich",
        "score": "1.00",
        "verdict": "compatible",
        "reasons": [
          {
            "role": "given",
            "way": "same-sound",
            "first": "Серік",
            "second": "Serik",
            "likeness": "1.00"
          },
          {
            "role": "patronymic",
            "way": "same-stem",
            "first": "Абдрахманұлы",
            "second": "Abdrahmanovich",
            "likeness": "1.00"
          }
        ]
      },
      {
        "row": 2,
        "name1": "Берік Есенбай",
        "name2": "Серік Тұрғазы",
        "score": "0.34",
        "verdict": "incompatible",
        "reasons": [
          {
            "role": "given",
            "way": "close",
            "first": "Берік",
            "second": "Серік",
            "likeness": "0.68"
          },
          {
            "role": "family",
            "way": "different",
            "first": "Есенбай",
            "second": "Тұрғазы",
            "likeness": "0.27"
          }
        ]
      }
    ]
  }
  $ guvoh name
  guvoh: "name" needs more: guvoh name NAME [NAME]
  [2]
  $ guvoh name "--" "..."
  guvoh: no letter stands in the name "..."
  [2]
  $ guvoh name 123
  guvoh: no letter stands in the name "123"
  [2]
  $ guvoh name "Aigul" "12.05.1990"
  guvoh: no letter stands in the name "12.05.1990"
  [2]
  $ guvoh name "李明" --json | grep script
    "script": "foreign",
  $ guvoh name --pairs pairs.csv Aigul
  guvoh: options "--pairs" and "Aigul" do not go together: keep one
  [2]
  $ echo a,b > other.csv; guvoh name --pairs other.csv
  guvoh: the table "other.csv" has no column "name1": it needs name1 and name2
  [2]
