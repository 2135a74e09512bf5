A disk that is full: one sentence, and what was acknowledged stays (a 1.3 MB tmpfs; skipped where it cannot be mounted).
The same disk when it can only be read: the archive answers and takes nothing.

  $ unshare --user --map-root-user --mount true 2> /dev/null || exit 80
  $ mkdir disk; cat > fill <<'END'
  > mount -t tmpfs -o size=1300k none disk || exit 80
  > export GUVOH_DIR=disk/a GUVOH_KEY_FILE=k
  > guvoh init disk/a > /dev/null
  > head -c 300000 /dev/zero > big
  > for i in 1 2 3 4 5; do guvoh add big --kind document --title T --id s$i || echo "status $?"; done
  > guvoh source list
  > guvoh verify
  > rm -r disk/a/blobs/* ; guvoh log | wc -l
  > dd if=/dev/zero of=disk/filler bs=1k 2> /dev/null
  > guvoh init disk/b --key-file k2 || echo "status $?"
  > ls disk
  > rm disk/filler; mount -o remount,ro none disk || exit 80
  > guvoh source list; guvoh find T | wc -l
  > guvoh add big --kind document --title T --id s4 || echo "status $?"
  > guvoh record add event || echo "status $?"
  > printf 'record,kind,property,value\nr,event,type,assembly\n' > rows.csv
  > guvoh record import rows.csv --dry-run; guvoh record import rows.csv || echo "status $?"
  > guvoh backup disk/b || echo "status $?"
  > guvoh backup copy | grep -c opened
  > END
  $ unshare --user --map-root-user --mount bash fill
  Source s1 was added.
  Source s2 was added.
  Source s3 was added.
  guvoh: the disk is full: nothing was written, free some space and try again
  status 7
  guvoh: the disk is full: nothing was written, free some space and try again
  status 7
  s1  document  T
  s2  document  T
  s3  document  T
  The archive is sound: 4 entries checked; files: 3.
  4
  guvoh: the disk is full: nothing was written, free some space and try again
  status 7
  a
  filler
  s1  document  T
  s2  document  T
  s3  document  T
  3
  guvoh: "disk/a/lock" lies on a disk that can only be read: choose another place
  status 7
  guvoh: "disk/a/lock" lies on a disk that can only be read: choose another place
  status 7
  Nothing was written. It would add 1 statement; new records: 1; unchanged rows: 0.
  guvoh: "disk/a/lock" lies on a disk that can only be read: choose another place
  status 7
  guvoh: "disk/b" lies on a disk that can only be read: choose another place
  status 7
  1
