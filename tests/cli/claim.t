A figure is added in its words, shown, withdrawn; what cannot be right is refused with a sentence.

  $ guvoh init a --key-file k > /dev/null
  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k
  $ echo 'Правозащитники: в Алматы доставлены не менее 400 человек.' > text
  $ guvoh add text --id s1 --kind article --title T --lang ru
  Source s1 was added.
  $ claim() { guvoh claim add "$@" --event june; }
  $ claim 'не менее 400 человек' --lang ru --id c03 --measure taken-to-police --place almaty \
  >   --days 2019-06-09 --class defenders --source s1
  Claim c03 was added: "не менее 400 человек" reads as >= 400.
  $ claim '500' --lang en --id c07 --measure taken-to-police --place almaty+nur-sultan --days 2019-06-09 \
  >   --class state --origin - <<< 'ministry-of-internal-affairs'
  Claim c07 was added: "500" reads as 500.
  $ guvoh claim list
  c03  >= 400  taken-to-police  almaty             2019-06-09
  c07  500     taken-to-police  almaty+nur-sultan  2019-06-09  ministry-of-internal-affairs
  $ guvoh claim show c03 | grep -v ^key
  id            c03
  words         не менее 400 человек
  lang          ru
  measure       taken-to-police
  unit          unstated
  who           all
  place         almaty
  days          2019-06-09
  day_of        taking
  coverage      unknown
  class         defenders
  wording       verbatim
  checked       yes
  basis         unknown
  source        s1
  reads_as      >= 400
  by_hand       no
  event         june
  withdrawn     no
  passage       {"end":56,"start":36}
  $ guvoh claim show c07 --json | python3 -c 'import json, sys
  > c = json.load(sys.stdin); print(c["origin"], c["reads_as"])'
  ministry-of-internal-affairs {'low': 500, 'high': 500, 'exactness': 'rounded'}

