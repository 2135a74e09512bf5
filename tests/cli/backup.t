Copies of an archive, an archive from a copy, and what needs care around one.

  $ guvoh init a --key-file k > /dev/null
  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k
  $ echo 'around 30 people were seen' > text
  $ guvoh add text --kind article --title T --lang en > /dev/null
  $ guvoh backup b | sed 's/written: .*/written: N./'
  A copy was made in "b" and opened: 2 entries; files: 1.
  New in it: 2 entries; files: 1; bytes written: N.

The archive has an entry of where its copy is, which the copy gets the next time; then nothing is new:

  $ guvoh backup b | sed 's/written: .*/written: N./'
  The copy in "b" was brought up to date and opened: 3 entries; files: 1.
  New in it: 1 entry; files: 0; bytes written: N.
  $ guvoh backup b
  The copy in "b" was brought up to date and opened: 3 entries; files: 1.
  New in it: 0 entries; files: 0; bytes written: 0.
  $ guvoh backup b --json
  {
    "folder": "b",
    "begun": false,
    "noted": true,
    "entries": 3,
    "new_entries": 0,
    "files": 1,
    "new_files": 0,
    "bytes": 0,
    "destroyed": 0,
    "damaged": 0,
    "old": []
  }
  $ guvoh --lang ru backup b
  \xd0\x9a\xd0\xbe\xd0\xbf\xd0\xb8\xd1\x8f \xd0\xb2 \xd0\xbf\xd0\xb0\xd0\xbf\xd0\xba\xd0\xb5 \xc2\xabb\xc2\xbb \xd0\xbe\xd0\xb1\xd0\xbd\xd0\xbe\xd0\xb2\xd0\xbb\xd0\xb5\xd0\xbd\xd0\xb0 \xd0\xb8 \xd0\xbe\xd1\x82\xd0\xba\xd1\x80\xd1\x8b\xd1\x82\xd0\xb0: 3 \xd0\xb7\xd0\xb0\xd0\xbf\xd0\xb8\xd1\x81\xd0\xb8; \xd1\x84\xd0\xb0\xd0\xb9\xd0\xbb\xd0\xbe\xd0\xb2: 1. (esc)
  \xd0\x9d\xd0\xbe\xd0\xb2\xd0\xbe\xd0\xb3\xd0\xbe: 0 \xd0\xb7\xd0\xb0\xd0\xbf\xd0\xb8\xd1\x81\xd0\xb5\xd0\xb9; \xd1\x84\xd0\xb0\xd0\xb9\xd0\xbb\xd0\xbe\xd0\xb2: 0; \xd0\xb7\xd0\xb0\xd0\xbf\xd0\xb8\xd1\x81\xd0\xb0\xd0\xbd\xd0\xbe \xd0\xb1\xd0\xb0\xd0\xb9\xd1\x82: 0. (esc)
  $ guvoh --lang kk backup b
  \xc2\xabb\xc2\xbb \xd2\x9b\xd0\xb0\xd0\xbb\xd1\x82\xd0\xb0\xd1\x81\xd1\x8b\xd0\xbd\xd0\xb4\xd0\xb0\xd2\x93\xd1\x8b \xd0\xba\xd3\xa9\xd1\x88\xd1\x96\xd1\x80\xd0\xbc\xd0\xb5 \xd0\xb6\xd0\xb0\xd2\xa3\xd0\xb0\xd1\x80\xd1\x82\xd1\x8b\xd0\xbb\xd1\x8b\xd0\xbf, \xd0\xb0\xd1\x88\xd1\x8b\xd0\xbb\xd0\xb4\xd1\x8b: 3 \xd0\xb6\xd0\xb0\xd0\xb7\xd0\xb1\xd0\xb0, 1 \xd1\x84\xd0\xb0\xd0\xb9\xd0\xbb. (esc)
  \xd0\x96\xd0\xb0\xd2\xa3\xd0\xb0\xd1\x81\xd1\x8b: 0 \xd0\xb6\xd0\xb0\xd0\xb7\xd0\xb1\xd0\xb0, 0 \xd1\x84\xd0\xb0\xd0\xb9\xd0\xbb; \xd0\xb6\xd0\xb0\xd0\xb7\xd1\x8b\xd0\xbb\xd2\x93\xd0\xb0\xd0\xbd \xd0\xb1\xd0\xb0\xd0\xb9\xd1\x82 \xd1\x81\xd0\xb0\xd0\xbd\xd1\x8b: 0. (esc)

A copy is an archive: it is checked as one, and read from a disk of its own.

  $ guvoh -C b verify
  The archive is sound: 3 entries checked; files: 1.
  $ guvoh -C b rebuild
  The index was made anew from 3 entries and is the same.

