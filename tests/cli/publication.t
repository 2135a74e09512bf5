A publication is a text whose figures are asked of the archive. What it may not say is refused
when it is made, and what has moved since is refused when it is published.

  $ guvoh init a --key-file k > /dev/null
  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k
  $ claim() { guvoh claim add "$@" --event may --lang en --measure detained > /dev/null; }
  $ claim '500 people' --id c1 --place almaty --days 2031-05-12 --class state --origin nur-sultan-police \
  >   --coverage total --confidentiality public
  $ claim 'at least 700 people' --id c2 --place almaty --days 2031-05-12 --class defenders --origin committee \
  >   --confidentiality public
  $ claim '40 people' --id c3 --place almaty --days 2031-05-13 --class media
  $ guvoh publication list
  There are no publications: "guvoh publication add" begins one.
  $ guvoh publication add may-2031 --event may
  Publication may-2031 about event may was added: add a text with "guvoh publication revise may-2031 FILE.md --lang en".
  $ guvoh publication list
  may-2031  no text is shown

The text, with figures in braces:

  $ text() { printf -- '---\ntitle: How many?\ndek: At least %s.\nbyline: The team\n---\n%s\n' \
  >   '{{count may place=almaty days=2031-05-12 as=figure}}' "$1" > text.md; }
  $ revise() { text "$1"; guvoh publication revise may-2031 text.md --lang en "${@:2}"; }
  $ revise 'Police: {{claim c1}}. Others: {{claim c2 as=words}}.'
  Revision 1 of may-2031 in en was added.
  $ guvoh publication show may-2031 | sed 's/20..-..-..  shown/DAY  shown/'
  may-2031, about event may
    en 1  DAY  shown  How many?
      count detained.almaty.2031-05-12                    >= 700
      claim c1                                            500
      claim c2                                            >= 700
  $ guvoh publication list
  may-2031  en 1  ready
  $ guvoh publish out --dry-run
  Nothing stands in the way: without --dry-run the pages would be written.
  $ ls out
  ls: cannot access 'out': No such file or directory
  [2]

Programs get the same:

  $ guvoh publication add json --event may --json | grep -v key
  {
    "slug": "json",
    "event": "may",
  }
  $ guvoh publication revise json text.md --lang kk --json
  {
    "slug": "json",
    "lang": "kk",
    "revision": 1
  }
  $ guvoh publication show json --json | python3 -c 'import json, sys
  > for f in json.load(sys.stdin)["revisions"][0]["figures"]: print(*f.values())'
  count detained.almaty.2031-05-12 >= 700 >= 700 True False
  claim c1 500 500 True False
  claim c2 >= 700 >= 700 True False
  $ guvoh publication hide json --take-down --note 'A try.' --json
  {
    "slug": "json",
    "state": "taken-down"
  }
  $ guvoh publication list --json | python3 -c 'import json, sys
  > for p in json.load(sys.stdin)["publications"]: print(p["slug"], len(p["current"]), p["problems"])'
  json 0 []
  may-2031 1 []
  $ guvoh publish out --dry-run --json
  {
    "published": false,
    "pages": 0,
    "bytes": 0
  }

What is misspelt, not public or in the wrong place is refused with its line:

  $ revise 'One {{clam c1}}.'
  guvoh: line 6: "clam" is not known here: did you mean "claim"?
  [2]
  $ revise 'One {{claim c11}}.'
  guvoh: line 6: "c11" is not known here: did you mean "c1"?
  [2]
  $ revise 'One {{claim c1 as=wrods}}.'
  guvoh: line 6: "wrods" is not known here: docs/publication.md lists what can stand there
  [2]
  $ revise 'One {{claim c1 at=words}}.'
  guvoh: line 6: "at" is not known here: did you mean "as"?
  [2]
  $ revise 'One {{claim}}.'
  guvoh: line 6: "claim" lacks ID
  [2]
  $ revise 'One {{count may place=almatty days=2031-05-12}}.'
  guvoh: line 6: "almatty" is not known here: did you mean "almaty"?
  [2]
  $ revise 'One {{count may place=almaty days=2031-13-12}}.'
  guvoh: line 6: this count cannot be answered: check "2031-13-12"
  [2]
  $ revise 'One {{count mai place=almaty days=2031-05-12}}.'
  guvoh: line 6: "mai" is not known here: did you mean "may"?
  [2]
  $ revise 'One {{count may days=2031-05-12}}.'
  guvoh: line 6: "count may days=2031-05-12" lacks place=
  [2]
  $ revise 'All of {{board may}} here.'
  guvoh: line 6: "board may" is a paragraph of its own: leave a line empty before and behind it
  [2]
  $ revise 'One {{claim c3}}.'
  guvoh: line 6: claim "c3" is not public: take it out, or add the figure as public (--confidentiality public)
  [4]
  $ revise 'A [link](javascript:alert).'
  guvoh: line 6: "javascript:alert" is no address for a link: begin it with https://, http://, mailto:, "/" or "#"
  [2]
  $ revise 'A ![picture](/p.png).'
  guvoh: line 6: "![" cannot be published: leave out pictures and code
  [2]
  $ revise 'A {{claim c1'
  guvoh: line 6: "{{" has no value and "}}" behind it on the same line: "\{\{" writes two braces
  [2]
  $ revise 'Another.'
  guvoh: a public note is missing: say with --note what changed, for readers
  [2]
  $ printf 'title: x\n' > bad.md; guvoh publication revise may-2031 bad.md --lang en
  guvoh: line 1: the file begins with "---", lines such as "title: text", and "---"
  [2]
  $ printf -- '---\ntitel: x\n---\n' > bad.md; guvoh publication revise may-2031 bad.md --lang en
  guvoh: line 2: "titel" is not known here: docs/publication.md lists what can stand there
  [2]
  $ printf -- '---\ntitle: x\ntitle: y\n---\n' > bad.md; guvoh publication revise may-2031 bad.md --lang en
  guvoh: line 3: "title" stands twice: keep one
  [2]
  $ printf -- '---\ntitle: x\n---\n' > bad.md; guvoh publication revise may-2031 bad.md --lang en
  guvoh: the file has no "dek": add a line "dek: text" between the lines "---"
  [2]
  $ printf -- '---\ntitle: x\ndek: # y\nbyline: z\n---\n' > bad.md; guvoh publication revise may-2031 bad.md --lang en
  guvoh: line 3: the dek is one paragraph without headings, lists or boards
  [2]
  $ guvoh publication revise may-2031 text.md --lang de
  guvoh: "de" is no language guvoh reads: use en, ru or kk
  [2]
  $ guvoh publication revise may-2013 text.md --lang en
  guvoh: there is no publication "may-2013": did you mean "may-2031"?
  [3]
  $ guvoh publication add May --event may
  guvoh: "May" cannot stand in an address: use up to 64 of a-z, 0-9 and "-", not "-" first
  [2]
  $ guvoh publication add may-2031 --event may
  guvoh: publication "may-2031" exists already: choose another name
  [5]
  $ guvoh publication add other --event mai
  guvoh: event "mai" has no figures: did you mean "may"?
  [3]

