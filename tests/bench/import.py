#!/usr/bin/python3
"""import.py GUVOH [LINES]: makes a table of LINES detentions (100,000 unless told otherwise) with five columns, seed 1, takes it in
with "guvoh import --guess", twice, and says how long each took in seconds of the processor and how much memory both."""
import os
import random
import resource
import subprocess
import sys
import tempfile


def table(path, lines):
    draw = random.Random(1)
    with open(path, "w", encoding="utf-8") as out:
        out.write("№,Дата задержания,Место задержания,Причина задержания,Описание\n")
        for i in range(1, lines + 1):
            out.write(
                f"{i},{draw.randint(1, 28):02d}.06.2019,{draw.choice(['Алматы', 'Астана'])},"
                f"стоял на площади номер {draw.randint(1, 5000)},Word {draw.randint(1, 9999)} about what was done there\n"
            )


def main():
    guvoh, lines = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100000
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(GUVOH_DIR=f"{home}/a", GUVOH_KEY_FILE=f"{home}/k")
        subprocess.run([guvoh, "init", f"{home}/a"], check=True, stdout=subprocess.DEVNULL)
        table(f"{home}/wide.csv", lines)
        for what, wanted in (("", 10), (", which are there", 10)):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([guvoh, "import", f"{home}/wide.csv", "--guess"], check=True, stdout=subprocess.DEVNULL)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            print(f"{lines:,} lines, {4 * lines:,} statements{what}\t{used:.1f}\t{wanted}\ts\tless")
        print(f"memory of both at most\t{after.ru_maxrss // 1024}\t1000\tMB\tless")


main()
