The key of a source or of a person is destroyed on purpose: what was kept under it can never be read again.

  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k GUVOH_USER=editor
  $ guvoh init a > /dev/null
  $ echo 'around 30 people were seen, Aru Testova among them' > text
  $ guvoh add text --kind interview --title 'A talk' --lang en --id talk > /dev/null
  $ echo 'no more than 30' > other; guvoh add other --kind article --title Other --lang en --id other > /dev/null
  $ guvoh claim add 'around 30 people' --lang en --event may --id c1 --measure detained --place almaty \
  >   --days 2031-05-12 --source talk > /dev/null
  $ guvoh claim list may --json > before.json
  $ guvoh record add person --id aru > /dev/null
  $ guvoh state aru name 'Aru Testova' --source talk --words 'Aru Testova' | sed -E 's/.*(t[a-z2-7]{16}).*/\1/' > statement
  $ guvoh record add person --id dana > /dev/null; guvoh state dana name 'Dana Sample' | sed -E 's/t[a-z2-7]{16}/ID/'
  Statement ID was added.
  $ guvoh record add event --id may > /dev/null; guvoh record add person --id other > /dev/null
  $ guvoh backup copy > /dev/null; cp a/keys a/keys.old; cp -r a earlier

It says what would go and asks for the name; anything else leaves all as it is:

  $ guvoh destroy talk --why 'the speaker asked' < /dev/null
  Source talk would be destroyed for good: its title, address and words, files: 1, claims: 1, statements: 1, rows of lists: 0.
  guvoh: "talk" was not typed, so nothing was destroyed: type it when asked, or give --yes in a script
  [2]
  $ echo yes | guvoh destroy talk --why 'the speaker asked' 2> /dev/null
  [2]
  $ guvoh destroy talk --yes
  guvoh: option "--why" is missing: "destroy" needs it
  [2]
  $ guvoh destroy talk --why ' ' --yes
  guvoh: a destruction needs a reason: say why, without names, for those who come after
  [2]
  $ guvoh destroy nobody --why x --yes
  guvoh: no source and no person is called "nobody": guvoh source list and guvoh record list person show them
  [3]
  $ guvoh destroy may --why x --yes
  guvoh: "may" is a record of kind "event", which has no key of its own: withdraw its statements, or destroy their sources
  [2]
  $ guvoh destroy other --why x --yes 2>&1 | sed -E 's/([sr])[a-z2-7]{16}/\1ID/g'
  guvoh: "other" is a source (sID) and a person (rID): give the id of the one that is meant

The name is typed. The copy that is known and the old file of keys are listed:

  $ ls a/blobs | wc -l
  2
  $ echo talk | guvoh destroy talk --why 'the speaker asked' 2> /dev/null | sed 's/noted on [-0-9]*/noted on DAY/'
  Source talk was destroyed, and with it files: 1, claims: 1, statements: 1, rows of lists: 0.
  The copy in "*/copy", last noted on DAY, may hold keys that were destroyed since: run "guvoh backup" into it again, or destroy it. (glob)
  The file "keys.old" in the archive looks like a copy of its keys: destroyed keys live on in it, so remove it.
  $ ls a/blobs | wc -l
  1
  $ guvoh verify
  The archive is sound: 12 entries checked; files: 1.
  3 sealed parts could not be read: their keys were destroyed on purpose.
  $ guvoh rebuild
  The index was made anew from 12 entries and is the same.

Who and why stand in the log, and nothing of what it was:

  $ guvoh log | tail -1 | sed 's/ 2[-0-9TZ:]*/ WHEN/'
      11  WHEN  editor        key.destroy  "the speaker asked"
  $ guvoh log --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["entries"][-1]["why"])'
  the speaker asked

The source, its words, the claim and the statement are gone from every question, and say so by their ids:

  $ guvoh source list | sed -E 's/s[a-z2-7]{16}/ID/'
  other              article  Other
  ID           (destroyed)
  $ guvoh find around; guvoh find Testova
  Nothing holds "around": try the beginning of a word with "*" behind it
  Nothing holds "Testova": try the beginning of a word with "*" behind it
  $ guvoh claim list may
  guvoh: event "may" has no claims: "guvoh claim list" shows what there is
  [3]
  $ guvoh claim show $(python3 -c 'import json; print(json.load(open("before.json"))["claims"][0]["key"])')
  guvoh: claim c* was destroyed with the key of its source: nothing of it is left (glob)
  [3]
  $ guvoh withdraw $(cat statement) --why x
  guvoh: statement t* was destroyed with the key of its source or of its person: nothing of it is left (glob)
  [3]
  $ guvoh destroy $(guvoh source list --json | python3 -c 'import json, sys
  > print([s["id"] for s in json.load(sys.stdin)["sources"] if s["destroyed"]][0])') --why again --yes
  guvoh: the key of source "s*" was destroyed: nothing of it is left to show (glob)
  [5]

A person, as a script does it:

  $ guvoh destroy dana --why 'they asked' --yes --json | sed -E 's/r[a-z2-7]{16}/ID/; s/"at": .*/"at": "WHEN",/; s,"/.*/,"/,'
  {
    "id": "ID",
    "kind": "person",
    "destroyed": true,
    "claims": 0,
    "statements": 1,
    "files": 0,
    "mentions": 0,
    "old": [
      {
        "at": "WHEN",
        "folder": "/copy"
      }
    ],
    "strays": [
      "keys.old"
    ],
    "problems": []
  }
  $ guvoh record list person | sed -E 's/r[a-z2-7]{16}/ID/' | sort
  ID  person  destroyed: its key is gone
  aru                person
  other              person
  $ guvoh destroy $(guvoh record list person | sed -n 's/^\(r[a-z2-7]*\) .*gone$/\1/p') --why again --yes
  guvoh: the key of person r* was destroyed: nothing is left to destroy (glob)
  [5]
  $ guvoh rebuild
  The index was made anew from 13 entries and is the same.

A copy follows the next time, files included; a restore of a copy whose keys and files are from before destroys again:

  $ guvoh backup copy | sed 's/written: .*/written: N./' | tail -2
  New in it: 3 entries; files: 0; bytes written: N.
  2 keys were destroyed in the copy, as in the archive.
  $ ls copy/blobs | wc -l
  1
  $ cp earlier/keys copy/keys; cp earlier/blobs/* copy/blobs
  $ guvoh restore copy again
  The archive "again" was made from the copy and opened: 13 entries; files: 1.
  2 keys that the copy still held were destroyed again, as its log says.
  $ guvoh -C again source list | grep -c destroyed
  1
  $ ls again/blobs | wc -l
  1