Refused, each with what to do:

  $ claim 'umpteen' --lang en --measure detained --place almaty --days 2019-06-09
  guvoh: the word "umpteen" is not known here: leave out what says no number, or give low and high by hand
  [2]
  $ claim 'почти 100' --lang de --measure detained --place almaty --days 2019-06-09
  guvoh: "de" is no language guvoh reads: use en, ru or kk
  [2]
  $ claim '400' --lang en --measure detaned --place almaty --days 2019-06-09
  guvoh: "detaned" is no measure: guvoh vocab measures lists them
  [2]
  $ claim '400' --lang en --measure detained --place atlantis --days 2019-06-09
  guvoh: "atlantis" is no place of the vocabulary: guvoh place NAME says which id a name has
  [2]
  $ claim '400' --lang en --measure detained --place almaty+kazakhstan --days 2019-06-09
  guvoh: "kazakhstan" and "almaty" lie one in the other: name only the larger one
  [2]
  $ claim '400' --lang en --measure detained --place almaty --days 2019-06-31
  guvoh: date "2019-06-31" does not exist: check month and day
  [2]
  $ claim '400' --lang en --measure detained --place almaty --days 2019-06-10/2019-06-09
  guvoh: "2019-06-09" comes before "2019-06-10": write the earlier date first
  [2]
  $ claim '400' --lang en --measure detained --place almaty --days 'last week'
  guvoh: "last week" is not a date: write 2019-06-09, 2019-06, 2019-06-09/2019-06-10 or days with commas in braces
  [2]
  $ claim '400' --lang en --place almaty --days 2019-06-09
  guvoh: the claim has no "measure": give it
  [2]
  $ claim '400' --lang en --measure detained --place almaty --days 2019-06-09 --unit heads
  guvoh: "heads" is no unit: guvoh vocab unit lists them
  [2]
  $ claim '400' --lang en --measure detained --place almaty --days 2019-06-09 --low 500 --high 400
  guvoh: nothing lies between 500 and 400: low must not exceed high
  [2]
  $ claim '400' --lang en --measure detained --place almaty --days 2019-06-09 --low many
  guvoh: "many" in "low" is no whole number of people up to a million million: write digits only
  [2]
  $ claim '400' --lang en --measure detained --place almaty --days 2019-06-09 --high 9999999999999
  guvoh: "9999999999999" in "high" is no whole number of people up to a million million: write digits only
  [2]
  $ claim '400' --lang en --measure detained --place almaty --days 2019-06-09 --id x --part-of x
  guvoh: "x" leads back to itself by "part_of": a claim cannot be part of, derived from or replace itself
  [2]
  $ claim '400' --lang en --measure detained --place almaty --days 2019-06-09 --supersedes nobody
  guvoh: "" names "nobody" in "supersedes", and there is no such claim: import it too or correct the id
  [2]
  $ claim '400' --lang en --measure detained --place almaty --days 2019-06-09 --source nowhere
  guvoh: no source is called "nowhere": guvoh source list shows them
  [3]
  $ claim 'fewer than 0' --lang en --measure detained --place almaty --days 2019-06-09
  guvoh: no number of people fits the words with "0": check the number and the order of a range
  [2]
  $ claim 'не менее 300' --lang ru --measure detained --place almaty --days 2019-06-09 --source s1
  guvoh: "не менее 300" does not stand in the text of "s1": correct the words, or say --wording translated or second-hand
  [2]
  $ claim '501' --lang en --id c07 --measure taken-to-police --place almaty --days 2019-06-09
  guvoh: "c07" is there already and says something else: withdraw it first, then add it under a new id
  [5]
  $ claim - --lang en --measure detained --place almaty --days 2019-06-09 < /dev/null
  guvoh: nothing was typed for "WORDS": type one line and press Enter
  [2]
  $ guvoh init none --key-file k > /dev/null
  $ guvoh -C none claim add 400 --lang en --measure detained --place almaty --days 2019-06-09
  guvoh: option "--event" is missing: "claim add" needs it
  [2]
  $ guvoh claim show c99
  guvoh: no claim is called "c99": guvoh claim list shows them
  [3]
  $ guvoh claim list nothing
  guvoh: event "nothing" has no claims: "guvoh claim list" shows what there is
  [3]
  $ guvoh claim list | wc -l
  2

Withdrawn, it leaves the list and stays readable:

  $ guvoh claim withdraw c07
  guvoh: option "--why" is missing: "claim withdraw" needs it
  [2]
  $ guvoh claim withdraw c07 --why $'counted twice\nwithdrawn     no'
  guvoh: "why" holds a line end or another control character: write it on one line
  [2]
  $ guvoh claim withdraw c07 --why 'counted twice by the ministry'
  Claim c07 was withdrawn. It stays readable: guvoh claim show c07
  $ guvoh claim withdraw c07 --why 'again'
  guvoh: "c07" was withdrawn: add the figure under a new id
  [5]
  $ guvoh claim list
  c03  >= 400  taken-to-police  almaty  2019-06-09
  $ guvoh claim list --all
  c03  >= 400  taken-to-police  almaty             2019-06-09
  c07  500     taken-to-police  almaty+nur-sultan  2019-06-09  ministry-of-internal-affairs  (withdrawn)
  $ guvoh claim show c07 | grep -e withdrawn -e why
  withdrawn     yes
  why           counted twice by the ministry
  $ guvoh verify; guvoh rebuild
  The archive is sound: 5 entries checked; files: 1.
  The index was made anew from 5 entries and is the same.

Words that a source carries in another form point to no place in its text:

  $ claim 'at least 400' --lang en --id c03.en --measure taken-to-police --place almaty --days 2019-06-09 \
  >   --class defenders --wording translated --source s1
  Claim c03.en was added: "at least 400" reads as >= 400.
  The words were not found in a text of source s1, so they point to no place in it.
