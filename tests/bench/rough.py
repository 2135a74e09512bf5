#!/usr/bin/python3
"""rough.py PROGRAM: lists as nobody should keep them, of the size of the largest: time and memory stay within twice the goals of a million usual rows.

A million rows that share a surname and a day; a million that say the same but for a few; a hundred megabytes in one cell. People are
invented. Rows are printed as tools/bench wants them."""
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

SEED = 20310512
ROWS = 1000000
SECONDS, MEGABYTES = 20, 2000
SYLLABLES = ["ba", "ka", "ler", "mo", "tus", "da", "rin", "zhan", "bek", "sul", "ai", "gul"]
TOWNS = ["Taraz", "Oral", "Semey", "Almaty"]


def crowd(dice):
    for _ in range(ROWS):
        yield f"{''.join(dice.choices(SYLLABLES, k=7)).capitalize()} Akhmetov,1990-05-12,{dice.choice(TOWNS)}\n"


def same(_dice):
    for year in range(1960, 1970):
        yield f"Serik Proboev{year},{year}-02-20,Semey\n"
    for _ in range(ROWS - 10):
        yield "Айгуль Тестова,1990-05-12,Тараз\n"


def huge(_dice):
    yield "Айгуль Тестова,1990-05-12,Тараз\nТестова Айгуль,12.05.1990,Тараз\n"
    yield f'"{"Серик Пробоев " * 4200000}",1987-02-20,Семей\n'


def measure(program, folder, what, rows):
    table = pathlib.Path(folder) / "rows.csv"
    with table.open("w", encoding="utf-8") as out:
        out.write("name,born,town\n")
        out.writelines(rows(random.Random(SEED)))
    start = time.monotonic()
    running = subprocess.Popen([program, "link", table, "--out", pathlib.Path(folder) / "clusters.csv"], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    print(f"{what}\t{time.monotonic() - start:.2f}\t{SECONDS}\ts\tless")
    print(f"{what}, memory\t{used.ru_maxrss // 1024}\t{MEGABYTES}\tMB\tless")
    return running.returncode == 0


def main(program):
    cases = {"a million rows of one surname and day": crowd, "a million rows that say the same but for ten": same, "a hundred megabytes in a cell": huge}
    with tempfile.TemporaryDirectory() as folder:
        answered = [measure(program, folder, what, rows) for what, rows in cases.items()]
    return 0 if all(answered) else 1


sys.exit(main(sys.argv[1]))
