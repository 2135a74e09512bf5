The invented people of tests/data/names are what tools/people makes of its stems and its seed, to the letter:

  $ for part in tuned held; do "$ROOT"/tools/people --part $part 1000 | cmp - "$ROOT"/tests/data/names/$part.csv && echo $part: the same; done
  tuned: the same
  held: the same

Two thousand people, each in six spellings; half of these are made by ICU or by a model of slips:

  $ cat > spelled.py <<'END'
  > import collections, csv, os
  > rows = [row for part in ("tuned", "held") for row in csv.DictReader(open(f"{os.environ['ROOT']}/tests/data/names/{part}.csv", encoding="utf-8"))]
  > people = collections.Counter((row["part"], row["person"]) for row in rows)
  > print(f"people: {len(people)}; spellings of each, at least: {min(people.values())}")
  > made = sum(row["recipe"] in ("icu", "icu-russian", "slip") for row in rows)
  > print(f"not by rules of our own: {made} of {len(rows)}")
  > END
  $ python3 spelled.py
  people: 2000; spellings of each, at least: 6
  not by rules of our own: 6000 of 12000

The held part shares no family name with the tuned one, whatever the language, and no slip of one is made by the other's model:

  $ cat > parts.py <<'END'
  > import os, random, sys
  > sys.path.insert(0, os.environ["ROOT"] + "/tests/bench")
  > import invented
  > tool = invented.tool_people()
  > tuned, held = (tool.people(20000, part, tool.SEED)[0] for part in (False, True))
  > families = [{tool.russian_family(person.family, True) for person in part} for part in (tuned, held)]
  > print(f"family names: {len(families[0])} and {len(families[1])}, in both {len(families[0] & families[1])}")
  > def slips(model, word):
  >     return {model(word, random.Random(seed)) for seed in range(2000)}
  > words = [word for person in held[:50] for word in tool.russian(person, None)]
  > same = sum(len(slips(tool.slip_typed, word) & slips(tool.slip_scanned, word)) for word in words)
  > print(f"slips of {len(words)} words that both models make: {same}")
  > kin = [(a, b) for a, b in zip(held, held[1:]) if a.language == b.language and a.family == b.family]
  > print(f"brothers and sisters: {sum(a.father == b.father and a.given != b.given for a, b in kin)}")
  > print(f"namesakes of one year: {sum(a.given == b.given and a.birth[0] == b.birth[0] for a, b in kin)}")
  > END
  $ python3 parts.py
  family names: 454 and 449, in both 0
  slips of 150 words that both models make: 0
  brothers and sisters: 1970
  namesakes of one year: 760

Of the people on five lists 60 in 100 stand on one only, and 30 in 100 rows have no date; sets of any size:

  $ "$ROOT"/tools/people --part held --lists lists 5000
  $ cat > lists.py <<'END'
  > import collections, csv, pathlib
  > on = collections.defaultdict(set)
  > for row in csv.DictReader(open("lists/truth.csv")):
  >     on[row["person"]].add(row["file"])
  > print(f"on one list only: {sum(len(lists) == 1 for lists in on.values()) / len(on):.2f} of {len(on)}")
  > rows = [row for path in sorted(pathlib.Path("lists").glob("list-*.csv")) for row in csv.DictReader(open(path, encoding="utf-8"))]
  > print(f"without date: {sum(not row['birth'] for row in rows) / len(rows):.2f} of {len(rows)}")
  > END
  $ python3 lists.py
  on one list only: 0.61 of 5000
  without date: 0.31 of 8113
  $ "$ROOT"/tools/people 7 | tail -n +2 | cut -d, -f1 | sort -u | wc -l
  7