What a copy cannot lie in:

  $ guvoh backup a/copy
  guvoh: "a/copy" lies in the archive: choose a folder outside it, best on another disk
  [2]
  $ guvoh backup .
  guvoh: the key file "*/k" would lie in the archive that it opens: choose another place, best another device (glob)
  [2]
  $ mkdir full; echo x > full/letter; guvoh backup full
  guvoh: "full" is not empty: an archive needs a new or an empty folder
  [5]
  $ guvoh init other --key-file k2 > /dev/null; guvoh -C other --key-file k2 backup c > /dev/null; guvoh backup c
  guvoh: "c" holds the copy of another archive: choose a folder of its own for each
  [5]
  $ guvoh backup nowhere/b
  guvoh: "nowhere" does not exist: check the name
  [3]

Somebody wrote into the copy: neither is changed.

  $ cp -r b lone; guvoh -C lone add text --kind article --title Y --lang en > /dev/null
  $ guvoh backup lone
  guvoh: the copy in "lone" holds entries that the archive does not: nothing was changed, run "guvoh verify" on both, and back up into a new folder
  [5]

A file that the disk spoilt is named and not copied; the rest is:

  $ echo 'a second page' > text2; guvoh add text2 --kind article --title U --lang en > /dev/null
  $ new=$(cd a/blobs; for i in *; do test -e ../../b/blobs/$i || echo $i; done)
  $ printf 'X' | dd of=a/blobs/$new bs=1 seek=70 conv=notrunc status=none
  $ guvoh backup b | sed 's/written: .*/written: N./; s/[0-9a-f]\{40,\}/HEX/'
  The copy in "b" was brought up to date and opened: 4 entries; files: 1.
  New in it: 1 entry; files: 0; bytes written: N.
  1 file is damaged and was not copied, the first is "blobs/HEX": "guvoh verify" says more.
  $ guvoh backup b > /dev/null
  [1]

An archive from the copy:

  $ guvoh restore b r
  The archive "r" was made from the copy and opened: 4 entries; files: 1.
  $ guvoh -C r log | wc -l
  4
  $ guvoh restore b r
  guvoh: "r" is not empty: an archive needs a new or an empty folder
  [5]
  $ guvoh restore text r2
  guvoh: "text" is no archive: make one with "guvoh init", or name another folder with -C
  [3]
  $ guvoh restore b r3 --key-file k2
  guvoh: the key file "k2" does not open this archive: use the one made with it
  [4]
  $ guvoh --lang ru restore b r4
  \xd0\x90\xd1\x80\xd1\x85\xd0\xb8\xd0\xb2 \xc2\xabr4\xc2\xbb \xd1\x81\xd0\xbe\xd0\xb7\xd0\xb4\xd0\xb0\xd0\xbd \xd0\xb8\xd0\xb7 \xd0\xba\xd0\xbe\xd0\xbf\xd0\xb8\xd0\xb8 \xd0\xb8 \xd0\xbe\xd1\x82\xd0\xba\xd1\x80\xd1\x8b\xd1\x82: 4 \xd0\xb7\xd0\xb0\xd0\xbf\xd0\xb8\xd1\x81\xd0\xb8; \xd1\x84\xd0\xb0\xd0\xb9\xd0\xbb\xd0\xbe\xd0\xb2: 1. (esc)
  $ guvoh restore b r5 --json
  {
    "archive": "r5",
    "entries": 4,
    "files": 1,
    "destroyed": 0,
    "damaged": 0
  }

What needs care. The key lies on the archive's disk here, and the computer is anybody's:

  $ export GUVOH_DIR=$PWD/r
  $ care() { guvoh "$@" | grep -v -i -e swap -e memory -e 'room on' -e 'begin' | sed 's/[0-9a-f]\{40,\}/HEX/; s,/[^" ]*/,,'; }
  $ care doctor
  ! The archive is damaged: "blobs/HEX" is missing: copy it back from a backup.
  + The snapshot can be read; the log has 0 entries more.
  + The file "end" knows of all 4 entries.
  + The clock is not behind the last entry.
  + 1 copy of the archive is known, with no key that was destroyed.
  + Nobody but its owner can look into the folder.
  ! The key file "k" lies on the archive's disk: whoever takes the disk has both, so keep it on another.
  + No words typed to guvoh were found in the shell's history.
  $ guvoh doctor > /dev/null
  [1]
  $ guvoh init new --key-file $PWD/k > /dev/null; export GUVOH_DIR=$PWD/new
  $ chmod 755 new; chmod 644 k; cp new/keys new/keys.old; rm new/end
  $ printf 'guvoh claim add "about 30" --lang en\nguvoh claim add - --lang en\nls guvoh\nguvoh claim add - --origin "the governor"\n' > .bash_history
  $ printf ': 1560326400:0;guvoh state r4 name "A. B."\n: 1560326400:0;guvoh add f --title=-\n' > .zsh_history
  $ mkdir -p .local/share/fish; printf -- '- cmd: guvoh find Almaty\n' > .local/share/fish/fish_history
  $ HOME=$PWD care doctor
  + The archive is sound: 1 entry checked; files: 0.
  + The snapshot can be read; the log has 0 entries more.
  ! The file "end" knows of 0 entries only: a log cut behind them would go unseen; the next append mends it.
  + The clock is not behind the last entry.
  ! The file "keys.old" in the archive looks like a copy of its keys: destroyed keys live on in it, so remove it.
  ! No copy of the archive is known: make one with "guvoh backup DIR" on another disk.
  ! Others may look into "new": run "chmod 700" on it.
  ! Others may look into "k": run "chmod 600" on it.
  ! The key file "k" lies on the archive's disk: whoever takes the disk has both, so keep it on another.
  ! 2 lines of ".bash_history" hold words typed to guvoh: remove them, and write "-" for the words next time.
  ! 1 line of ".zsh_history" holds words typed to guvoh: remove it, and write "-" for the words next time.
  ! 1 line of "fish_history" holds words typed to guvoh: remove it, and write "-" for the words next time.
  $ HOME=$PWD guvoh doctor --json | python3 -c 'import json, sys
  > a = json.load(sys.stdin); print(a["well"]); print(*[c["check"] for c in a["checks"] if c["state"] == "mend" and c["check"] not in ("swap", "space")])'
  False
  end copies copies folder key-file key-file history history history

