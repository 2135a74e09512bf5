What is known of a person is sealed under that person's key; what may be done with it is for the person to say.

  $ guvoh init a --key-file k > /dev/null
  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k
  $ echo 'Zarina Testova spoke to us.' > talk
  $ guvoh add talk --id s1 --kind interview --title 'Interview, June 2019' --lang en > /dev/null
  $ guvoh add talk --id s2 --kind interview --title 'Second interview' --lang en > /dev/null
  $ mask() { sed -E 's/\b([rtk])[a-z2-7]{16}\b/\1.../g'; }
  $ guvoh record add person --id zarina
  Record zarina was added.
  $ guvoh state zarina name 'Zarina Testova' --source s1 --words 'Zarina Testova' | mask
  Statement t... was added.
  $ guvoh record show zarina | mask
  zarina  Person
  Name
    Zarina Testova
      t...  s1  "Zarina Testova"
  $ guvoh log | grep -o 'statement.*'
  statement.half x 2

None recorded means no; what is recorded is for one use and one source:

  $ guvoh consent zarina
  No consent of zarina is recorded: nothing is allowed.
  $ guvoh consent zarina --use name --source s1 --given-by self --how written --until 2025-12-31
  Consent of zarina was recorded: name, from source s1.
  $ guvoh consent zarina --use name --source s1 --given-by self --how written --until 2025-12-31
  Consent of zarina is recorded already: name, from source s1. Nothing was changed.
  $ guvoh consent zarina --use quote --source s1 --given-by self --json
  {
    "person": "zarina",
    "use": "quote",
    "source": "s1",
    "given_by": "self",
    "how": "",
    "until": "",
    "withdrawn": false
  }
  $ guvoh consent zarina
  name           s1                The person, until 2025-12-31
  quote          s1                The person
  $ guvoh consent zarina --use name --source s1 --given-by self --how recorded --until 2024-12-31
  Consent of zarina was recorded: name, from source s1.
  $ guvoh --lang ru consent zarina
  name           s1                Сам человек, до 2024-12-31 включительно
  quote          s1                Сам человек

A withdrawal wins, also over what is said later; it may be a refusal of what was never given:

  $ guvoh consent zarina --use name --source s1 --withdraw --why 'She is afraid'
  Consent of zarina was withdrawn: name, from source s1. Nothing of it may be used from now on.
  $ guvoh consent zarina --use name --source s1 --given-by self
  guvoh: consent to "name" from source s1 was withdrawn, and a withdrawal wins: what is allowed anew needs a source of its own
  [5]
  $ guvoh consent zarina --use face --source s1 --withdraw --why - --json <<< 'No pictures'
  {
    "person": "zarina",
    "use": "face",
    "source": "s1",
    "given_by": "",
    "how": "",
    "until": "",
    "withdrawn": true,
    "why": "No pictures"
  }
  $ guvoh consent zarina --use name --source s2 --given-by self
  Consent of zarina was recorded: name, from source s2.
  $ guvoh consent zarina
  face           s1                withdrawn: No pictures
  name           s1                withdrawn: She is afraid
  name           s2                The person
  quote          s1                The person
  $ guvoh consent zarina --json | grep -c '"use"'
  4

Refused:

  $ guvoh consent nobody
  guvoh: no record is called "nobody": guvoh record list shows them
  [3]
  $ guvoh consent zarina --use name
  guvoh: option "--source" is missing: "consent" needs it
  [2]
  $ guvoh consent zarina --use name --source s2
  guvoh: option "--given-by" is missing: "consent" needs it
  [2]
  $ guvoh consent zarina --use fame --source s2 --given-by self
  guvoh: "fame" is no term of the list "consent-use": guvoh vocab consent-use shows them
  [2]
  $ guvoh consent zarina --use name --source s9 --given-by self
  guvoh: no source is called "s9": guvoh source list shows them
  [3]
  $ guvoh consent zarina --use name --source s2 --given-by him
  guvoh: "him" is no term of the list "consent-given-by": guvoh vocab consent-given-by shows them
  [2]
  $ guvoh consent zarina --use name --source s2 --given-by self --how loudly
  guvoh: "loudly" is no term of the list "consent-how": guvoh vocab consent-how shows them
  [2]
  $ guvoh consent zarina --use name --source s2 --given-by self --until 2025
  guvoh: "2025" is not a day: write it as 2019-06-09
  [2]
  $ guvoh consent zarina --use name --source s2 --withdraw
  guvoh: option "--why" is missing: "consent" needs it
  [2]
  $ guvoh consent zarina --use name --source s2 --withdraw --why ' '
  guvoh: a withdrawal needs a reason: say why, for those who come after
  [2]
  $ guvoh record add event --id june > /dev/null; guvoh consent june --use name --source s1 --given-by self
  guvoh: "june" is a record of kind "event": only a person gives consent
  [2]
  $ guvoh rebuild
  The index was made anew from 12 entries and is the same.
  $ grep -rl -e 'Zarina' -e 'zarina' -e 'afraid' a
  [1]
