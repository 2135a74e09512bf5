#!/usr/bin/python3
"""search.py PROGRAM [PEOPLE [held|tuned]]: does who is looked for among so many people come first, and nobody for a brother or a namesake?

One list names PEOPLE invented people (tools/people), each once, in Cyrillic or Latin letters. A second list asks for some of them in
another spelling, and for brothers, sisters and namesakes of people on the first list who are not on it themselves. `guvoh link
--search` ranks, for each of these, the rows of the first. What nobody can tell is counted apart: what is written of somebody else fits
no worse than the right row does (family, given and father's name in Russian spelling, as far as both are written, initials with names,
and no more parts of the date differ, 1 January counting as "no more known"). Somebody is taken for the one asked for where the chance
is over SURE. Rows are printed as tools/bench wants them; without "tuned", of the part that nothing was chosen by."""
import collections
import csv
import pathlib
import random
import re
import subprocess
import sys
import tempfile

from invented import tool_people

SEED = 20310202
PEOPLE, ASKED, KIN = 100000, 10, 20  # how many are on the list; one in so many of these is asked for, or has kin that is
SURE = 0.99
Row = collections.namedtuple("Row", "person name sex birth place")


def row_of(tool, person, name, dice):
    sex = "" if dice.random() < 0.3 else ("м" if person.man else "ж")
    return Row(person, name, sex, tool.date_text(person, dice), "" if dice.random() < 0.3 else person.place)


def is_kin(person, before):
    return person.family == before.family and (person.father == before.father or person.given == before.given)


def script(name):
    return "Cyrillic" if any("Ѐ" <= c <= "ӿ" for c in name) else "Latin"


def written(path, rows):
    with path.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(Row._fields[1:])
        table.writerows(row[1:] for row in rows)