A key that was destroyed, in the archive, in copies of before and after it, and in what is made from them:

  $ cp -r $ROOT/tests/data/archives/destroyed d; export GUVOH_DIR=$PWD/d GUVOH_KEY_FILE=$ROOT/tests/data/archives/key
  $ guvoh doctor | grep -i -e cop
  ! The copy in "/mnt/copies/first", last noted on 2026-11-26, may hold keys that were destroyed since: run "guvoh backup" into it again, or destroy it.
  ! The file "keys.before" in the archive looks like a copy of its keys: destroyed keys live on in it, so remove it.
  $ guvoh backup e | tail -1
  The copy in "/mnt/copies/first", last noted on 2026-11-26, may hold keys that were destroyed since: run "guvoh backup" into it again, or destroy it.
  $ cp d/keys.before e/keys; guvoh backup e | tail -2
  1 key was destroyed in the copy, as in the archive.
  The copy in "/mnt/copies/first", last noted on 2026-11-26, may hold keys that were destroyed since: run "guvoh backup" into it again, or destroy it.
  $ guvoh backup e --json | python3 -c 'import json, sys; a = json.load(sys.stdin); print(a["destroyed"], a["old"])'
  0 [{'at': '2026-11-26T01:19:48Z', 'folder': '/mnt/copies/first'}]
  $ cp d/keys.before e/keys; guvoh restore e again
  The archive "again" was made from the copy and opened: 6 entries; files: 2.
  1 key that the copy still held was destroyed again, as its log says.
  $ guvoh -C again source list
  s2                 official-statement  Statement
  sfdiulr67wpshvfxo                      (destroyed)
  $ export GUVOH_DIR=$PWD/new GUVOH_KEY_FILE=$PWD/k

Programs that settings name: whoever is on call is rung by one, and a site is uploaded by one.

  $ mkdir bin; printf '#!/bin/sh\n' > bin/ring; chmod +x bin/ring
  $ guvoh setting set on_call ring > /dev/null; guvoh setting set upload 'rsync-of-ours -a' > /dev/null
  $ PATH=$PWD/bin:$PATH guvoh doctor | grep setting
  + The setting on_call runs "ring", which is on this computer.
  ! The setting upload runs "rsync-of-ours", which is not there or cannot be run: install it, or run "guvoh setting set upload" anew.
  $ ln -s $(command -v guvoh) bin/guvoh; guvoh setting set on_call https://example.org/ring > /dev/null
  $ PATH=$PWD/bin guvoh doctor | while read -r line; do case $line in *curl*) echo "$line";; esac; done
  ! The setting on_call runs "curl", which is not there or cannot be run: install it, or run "guvoh setting set on_call" anew.

A snapshot that the disk spoilt; a clock that went back (the archive was made by one that said 2099); and
without a key what needs none is looked at all the same:

  $ head -c 400 /dev/urandom > new/snapshot
  $ guvoh doctor | grep snapshot
  ! The file "snapshot" is damaged: the log is read instead; remove the file, and look after the disk.
  $ cp -r $ROOT/tests/data/archives/clock-2099 future; guvoh -C future --key-file $ROOT/tests/data/archives/key doctor | grep clock
  ! The clock says *, but the last entry was made at 2099-01-01T00:00:*: set the clock before the next entry. (glob)
  $ env -u GUVOH_KEY_FILE guvoh doctor < /dev/null | grep -e '^?' -e sound
  + The archive is sound: 4 entries checked; files: 0.
  ? The archive was not opened, so its snapshot, end, clock and copies were not looked at: the key of "*" is not at hand: name it with --key-file, or run "guvoh unlock". (glob)
  ? No key file was named: whether it lies well cannot be said.
  $ guvoh -C nowhere doctor
  guvoh: "nowhere" is no archive: make one with "guvoh init", or name another folder with -C
  [3]
