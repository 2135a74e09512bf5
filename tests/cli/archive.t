An archive with a key file, from its making to its checks.

  $ guvoh init a --key-file k
  The archive is in "a".
  Its key is the new file "k". Without it nobody, not even you, can read the archive: keep a copy elsewhere, never beside the archive.
  $ ls -l k | cut -c1-10
  -rw-------
  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k
  $ guvoh verify
  The archive is sound: 1 entry checked; files: 0.
  $ guvoh rebuild
  The index was made anew from 1 entry and is the same.
  $ guvoh log | sed 's/T..:..:..Z/T/; s/20..-..-../DAY/'
       0  DAYT  editor        vocab.file x 14
  $ guvoh log --json | python3 -c 'import json, sys
  > for e in json.load(sys.stdin)["entries"]: print(e["index"], e["by"], e["ops"][0], len(e["ops"]))'
  0 editor vocab.file 14
  $ guvoh verify --json
  {
    "sound": true,
    "opened": true,
    "segments": 1,
    "entries": 1,
    "signatures": 1,
    "blobs": 0,
    "unread": 0,
    "tail": 0,
    "orphans": 0
  }
  $ guvoh rebuild --json
  {
    "same": true,
    "entries": 1,
    "table": null
  }

A folder with something in it, a file and an archive are left as they are:

  $ mkdir full; touch full/mine; guvoh init full
  guvoh: "full" is not empty: an archive needs a new or an empty folder
  [5]
  $ ls full
  mine
  $ guvoh init a
  guvoh: "a" is not empty: an archive needs a new or an empty folder
  [5]
  $ guvoh init k
  guvoh: "k" is not what is needed here: a folder instead of a file, a file instead of a folder, or a link
  [2]
  $ guvoh verify
  The archive is sound: 1 entry checked; files: 0.

A folder that is no archive, one that is not there, a key that is not there, and another archive's key:

  $ guvoh log -C full
  guvoh: "full" is no archive: make one with "guvoh init", or name another folder with -C
  [3]
  $ guvoh verify -C nowhere
  guvoh: "nowhere" is no archive: make one with "guvoh init", or name another folder with -C
  [3]
  $ guvoh log --key-file nowhere
  guvoh: the key file "nowhere" does not exist: check the name, or attach the drive it lies on
  [4]
  $ GUVOH_KEY_FILE= guvoh init b --key-file l
  The archive is in "b".
  Its key is the new file "l". Without it nobody, not even you, can read the archive: keep a copy elsewhere, never beside the archive.
  $ guvoh log --key-file l
  guvoh: the key file "l" does not open this archive: use the one made with it
  [4]
  $ guvoh verify --key-file l
  guvoh: the key file "l" does not open this archive: use the one made with it
  [4]
  $ echo short > m; guvoh log --key-file m
  guvoh: "m" is no key file: it must hold one line of 64 hex digits
  [2]

Without its key the outside is checked:

  $ GUVOH_KEY_FILE= guvoh verify < /dev/null
  The archive is sound: 1 entry checked; files: 0.
  No key was at hand: only the outside was checked, not what the entries say.
