#!/usr/bin/python3
"""growth.py BENCH [ENTRIES ...]: runs bench_archive on archives of 10,000, 100,000 and 1,000,000 entries (or those told) and
prints each figure beside those of the other sizes; then the rows of the largest, for its goals."""
import subprocess
import sys


def rows(bench, entries):
    """What was measured, in the order of its rows, as fields of a line."""
    said = subprocess.run([bench, str(entries)], check=True, capture_output=True, text=True).stdout
    return [line.split("\t") for line in said.splitlines() if line.count("\t") == 4]


def main():
    bench, *told = sys.argv[1:]
    sizes = [int(n) for n in told] or [10_000, 100_000, 1_000_000]
    found = [rows(bench, n) for n in sizes]
    measured = [{what: f"{value} {unit}" for what, value, _, unit, _ in those} for those in found]
    for what in measured[-1]:
        print(f"{what}: " + ", ".join(f"{m[what]} at {n:,}" for m, n in zip(measured, sizes)))
    for what, value, wanted, unit, better in found[-1]:
        print(f"{sizes[-1]:,} entries: {what}\t{value}\t{wanted}\t{unit}\t{better}")


main()