The archive moves under published figures: nothing is published until a revision says so.

  $ guvoh claim withdraw c2 --why 'a number of another day'
  Claim c2 was withdrawn. It stays readable: guvoh claim show c2
  $ guvoh publication list
  json  no text is shown
  may-2031  en 1  held back by 2 figures: see "guvoh publication show"
  $ guvoh publish out
  may-2031 en 1: count detained.almaty.2031-05-12 said ">= 700" and now says "450-549": add a revision with a note
  may-2031 en 1: claim c2 may not be shown any more (withdrawn, not public or destroyed): add a revision without it
  Nothing was published: mend 2 things and try again.
  [1]
  $ guvoh publish out --json | python3 -c 'import json, sys
  > a = json.load(sys.stdin); print(a["published"], [p["key"] for p in a["problems"]])'
  False ['publication.stale', 'publication.gone']
  $ revise 'Police: {{claim c1}}. {{claim c2}}' --note x
  guvoh: line 6: claim "c2" was withdrawn: take it out of the text
  [4]
  $ revise 'Police: {{claim c1}}.' --note - <<< 'A figure was taken back.'
  Revision 2 of may-2031 in en was added.
  $ guvoh publish out | sed 's/^[0-9]*/N/'
  N files were written to out.

A board is a figure too: a new claim moves it.

  $ revise '{{board may}}' --note 'With the board.'
  Revision 3 of may-2031 in en was added.
  $ claim '45 people' --id c4 --place almaty --days 2031-05-13 --class media --confidentiality public
  $ guvoh publish out
  may-2031 en 3: board may said "-" and now says "c4 45": add a revision with a note
  Nothing was published: mend 1 thing and try again.
  [1]
  $ revise '{{board may}}' --note 'One figure more.'
  Revision 4 of may-2031 in en was added.

Revisions are hidden and shown again; what was taken down stays so.

  $ guvoh publication hide may-2031 --lang en --revision 3
  guvoh: a public note is missing: say with --note what changed, for readers
  [2]
  $ guvoh publication hide may-2031 --revision 3 --note x
  guvoh: option "--lang" is missing: "publication hide" needs it
  [2]
  $ guvoh publication hide may-2031 --lang ru --revision 3 --note x
  guvoh: "may-2031" has no such revision (ru 3): "guvoh publication show may-2031" lists them
  [3]
  $ guvoh publication hide may-2031 --lang en --revision x --note x
  guvoh: "x" is no number of a revision: "guvoh publication show" lists them
  [2]
  $ guvoh publication hide may-2031 --lang en --revision 4 --note 'We are looking at it.'
  may-2031: hidden from the next time the pages are made.
  $ guvoh publication list
  json  no text is shown
  may-2031  en 3  held back by 1 figure: see "guvoh publication show"
  $ guvoh publication hide may-2031 --lang en --revision 4 --undo --note 'It is right.'
  may-2031: shown from the next time the pages are made.
  $ guvoh publication hide may-2031 --take-down --note 'At the wish of a person.'
  may-2031: taken-down from the next time the pages are made.
  $ guvoh publication hide may-2031 --undo --note x
  guvoh: "may-2031" was taken down: that cannot be changed
  [5]
  $ guvoh publication list
  json  no text is shown
  may-2031  no text is shown
  $ guvoh publication show may-2031 --json | grep -c taken-down
  4
  $ guvoh publish out --site-url ftp://example.org
  guvoh: "ftp://example.org" is no address of a site: begin it with https:// or http://
  [2]
  $ guvoh rebuild | sed 's/[0-9]* entries/N entries/'
  The index was made anew from N entries and is the same.
