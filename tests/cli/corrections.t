A figure that a new revision prints otherwise is a correction with its old value and the reason; what the public may not see any more is none.

  $ guvoh init a --key-file k > /dev/null
  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k
  $ claim() { guvoh claim add "$@" --event may --lang en --measure detained --place almaty --days 2031-05-12 \
  >   --confidentiality public > /dev/null; }
  $ claim 'at least 500 people' --id c1 --class defenders --origin committee-a
  $ guvoh publication add may-2031 --event may > /dev/null
  $ printf -- '---\ntitle: How many?\ndek: At least {{count may measure=detained place=almaty days=2031-05-12 as=figure}}.\nbyline: The team\n---\n%s\n' \
  >   'Who counted said {{claim c1 as=words}}, {{claim c1 as=figure}} of them, {{claim c1 as=figure}} again.' > text.md
  $ guvoh publication revise may-2031 text.md --lang en > /dev/null
  $ guvoh publish out > /dev/null; grep -c 'aside' out/en/may-2031/index.html
  0
  [1]
  $ claim 'at least 700 people' --id c2 --class defenders --origin committee-b
  $ guvoh publication revise may-2031 text.md --lang en --note 'A second list came in.' > /dev/null
  $ guvoh publish out > /dev/null
  $ sed -n '/<aside/,/<.aside>/p' out/en/may-2031/index.html | sed 's/[0-9]* [A-Z][a-z]* 20[0-9]*/DAY/'
  <aside class="correction" id="corrected" aria-label="Corrections">
  <p><span class="note">DAY · fact</span> <del>≥ 500</del> <ins>≥ 700</ins> <span class="why">A second list came in.</span></p>
  </aside>
  $ python3 -c '
  > import json
  > for c in json.load(open("out/en/corrections.json"))["corrections"]:
  >     print(c["revision"], c["kind"], c["was"], "->", c["reads"], c["note"])'
  2 fact ≥ 500 -> ≥ 700 A second list came in.
  $ grep -o '<id>.*#.*</id>' out/en/corrections.xml
  <id>/en/may-2031/#r2-0</id>

Its note stands alone where a figure may not be shown any more, and in other languages there is nothing to say:

  $ guvoh claim withdraw c1 --why 'taken back' > /dev/null
  $ sed 's/^Who.*/Nobody./' text.md > later.md
  $ guvoh publication revise may-2031 later.md --lang en --note 'One figure less.' > /dev/null
  $ guvoh publish out > /dev/null
  $ python3 -c '
  > import json
  > for c in json.load(open("out/en/corrections.json"))["corrections"]:
  >     print(c["revision"], c["kind"], c["was"], "->", c["reads"], c["note"])
  > print(json.load(open("out/ru/corrections.json")))'
  3   ->  One figure less.
  2 fact ≥ 500 -> ≥ 700 A second list came in.
  {'corrections': []}
  $ grep -o '<id>.*#.*</id>' out/en/corrections.xml
  <id>/en/may-2031/#r3-0</id>
  <id>/en/may-2031/#r2-0</id>
