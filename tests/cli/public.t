The board as everybody may see it: public claims only, and no words of a source that is not public.

  $ guvoh init a --key-file k > /dev/null
  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k
  $ echo 'A nurse of ward nine: at least 700 people were brought in. She saw nearly 40 wounded.' > text
  $ guvoh add text --id ward-nine --kind interview --title 'Nurse of ward nine' --lang en --date 2031-05-14
  Source ward-nine was added.
  $ echo 'Police: 500 people.' > page
  $ guvoh add page --id page --kind article --title 'Page' --lang en --date 2031-05-13 --public
  Source page was added.
  $ claim() { guvoh claim add "$@" --event may --lang en --measure detained --place almaty >/dev/null; }
  $ claim 'at least 700 people' --id c1 --days 2031-05-12 --class defenders --speaker 'nurse of ward nine' \
  >   --via 'Ward Gazette' --said-at 2031-05-14 --source ward-nine --confidentiality public
  $ claim 'nearly 40' --id c2 --days 2031-05-11 --class defenders --source ward-nine
  $ claim '500 people' --id c3 --days 2031-05-12 --class state --origin nur-sultan-police --source page \
  >   --derived-from 'c2;c1'
  $ claim '30' --id c4 --days 2031-05-11 --class media
  $ claim '31' --wording second-hand --id c5 --days 2031-05-11 --class media --source page --confidentiality archive
  $ guvoh count may --all | grep -c '"nearly 40"\|"30"\|"31"'
  3
  $ guvoh count may --public --all > board; guvoh count may --public --json >> board
  $ grep -i -c 'nurse\|ward\|gazette\|nearly\|"30"\|"31"\|c2' board
  0
  [1]
  $ grep '^D ' board
  D not named interview, archive, Ma...             >= 700 |------------------->

What is asked about is only what everybody may see:

  $ guvoh claim add 7 --event june --lang en --measure detained --place almaty --days 2031-06-01 > /dev/null
  $ guvoh count june --public
  guvoh: event "june" has no claims: "guvoh claim list" shows what there is
  [3]
  $ guvoh claim add 8 --event june --lang en --measure detained --place almaty --days 2031-06-01 \
  >   --confidentiality everybody
  guvoh: "everybody" is no confidentiality: guvoh vocab confidentiality lists them
  [2]
  $ guvoh rebuild
  The index was made anew from 9 entries and is the same.

A source may be closed and opened again later, and what was seen of it goes and comes:

  $ claim '500 people' --id c6 --days 2031-05-12 --class state --source page
  $ guvoh count may --public | grep -c '[S*] not named.*"500 people"'
  1
  $ guvoh source set page --confidentiality archive
  Only the team may see source page from now on. Pages that were published keep its words until guvoh publish writes them anew.
  $ guvoh count may --public | grep -c '[S*] not named.*"500 people"'
  0
  [1]
  $ guvoh source set page --confidentiality archive --json
  {
    "id": "page",
    "confidentiality": "archive",
    "changed": false
  }
  $ guvoh source set page --confidentiality public
  Everybody may see source page and its words from now on.
  $ guvoh count may --public | grep -c '[S*] not named.*"500 people"'
  1
  $ guvoh source set page --confidentiality friends
  guvoh: "friends" is not who may see a source: say public or archive
  [2]
  $ guvoh source set nowhere --confidentiality public
  guvoh: no source is called "nowhere": guvoh source list shows them
  [3]
  $ guvoh source set page
  guvoh: option "--confidentiality" is missing: "source set" needs it
  [2]
  $ guvoh rebuild
  The index was made anew from 12 entries and is the same.
