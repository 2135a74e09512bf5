#!/usr/bin/python3
"""What sqlgen refuses, and the file and line that it names. Takes the program as its argument."""
import pathlib
import subprocess
import sys
import tempfile

LAND = "CREATE TABLE land (\n\tcode TEXT PRIMARY KEY,\n\tsize INTEGER\n) STRICT;\n"

# What it is about, schema, statements, line, part of the sentence.
SCHEMA, QUERIES = "land.sql", "queries/land.sql"
REFUSED = [
    ("a table that is not strict", "CREATE TABLE t (a TEXT PRIMARY KEY);", "", SCHEMA, 1, '"t" is not STRICT'),
    ("a table without a key", LAND + "\nCREATE TABLE t (a TEXT) STRICT;", "", SCHEMA, 6, "no PRIMARY KEY"),
    ("a mistake in the schema", LAND + "CREATE TABLE t (\n a TEXTE\n,\n b c d,,) STRICT;", "", SCHEMA, 8, "syntax error"),
    ("a schema with ATTACH", LAND + "ATTACH 'x' AS y;", "", SCHEMA, 5, "not authorized"),
    ("an unknown column", LAND, "-- a_get() -> row(x int)\nSELECT\n x FROM\n land;", QUERIES, 3, "no such column: x"),
    ("an unknown table", LAND, "\n\n-- a_get() -> row(x int)\nSELECT x FROM lend;", QUERIES, 4, "no such table"),
    ("an undeclared parameter", LAND, "-- a_get() -> row(code text)\nSELECT code FROM land WHERE code = :c;", QUERIES, 2, '":c" is not declared'),
    ("a parameter without a name", LAND, "-- a_get(c text) -> row(code text)\nSELECT code FROM land WHERE code = ?;", QUERIES, 2, "has no name"),
    ("a parameter that is not used", LAND, "-- a_get(c text) -> row(code text)\nSELECT code FROM land;", QUERIES, 1, 'no ":c"'),
    ("one column too many", LAND, "-- a_get() -> row(code text, size int)\nSELECT code FROM land;", QUERIES, 1, "declares 2 columns and gives 1"),
    ("a column of another name", LAND, "-- a_get() -> row(name text)\nSELECT code FROM land;", QUERIES, 1, 'column 1 is "code"'),
    ("a column of another type", LAND, "-- a_get() -> row(code int)\nSELECT code FROM land;", QUERIES, 1, "is TEXT in its table, declared as int"),
    ("rows that are not declared", LAND, "-- a_get()\nSELECT code FROM land;", QUERIES, 1, "gives rows"),
    ("rows that do not come", LAND, "-- a_cut() -> row(code text)\nDELETE FROM land;", QUERIES, 1, "gives no rows"),
    ("an unknown type", LAND, "-- a_cut(c number)\nDELETE FROM land WHERE code = :c;", QUERIES, 1, "not int, text or blob"),
    ("a field without a type", LAND, "-- a_cut(c)\nDELETE FROM land WHERE code = :c;", QUERIES, 1, "not int, text or blob"),
    ("a word of C as a name", LAND, "-- a_get() -> row(register text)\nSELECT code AS register FROM land;", QUERIES, 1, "a word of C"),
    ("a name the function needs", LAND, "-- a_cut(db text)\nDELETE FROM land WHERE code = :db;", QUERIES, 1, "taken by the generated"),
    ("two fields of one name", LAND, "-- a_cut(c text, c text)\nDELETE FROM land WHERE code = :c;", QUERIES, 1, 'two fields "c"'),
    ("a field in the place of a flag", LAND, "-- a_cut(c text?, c_null int)\nDELETE FROM land WHERE code = :c AND :c_null;", QUERIES, 1, 'two fields "c_null"'),
    ("a name twice", LAND, "-- a_cut()\nDELETE FROM land;\n\n-- a_cut()\nDELETE FROM land;", QUERIES, 4, "declared twice, first in line 1"),
    ("an ending of generated names", LAND, "-- a_all()\nDELETE FROM land;", QUERIES, 1, 'cannot end in "_all"'),
    ("a statement without its end", LAND, "-- a_cut()\nDELETE FROM land\n", QUERIES, 2, '";" is missing'),
    ("a statement without a declaration", LAND, "-- about land\nDELETE FROM land;", QUERIES, 2, "without a declaration"),
    ("two statements for one declaration", LAND, "-- a_cut()\nDELETE FROM land; DELETE FROM land;", QUERIES, 2, "without a declaration"),
    ("a declaration without a statement", LAND, "-- a_cut()\n", QUERIES, 1, "without a statement"),
    ("an open bracket", LAND, "-- a_cut(c text\nDELETE FROM land WHERE code = :c;", QUERIES, 1, '")" is missing'),
    ("something after the row", LAND, "-- a_get() -> row(code text) limit\nSELECT code FROM land;", QUERIES, 1, "after the declaration"),
    ("random numbers", LAND, "-- a_get() -> row(r int)\nSELECT random() AS r;", QUERIES, 2, "not authorized"),
    ("a string in double quotes", LAND, '-- a_cut()\nDELETE FROM land WHERE code = "kz";', QUERIES, 2, "no such column"),
]


def run(sqlgen, folder, schema, queries):
    (folder / "queries").mkdir(exist_ok=True)
    (folder / SCHEMA).write_text(schema)
    (folder / QUERIES).write_text(queries)
    outputs = [folder / name for name in ("out.h", "out.c", "out.d")]
    for path in outputs:
        path.unlink(missing_ok=True)
    result = subprocess.run([sqlgen, *outputs, folder, "land"], capture_output=True, text=True)
    return result, any(path.exists() for path in outputs)


def main():
    sqlgen, failed = sys.argv[1], 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for number, (about, schema, queries, path, line, words) in enumerate(REFUSED, 1):
            result, written = run(sqlgen, folder, schema, queries)
            begins = f"{folder / path}:{line}: "
            good = result.returncode == 1 and result.stderr.startswith(begins) and words in result.stderr and not written
            print(("ok" if good else "not ok"), number, "-", about, "is refused")
            if not good:
                print(f"# wanted {begins}... {words}, got {result.returncode} {result.stderr}")
                failed += 1
        result, written = run(sqlgen, folder, LAND, "")
        good = result.returncode == 0 and written
        print(("ok" if good else "not ok"), len(REFUSED) + 1, "- a room without statements is fine")
        failed += not good
    return failed > 0


sys.exit(main())
