A reader's report comes back into the archive, an editor decides, and the page says so.

  $ guvoh init a --key-file k > /dev/null
  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k
  $ guvoh claim add '500 people' --event may --lang en --measure detained --id c1 --place almaty \
  >   --days 2031-05-12 --class state --origin nur-sultan-police --coverage total --confidentiality public > /dev/null
  $ guvoh publication add may-2031 --event may > /dev/null
  $ printf -- '---\ntitle: How many?\ndek: At least some.\nbyline: The team\n---\n%s\n\n%s\n' \
  >   'The polise took people *near the old* square. They said {{claim c1 as=words}} then.' '> I saw a bus.' > text.md
  $ guvoh publication revise may-2031 text.md --lang en
  Revision 1 of may-2031 in en was added.
  $ add() { guvoh errata add may-2031 --lang en --revision "$1" --words "$2" --kind "$3" "${@:4}"; }
  $ code() { guvoh errata list --all --json | python3 -c 'import json, sys; print(*[r["code"] for r in json.load(sys.stdin)["reports"] if r["quote"] == sys.argv[1]])' "$1"; }
  $ plain() { sed -E 's/r[a-z2-7]{16}/CODE/g; s/20[0-9-]{8}/DAY/'; }
  $ guvoh errata list
  No report waits.

Words are taken in where they stand in the page:

  $ add 1 polise spelling --suggest police --comment 'a letter' | plain
  Report CODE was taken in.
  $ add 1 'polise took' spelling --suggest 'police took' | plain
  These words were reported already: CODE counts one more.
  $ add 1 'near the old' fact --suggest 'on the old' | plain
  Report CODE was taken in.
  $ guvoh errata list | plain
  CODE spelling    may-2031 en 1         new  x2
    [-polise-] {+police+}
  CODE fact        may-2031 en 1         new
    [-near-] {+on+} the old
  $ guvoh errata show "$(code polise)" | plain | sed 's/\.\.\..*  The \[/...  The [/'
  CODE spelling    may-2031 en 1         new  x2
    [-polise-] {+police+}
    ...  The [polise] took people near the old square...
    a letter
    another reader (spelling): police took 
  In revision 1 it stands here:
    The [polise] took people *near the old* square. They said {{claim c1 as=words}} then.
  $ guvoh errata show "$(code polise)" --json | python3 -c '
  > import json, sys
  > r = json.load(sys.stdin)
  > print(r["kind"], r["state"], r["count"], r["seen"], r["found"], len(r["others"]))'
  spelling new 2 0 polise 1

What is not there, not one place or not a kind is refused:

  $ add 1 policemen spelling
  guvoh: these words do not stand there: the page has changed, load it anew
  [5]
  $ add 2 polise spelling
  guvoh: there is no page at this address
  [3]
  $ add 1 e spelling
  guvoh: these words stand in the page several times: give more of them
  [2]
  $ add 1 polise typo
  guvoh: "typo" is no kind of report: use spelling, fact, attribution, translation or danger
  [2]
  $ guvoh errata show r0
  guvoh: there is no report with that code
  [3]
  $ guvoh errata show r
  guvoh: several reports begin with "r": give more of the code
  [2]
  $ add 1 square fact --comment "$(printf %01001d 1)"
  guvoh: comment is too long: 1,000 characters at most
  [6]

To apply is a new revision and a public correction; two editors cannot decide over each other:

  $ spelling=$(code polise) fact=$(code 'near the old')
  $ guvoh errata apply "$spelling" --seen twice
  guvoh: "twice" is no number of decisions: use 0 or more
  [2]
  $ guvoh errata apply "$spelling" --seen 1
  guvoh: somebody else has decided meanwhile, it is "new" now: look at it again
  [5]
  $ guvoh errata apply "$spelling" --seen 0 | plain
  Report CODE is "applied" now: revision 2 in en was added.
  $ guvoh errata apply "$spelling" --seen 0
  guvoh: somebody else has decided meanwhile, it is "applied" now: look at it again
  [5]
  $ guvoh errata apply "$spelling"
  guvoh: the report is closed ("applied"): undo that first
  [5]
  $ guvoh errata edit "$fact"
  guvoh: option "--suggest" is missing: "errata edit" needs it
  [2]
  $ guvoh errata edit "$fact" --suggest $'beside\nthe old'
  guvoh: a wording is one line
  [2]
  $ guvoh errata edit "$fact" --suggest 'beside the old' --note 'The square was named wrongly' --json | plain
  {
    "code": "CODE",
    "state": "applied",
    "lang": "en",
    "revision": 3
  }
  $ guvoh errata corrections may-2031 | plain
  DAY  en 3  "near the old" -> "beside the old" (The square was named wrongly)
  DAY  en 2  "polise" -> "police" (Spelling corrected)
  $ guvoh publish out > /dev/null; grep -o 'The police took people <em>beside the old</em> square' out/en/may-2031/index.html
  The police took people <em>beside the old</em> square

