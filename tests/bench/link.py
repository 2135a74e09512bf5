#!/usr/bin/python3
"""link.py PROGRAM [FOLDER]: how well and how fast guvoh links the public sets in FOLDER and invented lists of its own.

A set is written to a new file without its keys, rows shuffled by a fixed seed; the program runs as a process of its own that
never sees the truth. It runs once more with the truth as a column for --truth, which must not change the partition, to say
which share of the true pairs was compared. Three more shuffles, renamed and moved columns must give the same partition; joining neighbouring
rows must score under 0.05, else the benchmark fails. FOLDER: GUVOH_BENCH_DATA, else ../shared/data/link; a set that is not
there is skipped. Rows are printed as tools/bench wants them."""
import collections
import csv
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SEED = 20190609
# set: file, columns that are keys, truth of a row, goal of F1, goal of B-cubed F1, most pairs wrong or missed
SETS = {
    "historical_50k": ("historical_50k.csv", ["unique_id", "cluster"], lambda r: r["cluster"], 0.93, 0.94, None),
    "Febrl 1": ("febrl1.csv", ["rec_id"], lambda r: r["rec_id"].split("-")[1], 0.995, None, None),
    "Febrl 2": ("febrl2.csv", ["rec_id"], lambda r: r["rec_id"].split("-")[1], 0.995, None, None),
    "fake_1000": ("fake_1000.csv", ["unique_id", "cluster"], lambda r: r["cluster"], 0.95, None, None),
    "RLdata500": ("RLdata500.csv", ["rec_id", "ent_id"], lambda r: r["ent_id"], None, None, 2),
}


