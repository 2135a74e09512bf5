A damaged archive is named by file and place; what was whole before it stays readable to verify.

  $ guvoh init a --key-file k > /dev/null
  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k
  $ echo 'around 30 people were seen' > text
  $ for i in 1 2 3; do guvoh add text --kind article --title T --lang en > /dev/null; done
  $ guvoh verify
  The archive is sound: 4 entries checked; files: 3.
  $ cp -r a sound

A byte of the log turned, in the middle and in its first frame:

  $ log=$(cd a; find . -size +0 -name '*log*' -type f -o -path '*log/*' -type f | sort | head -1)
  $ turn() { python3 -c 'import sys
  > name, at = sys.argv[1], int(sys.argv[2]); b = bytearray(open(name, "rb").read()); at %= len(b)
  > b[at] ^= 1; open(name, "wb").write(b)' "$@"; }
  $ turn a/$log -200; guvoh verify | sed 's/[0-9][0-9]*/N/g'
  "log/N.seg" is damaged at byte N, entry N: nothing was changed, copy the folder and restore this file from a backup
  $ guvoh verify > /dev/null
  [1]
  $ guvoh log
  guvoh: "log/000001.seg" is damaged at byte *, entry 3: nothing was changed, copy the folder and restore this file from a backup (glob)
  [7]
  $ rm -rf a; cp -r sound a; turn a/$log 300; guvoh verify > /dev/null
  [1]
  $ guvoh verify --json | python3 -c 'import json, sys
  > v = json.load(sys.stdin); print(v["sound"], v["damage"]["key"])'
  False archive.damaged

The log cut short is refused, and cut no further, while anything remembers that it was longer:

  $ rm -rf a; cp -r sound a; truncate -s -40 a/$log; guvoh verify
  the log ends after 3 entries, but 4 had been written: its end was removed, restore the log from a backup; if this older copy is all there is, remove the file "end" and the file "snapshot"
  [1]
  $ before=$(sha256sum < a/$log); guvoh add a/archive --kind document --title x
  guvoh: the log ends after 3 entries, but 4 had been written: its end was removed, restore the log from a backup; if this older copy is all there is, remove the file "end" and the file "snapshot"
  [7]
  $ test "$before" = "$(sha256sum < a/$log)"

Without that memory it is an append that was broken off; the file whose entry is missing is counted.

  $ rm a/end; guvoh verify
  The archive is sound: 3 entries checked; files: 3.
  763 bytes of an append that was broken off stand at the end: no damage, the next append cuts them.
  1 file belongs to no entry: an add was broken off.
  $ guvoh log | wc -l
  3

A byte of a file turned, and the file gone:

  $ rm -rf a; cp -r sound a; blob=$(find a -path '*blob*' -type f | sort | head -1)
  $ turn $blob 40; guvoh verify | sed 's/[0-9a-f]\{20,\}/HEX/'
  "blobs/HEX" is damaged: copy it back from a backup
  $ rm $blob; guvoh verify | sed 's/[0-9a-f]\{20,\}/HEX/'
  "blobs/HEX" is missing: copy it back from a backup
