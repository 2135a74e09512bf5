#!/usr/bin/python3
"""large.py PROGRAM [ROWS]: how guvoh links millions of rows of invented people, 25 million unless said, beside their truth.

The lists are written once, to the folder that GUVOH_BENCH_LARGE names (else large in the folder of builds), a part of a million
rows at a time: 35 s of a processor and 50 MB of disk each. Their truth lies beside them, a number a row; the score
sorts with Debian's sort. The program runs as a process of its own that never sees the truth.
Rows are printed as tools/bench wants them. Too long for every day: tools/bench runs it only when it is named."""
import os
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SEED = 20190609
PEOPLE = 610000  # of a part, on five lists: a million rows
LISTS = 5
MINUTES, MEGABYTES = 15, 16000


def part_write(folder, number):
    """One part, under its number once it is whole: other people than those of the parts before."""
    made, whole = folder / f"{number}.new", folder / str(number)
    if not whole.exists():
        command = [ROOT / "tools/people", "--part", "held", "--seed", str(SEED + number), "--lists", made, str(PEOPLE)]
        subprocess.run(command, check=True)
        made.rename(whole)
    return whole


def truth_of(part, number):
    """People of the rows of each list of a part."""
    people = [[] for _ in range(LISTS)]
    with (part / "truth.csv").open(encoding="utf-8") as rows:
        next(rows)
        for row in rows:
            file, _, person = row.split(",")
            people[int(file[5]) - 1].append(int(person) + number * PEOPLE)
    return people


def lists_write(folder, parts):
    """The lists of all parts, header once, and their truth in the order of the rows; the number of rows."""
    rows, files = 0, [folder / f"list-{k + 1}.csv" for k in range(LISTS)]
    truth = [folder / f"truth-{k + 1}" for k in range(LISTS)]
    whole = folder / "whole"
    if whole.exists() and whole.read_text().split()[0] == str(parts):
        return int(whole.read_text().split()[1]), files, truth
    whole.unlink(missing_ok=True)
    for path in files + truth:
        path.write_bytes(b"")
    for number in range(1, parts + 1):
        part = part_write(folder / "parts", number)
        for k, people in enumerate(truth_of(part, number)):
            text = (part / files[k].name).read_bytes()
            with files[k].open("ab") as out:
                out.write(text if number == 1 else text[text.index(b"\n") + 1 :])
            with truth[k].open("a", encoding="ascii") as out:
                out.writelines(f"{person}\n" for person in people)
            rows += len(people)
    whole.write_text(f"{parts} {rows}\n")
    return rows, files, truth


def link(program, files, clusters):
    """Seconds, and the most megabytes the process used."""
    start = time.monotonic()
    with subprocess.Popen([program, "link", *files, "--out", clusters], stdout=subprocess.DEVNULL) as running:
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        raise SystemExit(f"guvoh link ended with status {running.returncode}")
    print(f"({used.ru_utime + used.ru_stime:.0f} s of processors, {used.ru_maxrss * 1024 / 1e6:.0f} MB)", flush=True)
    return time.monotonic() - start, used.ru_maxrss * 1024 / 1e6


def pairs(command):
    """Pairs of rows that say the same, of what the command puts out, a line a row."""
    told = subprocess.run(
        ["bash", "-o", "pipefail", "-c", f"{command} | sort -S 2G | uniq -c | awk '{{n += $1 * ($1 - 1) / 2}} END {{printf \"%.0f\", n}}'"],
        env=dict(os.environ, LC_ALL="C"), check=True, capture_output=True, text=True,
    )
    return int(told.stdout)


def score(truth, clusters):
    """Precision and recall of pairs."""
    true = "cat " + " ".join(f"'{path}'" for path in truth)
    found = f"tail -n +2 '{clusters}' | sed 's/.*,//'"
    hits = pairs(f"paste -d, <({true}) <({found})")
    return hits / pairs(found), hits / pairs(true)


def main(program, rows_wanted):
    folder = pathlib.Path(os.environ.get("GUVOH_BENCH_LARGE", pathlib.Path(program).parent / "large"))
    (folder / "parts").mkdir(parents=True, exist_ok=True)
    rows, files, truth = lists_write(folder, max(1, round(rows_wanted / 1e6)))
    clusters = folder / "clusters.csv"
    seconds, megabytes = link(program, files, clusters)
    precision, recall = score(truth, clusters)
    print(f"{rows:,} rows of invented people, CSV to clusters\t{seconds / 60:.1f}\t{MINUTES}\tmin\tless")
    print(f"{rows:,} rows of invented people, memory\t{megabytes:.0f}\t{MEGABYTES}\tMB\tless")
    print(f"({rows:,} rows: P {precision:.4f}, R {recall:.4f})")


main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else int(os.environ.get("GUVOH_BENCH_ROWS", "25000000")))