def pairs(counter):
    return sum(n * (n - 1) // 2 for n in counter.values())


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


class Score:
    """Pairwise over the whole partition, B-cubed over rows."""

    def __init__(self, truth, found):
        true, seen, both = collections.Counter(truth), collections.Counter(found), collections.Counter(zip(truth, found))
        hits = pairs(both)
        self.wrong, self.missed = pairs(seen) - hits, pairs(true) - hits
        self.precision, self.recall = hits / max(1, pairs(seen)), hits / max(1, pairs(true))
        self.f1 = f1(self.precision, self.recall)
        precision = sum(n * n / seen[c] for (_, c), n in both.items()) / len(truth)
        recall = sum(n * n / true[t] for (t, _), n in both.items()) / len(truth)
        self.b3 = f1(precision, recall)
        self.clusters, self.largest = len(seen), max(seen.values())

    def told(self):
        return f"P {self.precision:.4f}, R {self.recall:.4f}, {self.clusters} clusters, the largest {self.largest}"


def link(program, files):
    """Clusters of the rows, seconds, and the most megabytes the process used."""
    start = time.monotonic()
    with subprocess.Popen([program, "link", *files], stdout=subprocess.PIPE, text=True) as running:
        told = running.stdout.read()
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        raise SystemExit(f"guvoh link ended with status {running.returncode}")
    seconds = time.monotonic() - start
    return [row["cluster"] for row in csv.DictReader(told.splitlines())], seconds, used.ru_maxrss / 1024


def written(folder, names, rows):
    path = pathlib.Path(folder) / "rows.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(names)
        table.writerows(rows)
    return path


def partition(order, found):
    """Which rows are together, by their numbers in the set."""
    members = collections.defaultdict(list)
    for number, cluster in zip(order, found):
        members[cluster].append(number)
    return sorted(sorted(m) for m in members.values())


def other_orders_agree(program, folder, names, rows, first):
    """Three more shuffles; the last also with moved and renamed columns."""
    for turn in (1, 2, 3):
        dice, order = random.Random(SEED + turn), list(range(len(rows)))
        dice.shuffle(order)
        columns = list(range(len(names)))
        if turn == 3:
            dice.shuffle(columns)
        titles = [f"x{k}" if turn == 3 else names[k] for k in columns]
        path = written(folder, titles, [[rows[i][k] for k in columns] for i in order])
        if partition(order, link(program, [path])[0]) != first:
            return False
    return True


def reached(program, folder, names, rows, truth, first):
    """Share of the true pairs that were compared; nothing when knowing them changed the partition."""
    path = written(folder, names + ["who"], [row + [who] for row, who in zip(rows, truth)])
    return reached_of(program, [path], "who", first)


def reached_of(program, files, column, first):
    out = pathlib.Path(files[0]).parent / "clusters.csv"
    told = subprocess.run([program, "link", *files, "--truth", column, "--json", "--out", out], stdout=subprocess.PIPE, check=True)
    with out.open(encoding="utf-8") as opened:
        same = [row["cluster"] for row in csv.DictReader(opened)] == first
    return json.loads(told.stdout)["truth"]["reached_share"] if same else None


def measure(program, data, name, held):
    file, keys, truth_of, goal, goal_b3, most = SETS[name]
    if not (data / file).exists():
        print(f"{name} is not in {data.name}: skipped")
        return held
    with (data / file).open(encoding="utf-8", newline="") as opened:
        table = list(csv.reader(opened, skipinitialspace=True))
    names, rows = [n.strip() for n in table[0]], table[1:]
    truth = [truth_of(dict(zip(names, row))) for row in rows]
    kept = [k for k, n in enumerate(names) if n not in keys]
    names, rows = [names[k] for k in kept], [[row[k] for k in kept] for row in rows]
    order = list(range(len(rows)))
    random.Random(SEED).shuffle(order)
    with tempfile.TemporaryDirectory() as folder:
        path = written(folder, names, [rows[i] for i in order])
        found, seconds, megabytes = link(program, [path])
        score = Score([truth[i] for i in order], found)
        control = Score([truth[i] for i in order], [at // 2 for at in range(len(order))])
        compared = reached(program, folder, names, [rows[i] for i in order], [truth[i] for i in order], found)
        agree = other_orders_agree(program, folder, names, rows, partition(order, found))
    told = compared or "another partition once it knew the truth; none"
    print(f"({name}: blocking reached {told} of the true pairs)")
    if goal:
        print(f"{name}, F1 of pairs\t{score.f1:.4f}\t{goal}\t\tmore")
    if goal_b3:
        print(f"{name}, B-cubed F1\t{score.b3:.4f}\t{goal_b3}\t\tmore")
        print(f"{name}, CSV to clusters\t{seconds:.2f}\t0.5\ts\tless")
        print(f"{name}, memory\t{megabytes:.0f}\t120\tMB\tless")
    if most is not None:
        print(f"{name}, pairs wrong or missed\t{score.wrong + score.missed}\t{most}\t\tless")
    print(f"({name}: {score.told()}; F1 {score.f1:.4f}, B-cubed {score.b3:.4f}; neighbours joined: {control.f1:.4f};"
          f" other orders and names: {'the same' if agree else 'NOT the same'})")
    return held and agree and compared is not None and control.f1 < 0.05


def with_truth(files, truth):
    """The same lists, with who is who in a column of each."""
    left = iter(truth)
    for path in files:
        with path.open(encoding="utf-8", newline="") as opened:
            table = list(csv.reader(opened))
        written(path.parent, table[0] + ["who"], [row + [next(left)] for row in table[1:]]).rename(path)
    return files


def measure_own(program, people, part, precision=None):
    """Invented lists; what cannot be told apart (a namesake without a date) is in them. Held when so many joined pairs are right."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([ROOT / "tools/people", "--part", part, "--lists", folder, str(people)], check=True)
        files = sorted(pathlib.Path(folder).glob("list-*.csv"))
        found, seconds, _ = link(program, files)
        with (pathlib.Path(folder) / "truth.csv").open() as opened:
            truth = [row["person"] for row in csv.DictReader(opened)]
        compared = reached_of(program, with_truth(files, truth), "who", found)
    score = Score(truth, found)
    if precision is not None:
        print(f"{people:,} invented people, pairs joined that are right\t{score.precision:.4f}\t{precision}\t\tmore")
    print(f"({people} invented people on five lists, {part} part: F1 {score.f1:.4f}, B-cubed {score.b3:.4f}, {score.told()}, blocking reached {compared}, {seconds:.1f} s)")


def measure_million(program, people):
    """A million rows, without their truth."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([ROOT / "tools/people", "--part", "held", "--lists", folder, str(people)], check=True)
        found, seconds, megabytes = link(program, sorted(pathlib.Path(folder).glob("list-*.csv")))
    print(f"{len(found):,} rows of {people:,} invented people, CSV to clusters\t{seconds:.1f}\t10\ts\tless")
    print(f"{len(found):,} rows of {people:,} invented people, memory\t{megabytes:.0f}\t1000\tMB\tless")


def main(program, folder):
    held = True
    for name in SETS:
        held = measure(program, pathlib.Path(folder), name, held)
    for part in ("tuned", "held"):
        measure_own(program, 3000, part)
    measure_own(program, 60000, "held", 0.8)
    measure_million(program, 610000)
    return 0 if held else 1


sys.exit(main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else os.environ.get("GUVOH_BENCH_DATA", ROOT.parent / "shared/data/link")))
