#!/usr/bin/python3
"""search.py PROGRAM [PEOPLE]: is who is looked for found among so many people, and nobody taken for a brother or a namesake?

One list names PEOPLE invented people (tools/people, held part), each once, in Cyrillic. A second list asks for some of them in
another spelling, and for brothers, sisters and namesakes of people on the first list who are not on it themselves. Both lists are
said to hold nobody twice, so that an answer is one person or none. What nobody can tell is counted apart: somebody else on the list
has the same given and family name, and the date of one of the three is not said. Rows are printed as tools/bench wants them."""
import collections
import csv
import pathlib
import random
import subprocess
import sys
import tempfile

from invented import tool_people

SEED = 20310202
PEOPLE, ASKED, KIN = 100000, 2000, 1000
Row = collections.namedtuple("Row", "person name sex birth place")


def row_of(tool, person, name, dice):
    sex = "" if dice.random() < 0.3 else ("м" if person.man else "ж")
    return Row(person, name, sex, tool.date_text(person, dice), "" if dice.random() < 0.3 else person.place)


def whole_name(person):
    return person.given, person.family, person.man


def is_kin(person, before):
    return person.family == before.family and (person.father == before.father or person.given == before.given)


def script(name):
    return "Cyrillic" if any("Ѐ" <= c <= "ӿ" for c in name) else "Latin"


def written(path, rows):
    with path.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(Row._fields[1:])
        table.writerows(row[1:] for row in rows)


def lists(tool, count):
    """Rows of the list, rows that are asked for and are on it, rows of kin that are not."""
    made, dice = tool.people(count + KIN, True, SEED)
    names = collections.defaultdict(dict)
    for person, recipe, name in tool.spellings(made, True, dice):
        names[person.id][recipe] = name
    kin = dice.sample([p for before, p in zip(made, made[1:]) if is_kin(p, before)], KIN)
    absent = {p.id for p in kin}
    known = [row_of(tool, p, names[p.id][dice.choice(["native", "russian"])], dice) for p in made if p.id not in absent]
    asked = [row_of(tool, row.person, names[row.person.id][dice.choice(["russian", "latin", "icu", "icu-russian", "slip"])], dice)
             for row in dice.sample(known, ASKED)]
    return known, asked, [row_of(tool, p, names[p.id][dice.choice(["native", "russian", "latin", "icu"])], dice) for p in kin]


def answers(program, known, questions):
    """The row of the list that each question is joined with, or none."""
    with tempfile.TemporaryDirectory() as path:
        folder = pathlib.Path(path)
        first, second = folder / "known.csv", folder / "asked.csv"
        written(first, known)
        written(second, questions)
        done = subprocess.run([program, "link", first, second, "--sole", first, "--sole", second], stdout=subprocess.PIPE, check=True, text=True)
        found = [row["cluster"] for row in csv.DictReader(done.stdout.splitlines())]
    by_cluster = dict(zip(found, known))
    return [by_cluster.get(cluster) for cluster in found[len(known):]]


def told_apart(question, rows):
    """Can the question be told from others of that name?"""
    others = [row for row in rows if row.person.id != question.person.id]
    return not others or (question.birth and all(row.birth for row in rows))


def main(program, count):
    known, asked, kin = lists(tool_people(), count)
    by_name = collections.defaultdict(list)
    for row in known:
        by_name[whole_name(row.person)].append(row)
    found = list(zip(asked + kin, answers(program, known, asked + kin)))
    fair = [told_apart(q, by_name[whole_name(q.person)]) for q, _ in found]
    on = [pair for pair, is_fair in zip(found[: len(asked)], fair) if is_fair]
    off = [pair for pair, is_fair in zip(found[len(asked) :], fair[len(asked) :]) if is_fair]
    right = sum(a is not None and a.person.id == q.person.id for q, a in on)
    print(f"of {count:,} people, the right one found\t{right / len(on):.4f}\t0.99\t\tmore")
    wrong = sum(a is not None for _, a in off)
    print(f"brothers and namesakes who are not there, taken for one\t{wrong / len(off):.4f}\t0.005\t\tless")
    print(f"({len(on)} of {len(asked)} asked for and {len(off)} of {len(kin)} kin can be told from others of their name; of the other"
          f" {len(asked) - len(on)}, {sum(a is not None and a.person.id == q.person.id for q, a in found[:len(asked)]) - right} were found)")
    pairs = collections.defaultdict(list)
    key = {row.person.id: row for row in known}
    for q, a in on:
        pairs[script(q.name), script(key[q.person.id].name)].append((q, a))
    for (asked_in, kept_in), members in sorted(pairs.items()):
        hits = sum(a is not None and a.person.id == q.person.id for q, a in members)
        given = sum(a is not None for _, a in members)
        print(f"({asked_in} asked, {kept_in} kept: {len(members)} asked for, P {hits / max(1, given):.4f}, R {hits / len(members):.4f})")


main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else PEOPLE)
