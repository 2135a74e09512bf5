Bad input that no other transcript has: what is said, and the exit status. docs/errors.md lists all.

  $ guvoh init a --key-file k > /dev/null
  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k
  $ guvoh count
  guvoh: this archive has no figures yet: guvoh claim import FILE.csv --event EVENT
  [2]
  $ guvoh claim frobnicate
  guvoh: "frobnicate" cannot follow "claim", only one of these can: * (glob)
  [2]
  $ head -c 70000 /dev/zero | tr '\0' x | guvoh claim add - --lang en --event may
  guvoh: what was typed for "WORDS" is longer than 64 KiB: put it into a file and add the file as a source
  [6]
  $ echo text > text; guvoh add text --kind article --title ' '
  guvoh: a source needs a title: say what it is and when it is from
  [2]

Names that several have:

  $ for i in may june; do guvoh claim add '5 people' --lang en --id c1 --event $i --measure detained --place almaty \
  >   --days 2019-06-09 --class media > /dev/null; done
  $ guvoh claim show c1
  guvoh: several claims are called "c1": write the event before it, such as june/c1
  [2]
  $ guvoh claim add '5 people' --lang en --id c1 --event may --measure detained --place almaty --days 2019-06-09 --class media
  guvoh: "c1" is there already, word for word: nothing to add
  [5]
  $ guvoh add text --kind article --title A --lang en > /dev/null; guvoh add text --kind article --title B --lang en > /dev/null
  $ guvoh claim add '7 people' --lang en --event may --measure detained --place almaty --days 2019-06-09 --source s
  guvoh: several sources begin with "s": give more of the id
  [2]

Words and tables:

  $ guvoh count --parse "$(head -c 5000 /dev/zero | tr '\0' x)" --lang en
  guvoh: the words take 5000 bytes, at most * are read: give only the words of the figure (glob)
  [6]
  $ printf 'record,kind,property,value\n,event,name,X\n' > t.csv; guvoh record import t.csv
       2  name: the row names no record: write an id into the column "record"
  guvoh: 1 line of "t.csv" was refused, so nothing was written: correct it, or take the others with --skip-bad BAD.csv
  [2]
  $ printf '\377\n' > bad.md; guvoh publication add p --event may > /dev/null; guvoh publication revise p bad.md --lang en
  guvoh: the file is not UTF-8: save it as UTF-8
  [2]

An archive of a later time, and one whose keys are older than its log:

  $ cp -r a later; sed -i 's/format 1/format 2/' later/archive; guvoh -C later log
  guvoh: the archive "later" has format 2, made by a newer guvoh: update the program
  [2]
  $ cp -r a old; guvoh -C old add text --kind article --title C --lang en > /dev/null; cp a/keys old/keys; guvoh -C old log
  guvoh: the key "s*" is not in the file "keys", which is older than the log: restore a newer one (glob)
  [3]