Whoever reads sees what was changed and why, names and numbers first; so do machines:

  $ sed -n '/<aside/,/<.aside>/p' out/en/may-2031/index.html | sed 's/[0-9]* [A-Z][a-z]* 20[0-9]*/DAY/'
  <aside class="correction" id="corrected" aria-label="Corrections">
  <p><span class="note">DAY · fact</span> <del>near the old</del> <ins>beside the old</ins> <span class="why">The square was named wrongly</span></p>
  <details><summary>1 correction of wording</summary>
  <p><span class="note">DAY · spelling</span> <del>polise</del> <ins>police</ins> <span class="why">Spelling corrected</span></p>
  </details>
  </aside>
  $ grep -o '<a href="#corrected">.*</a>' out/en/may-2031/index.html
  <a href="#corrected">2 corrections</a> · <a href="#editions">3 revisions</a>
  $ python3 -c '
  > import json, re
  > page = open("out/en/may-2031/index.html").read()
  > data = json.loads(re.search(r"ld.json\">(.*?)</script>", page, re.S).group(1))
  > print([c["text"] for c in data["correction"]])
  > for c in json.load(open("out/en/corrections.json"))["corrections"]:
  >     print(c["revision"], c["kind"], c["was"], "->", c["reads"])'
  ['near the old → beside the old. The square was named wrongly', 'polise → police. Spelling corrected']
  3 fact near the old -> beside the old
  2 spelling polise -> police
  $ grep -o '<summary>.*</summary>' out/en/corrections.xml
  <summary>near the old → beside the old The square was named wrongly</summary>
  <summary>polise → police Spelling corrected</summary>
  $ grep -c '<li>$' out/en/corrections/index.html; grep -c aside out/en/may-2031/r/1/index.html
  2
  0
  [1]
  $ guvoh errata undo "$spelling" | plain
  Report CODE is "new" now: revision 4 in en was added.
  $ guvoh errata corrections may-2031 --json | python3 -c 'import json, sys; print([c["was"] for c in json.load(sys.stdin)["corrections"]])'
  ['near the old']
  $ guvoh errata needs-source "$spelling" | plain
  Report CODE is "needs-source" now.
  $ guvoh errata decline "$spelling"
  guvoh: a reason is missing: say why it is declined
  [2]
  $ guvoh errata decline "$spelling" --why 'that is how it was written' | plain
  Report CODE is "declined" now.
  $ guvoh errata show "$spelling" | plain | grep declined
  CODE spelling    may-2031 en 1         declined  x2
    declined: that is how it was written

Figures and quotations are not corrected here; they lead to what they rest on:

  $ add 3 '500 people' fact --suggest '501 people' > /dev/null
  guvoh: these words stand in the page several times: give more of them
  [2]
  $ add 3 'said “500' fact --suggest 'said “501' > /dev/null; guvoh errata apply "$(code 'said “500')"
  guvoh: these words are not the text's own but those of "claim c1": open it and correct what it rests on
  [5]
  $ guvoh errata hide "$(code 'said “500')"
  guvoh: these words are those of "claim c1": withdraw what it rests on ("guvoh claim withdraw", "guvoh withdraw") and they leave every page, or take the page down
  [5]
  $ add 3 'I saw a bus' attribution --suggest 'I saw two buses' > /dev/null; guvoh errata apply "$(code 'I saw a bus')"
  guvoh: the passage is a quotation: what somebody said is not changed here
  [5]
  $ add 3 'The team' attribution --suggest 'A team' > /dev/null; guvoh errata apply "$(code 'The team')"
  guvoh: these words are not the text's own: they come from the archive or the page around it
  [5]
  $ guvoh errata duplicate "$(code 'I saw a bus')" "$(code 'said “500')" | plain
  Report CODE is "duplicate" now.

