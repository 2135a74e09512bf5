#!/usr/bin/python3
"""name_pairs.py PROGRAM [FOLDER]: are the pairs of names that people judged compatible for `guvoh name --pairs`?

The Person rows of FOLDER/name_pairs.csv (GUVOH_BENCH_DATA, else ../shared/data/link), all of them and by where a row comes from, with
what "always yes" would score beside it; and the invented people of the held part (tests/data/names/held.csv): spellings of one person,
and of two people a few places on. Nothing was chosen by either. Figures, no goals: lines as they are."""
import csv
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROPOSED = "LLM-proposed deviation"
APART = 37  # rows: more than any person has


def verdicts(program, pairs):
    with tempfile.NamedTemporaryFile("w", suffix=".csv", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["name1", "name2"])
        table.writerows(pairs)
        file.flush()
        done = subprocess.run([program, "name", "--pairs", file.name], stdout=subprocess.PIPE, check=True, text=True)
    return [row["verdict"] == "compatible" for row in csv.DictReader(done.stdout.splitlines())]


def f1(truth, said):
    hits = sum(t and s for t, s in zip(truth, said))
    return 2 * hits / max(1, sum(truth) + sum(said))


def judged(program, folder):
    path = folder / "name_pairs.csv"
    if not path.exists():
        print(f"(no {path.name}: skipped)")
        return
    rows = [row for row in csv.DictReader(path.open(encoding="utf-8")) if row["schema"] == "Person"]
    said = verdicts(program, [(row["name1"], row["name2"]) for row in rows])
    origins = {"all": lambda row: True, "by hand": lambda row: row["category"] != PROPOSED, "proposed by a model": lambda row: row["category"] == PROPOSED}
    for origin, is_of in origins.items():
        of = [(row["is_match"] == "true", yes) for row, yes in zip(rows, said) if is_of(row)]
        truth, yes = [t for t, _ in of], [y for _, y in of]
        print(f"({origin}: {len(of)} pairs, F1 {f1(truth, yes):.3f}; always yes {f1(truth, [True] * len(of)):.3f})")


def invented(program):
    rows = list(csv.DictReader((ROOT / "tests/data/names/held.csv").open(encoding="utf-8")))
    one = [(x, y) for x, y in zip(rows, rows[1:]) if x["person"] == y["person"]]
    two = list(zip(rows, rows[APART:]))
    for what, pairs in (("spellings of one invented person", one), ("two invented people", two)):
        said = verdicts(program, [(x["name"], y["name"]) for x, y in pairs])
        print(f"({what}: {len(said)} pairs, compatible {sum(said) / len(said):.4f})")


def main(program, folder):
    judged(program, folder)
    invented(program)


main(sys.argv[1], pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else os.environ.get("GUVOH_BENCH_DATA", ROOT.parent / "shared/data/link")))
