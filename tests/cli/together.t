Several at once on one archive: each id is taken once, each row of a table is added once.

  $ export GUVOH_DIR=$PWD/a GUVOH_KEY_FILE=$PWD/k
  $ guvoh init a > /dev/null; echo 'about 400 people' > page.txt
  $ for i in 1 2 3 4 5 6 7 8; do
  >   guvoh add page.txt --kind article --title T --id twin > out.$i 2>&1 &
  > done; wait; sort out.* | uniq -c
        1 Source twin was added.
        7 guvoh: another source has the id "twin" already: choose one that nothing has
  $ cp $ROOT/examples/june-2019/claims.csv all.csv
  $ python3 - <<'END'
  > import csv
  > rows = list(csv.DictReader(open("all.csv")))[:1]
  > with open("few.csv", "w", newline="") as out:
  >     to = csv.DictWriter(out, rows[0].keys())
  >     to.writeheader()
  >     for i in range(40):
  >         to.writerow({**rows[0], "id": f"z{i}", "source": "", "part_of": "", "derived_from": "", "supersedes": ""})
  > END
  $ for i in 1 2 3 4 5 6; do guvoh claim import few.csv --event e > in.$i & done; wait
  $ tail -qn 1 in.* | sort | uniq -c
        5 0 claims added; unchanged: 40.
        1 40 claims added; unchanged: 0.
  $ guvoh claim list e | wc -l
  40
  $ for i in 1 2 3 4 5 6; do
  >   guvoh claim add 'about 400 people' --lang en --event e --id one --measure detained --place almaty \
  >     --days 2019-06-09 > one.$i 2>&1 &
  > done; wait; grep -c added one.* | grep -c ':1'
  1
  $ guvoh verify
  The archive is sound: 4 entries checked; files: 1.
  $ guvoh rebuild
  The index was made anew from 4 entries and is the same.