Danger stands first and rings whoever is on call, with the code and nothing else:

  $ add 3 'beside the old' danger | plain
  nobody is on call: "guvoh setting set on_call COMMAND" changes that
  Report CODE was taken in.
  $ guvoh errata list | plain | head -1
  CODE DANGER      may-2031 en 3         new
  $ guvoh errata apply "$(code 'beside the old')"
  guvoh: the reader suggests no wording: say with "edit" what it should read
  [2]
  $ printf '#!/bin/sh\nprintf "%%s\\n" "$@" "$GUVOH_KEY_FILE" > "$(dirname "$0")"/rung\n' > ring; chmod +x ring
  $ guvoh setting set on_call "$PWD/ring --loud"
  The setting on_call was changed.
  $ add 3 'square' danger | plain; plain < rung
  Report CODE was taken in.
  --loud
  CODE
  
  $ guvoh setting set on_call "$PWD/none"; add 3 'took people' danger 2>&1 | plain | sed "s,$PWD,HERE,"
  The setting on_call was changed.
  whoever is on call was not reached: the program "HERE/none" is not there or cannot be run: check its name
  Report CODE was taken in.
  $ printf '#!/bin/sh\nprintf "%%s\\n" "$@" > "$(dirname "$0")"/uploaded\n' > upload; chmod +x upload
  $ guvoh setting set site_folder "$PWD/out" > /dev/null; guvoh setting set upload "$PWD/upload -v" > /dev/null
  $ guvoh errata hide "$(code 'beside the old')" 2>&1 | plain | sed -E "s,$PWD,HERE,; s/^[0-9]+ pages/N pages/"
  N pages were written anew into HERE/out and uploaded
  beyond reach: copies that others made, search engines, web archives: ask them to remove it
  Report CODE is "hidden" now.
  $ sed "s,$PWD,HERE," uploaded
  -v
  HERE/out
  $ grep -rl 'beside the old' out | wc -l; grep -o 'took people <em>[^ ]* square' out/en/may-2031/index.html
  0
  took people <em>\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88</em> square (esc)
  $ guvoh errata corrections may-2031
  Nothing has been corrected so far.
  $ guvoh errata undo "$(code 'beside the old')" | plain; guvoh errata corrections may-2031 | wc -l
  Report CODE is "new" now.
  1

An organisation may want the passage hidden until somebody has looked:

  $ guvoh setting set hide_on_report maybe
  guvoh: "maybe" is no value of hide_on_report: docs/corrections.md says which there are
  [2]
  $ guvoh setting set hide_on_reports yes
  guvoh: there is no setting "hide_on_reports": did you mean "hide_on_report"?
  [3]
  $ guvoh setting set hide_on_report yes
  The setting hide_on_report was changed.
  $ guvoh setting list | sed "s,$PWD,HERE,"
  on_call           HERE/none
  hide_on_report    yes
  site_folder       HERE/out
  site_url          -
  report_to         -
  upload            HERE/upload -v
  forget_after      365
  $ add 3 'They said' danger --json 2> /dev/null | plain
  {
    "code": "CODE",
    "again": false,
    "hidden": true
  }
  $ guvoh publish out > /dev/null; grep -c 'They said' out/en/may-2031/index.html
  0
  [1]
  $ guvoh errata decline "$(code 'They said')" --why 'nobody is in danger' > /dev/null
  $ guvoh publish out > /dev/null; grep -c 'They said' out/en/may-2031/index.html
  1

A page of which no revision is shown is not corrected:

  $ guvoh publication add other > /dev/null; printf -- '---\ntitle: Other\ndek: A page.\nbyline: The team\n---\nA tru text.\n' > other.md
  $ guvoh publication revise other other.md --lang en > /dev/null
  $ guvoh errata add other --lang en --revision 1 --words tru --kind spelling --suggest true > /dev/null
  $ guvoh publication hide other --lang en --revision 1 --note 'by mistake' > /dev/null
  $ guvoh errata apply "$(code tru)"
  guvoh: no revision of this page is shown: show one first
  [5]

What was closed long ago is forgotten, and nothing else; the archive can be made anew:

  $ guvoh errata forget
  0 reports closed 365 days ago or longer were forgotten.
  $ guvoh rebuild > /dev/null
  $ guvoh setting set upload false > /dev/null
  $ guvoh errata take-down "$(code 'took people')" 2>&1 > said | sed "s,$PWD,HERE,"; plain < said
  the pages in HERE/out were written anew but not uploaded, the server still has it: the program "false" ended with status 1: run it by hand to see why
  beyond reach: copies that others made, search engines, web archives: ask them to remove it
  Report CODE is "taken-down" now.
  $ guvoh errata undo "$(code 'took people')"
  guvoh: "may-2031" was taken down: that cannot be changed
  [5]
  $ ls out/en
  corrections
  corrections.json
  corrections.xml
  estimates
  feed.xml
  $ guvoh --lang ru errata list | plain | head -2
  CODE \xd0\x9e\xd0\x9f\xd0\x90\xd0\xa1\xd0\x9d\xd0\x9e\xd0\xa1\xd0\xa2\xd0\xac   may-2031 en 3         \xd0\xbd\xd0\xbe\xd0\xb2\xd0\xbe\xd0\xb5 (esc)
    beside the old
  $ guvoh verify > /dev/null
