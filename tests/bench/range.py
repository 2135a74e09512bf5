#!/usr/bin/python3
"""range.py PROGRAM [WORLDS]: how often the range of the number of people that --samples prints holds the truth.

Each world is invented by tools/people, held part, with a seed of its own: 300 to 3,000 people on two to six lists, of whom 30 to
80 in 100 stand on one list only. The truth is how many different people the lists name. Rows are printed as tools/bench wants
them; rules of the linkage are chosen on the tuned part."""
import csv
import json
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile

from invented import tool_people

SEED = 20310101
WORLDS = 100
HOLD = 90  # of a hundred


def world(tool, number, folder):
    """Writes the lists; how many people, lists and of a hundred people on one list only."""
    dice = random.Random(SEED + number)
    count, lists, alone = dice.randint(300, 3000), dice.randint(2, 6), dice.randint(30, 80)
    made, own = tool.people(count, True, SEED + number)
    tool.write_lists(folder, tool.spellings(made, True, own), made, own, lists, alone / 100)
    return count, lists, alone


def asked(program, folder):
    """Clusters, and the least and most of the range."""
    files = sorted(folder.glob("list-*.csv"))
    done = subprocess.run([program, "link", *files, "--samples", folder / "samples", "--out", folder / "clusters.csv", "--json"],
                          stdout=subprocess.PIPE, check=True)
    answer = json.loads(done.stdout)
    return answer["clusters"], answer["samples"]["least"], answer["samples"]["most"]


def main(program, worlds):
    tool, held, widths, off = tool_people(), 0, [], []
    for number in range(worlds):
        with tempfile.TemporaryDirectory() as path:
            folder = pathlib.Path(path)
            count, lists, alone = world(tool, number, folder)
            clusters, least, most = asked(program, folder)
        held += least <= count <= most
        widths.append((most - least) / count * 100)
        off.append((clusters - count) / count * 100)
        if not least <= count <= most:
            print(f"(missed: {count} people on {lists} lists, {alone} in 100 on one only: {clusters} counted, {least} to {most})")
    print(f"{worlds} invented worlds, in 100 the range holds\t{held / worlds * 100:g}\t{HOLD}\t\tmore")
    print(f"(width of the range, of 100 people: median {statistics.median(widths):.1f}, most {max(widths):.1f};"
          f" counted beside the truth: median {statistics.median(off):+.1f} %, from {min(off):+.1f} to {max(off):+.1f} %)")


main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else WORLDS)