def lists(tool, count, held):
    """Rows of the list, rows that are asked for and are on it, rows of kin that are not."""
    made, dice = tool.people(count + count // KIN, held, SEED)
    names = collections.defaultdict(dict)
    for person, recipe, name in tool.spellings(made, held, dice):
        names[person.id][recipe] = name
    kin = dice.sample([p for before, p in zip(made, made[1:]) if is_kin(p, before)], count // KIN)
    absent = {p.id for p in kin}
    known = [row_of(tool, p, names[p.id][dice.choice(["native", "russian", "latin"])], dice) for p in made if p.id not in absent]
    asked = [row_of(tool, row.person, names[row.person.id][dice.choice(["russian", "latin", "icu", "icu-russian", "slip"])], dice)
             for row in dice.sample(known, count // ASKED)]
    return known, asked, [row_of(tool, p, names[p.id][dice.choice(["native", "russian", "latin", "icu"])], dice) for p in kin]


Hit = collections.namedtuple("Hit", "row odds chance")


def answers(program, known, questions):
    """The rows of the list that each question may mean, likeliest first."""
    with tempfile.TemporaryDirectory() as path:
        folder = pathlib.Path(path)
        first, second = folder / "known.csv", folder / "asked.csv"
        written(first, known)
        written(second, questions)
        done = subprocess.run([program, "link", first, "--search", second, "--sole", first], stdout=subprocess.PIPE, check=True, text=True)
    found = [[] for _ in questions]
    for line in csv.DictReader(done.stdout.splitlines()):
        if line["rank"]:
            found[int(line["row"]) - 1].append(Hit(known[int(line["file_row"]) - 1], line["log_odds"], float(line["chance"])))
    return found


def date_parts(text):
    """Year, month and day as far as they are known."""
    parts = [int(part) for part in re.split("[-.]", text) if part]
    if len(parts) == 3 and parts[2] > 31:
        parts.reverse()
    return parts[:1] if parts[1:] == [1, 1] else parts


def differing(question, row):
    """Parts of the date that both know and that differ."""
    return sum(x != y for x, y in zip(date_parts(question.birth), date_parts(row.birth)))


def fits(tool, question, row, most):
    """Could what is written of both be of one person, if people are who they are and so many parts of the date are wrong?"""
    initials = "." in question.name or "." in row.name
    with_father = all(len(re.findall("[^ ,]+", name)) > 2 for name in (question.name, row.name))
    parts = ["given", "father"] if with_father else ["given"]
    for mine, other in ((getattr(question.person, part).translate(tool.RUSSIAN), getattr(row.person, part).translate(tool.RUSSIAN)) for part in parts):
        if (mine[0] != other[0]) if initials else (mine != other):
            return False
    return differing(question, row) <= most


def told_apart(tool, question, rows):
    """Can the question be told from others of its family?"""
    right = [differing(question, row) for row in rows if row.person.id == question.person.id]
    return not any(row.person.id != question.person.id and fits(tool, question, row, sum(right)) for row in rows)


def is_first(question, hits):
    return bool(hits) and hits[0].row.person.id == question.person.id


def share(pairs, holds):
    return sum(holds(*pair) for pair in pairs) / max(1, len(pairs))


def taken(hits):
    return bool(hits) and hits[0].chance > SURE


def by_script(pairs, row_of_person):
    """Precision and recall of who is taken for whom, by the scripts of the question and of the right row."""
    scripts = collections.defaultdict(list)
    for question, hits in pairs:
        scripts[script(question.name), script(row_of_person[question.person.id].name)].append((question, hits))
    for (asked_in, known_in), of_pair in sorted(scripts.items()):
        sure = [pair for pair in of_pair if taken(pair[1])]
        print(f"({asked_in} asked, {known_in} on the list: {len(of_pair)}, first {share(of_pair, is_first):.4f}; over {SURE} P {share(sure, is_first):.4f},"
              f" R {share(of_pair, lambda q, hits: taken(hits) and is_first(q, hits)):.4f})")


def chances(found):
    told = collections.defaultdict(lambda: [0, 0, 0.0])
    for question, hits in found:
        for hit in hits:
            here = told[min(9, int(hit.chance * 10))]
            here[0] += 1
            here[1] += hit.row.person.id == question.person.id
            here[2] += hit.chance
    return "; ".join(f"{said / n:.2f} {right / n:.2f}" for _, (n, right, said) in sorted(told.items()))


def main(program, count, part):
    tool = tool_people()
    known, asked, kin = lists(tool, count, part == "held")
    family = collections.defaultdict(list)
    for row in known:
        family[row.person.family, row.person.man].append(row)
    found = list(zip(asked + kin, answers(program, known, asked + kin)))
    fair = [told_apart(tool, q, family[q.person.family, q.person.man]) for q, _ in found]
    on = [pair for pair, is_fair in zip(found[: len(asked)], fair) if is_fair]
    off = [pair for pair, is_fair in zip(found[len(asked) :], fair[len(asked) :]) if is_fair]
    print(f"of {count:,} people, the right one comes first\t{share(on, is_first):.4f}\t0.99\t\tmore")
    print(f"brothers and namesakes who are not there, taken for one\t{share(off, lambda _, hits: taken(hits)):.4f}\t0.005\t\tless")
    print(f"({len(on)} of {len(asked)} asked for and {len(off)} of {len(kin)} kin can be told from all others; of all who are asked for"
          f" {share(found[:len(asked)], is_first):.4f} come first, and {share(on, lambda q, hits: q.person.id in [h.row.person.id for h in hits]):.4f}"
          f" of those told apart among the first five; over {SURE} are {share(on, lambda q, hits: taken(hits) and is_first(q, hits)):.4f} of these rightly and"
          f" {share(on, lambda q, hits: taken(hits) and not is_first(q, hits)):.4f} wrongly)")
    print(f"(said to be the one with a chance of, and right: {chances(found)})")
    print(f"(the same of those who are on the list: {chances(found[:len(asked)])})")
    by_script(on, {row.person.id: row for row in known})


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else PEOPLE, sys.argv[3] if len(sys.argv) > 3 else "held")
