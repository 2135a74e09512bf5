The page of failures follows from the sources, the sentences and the tests.

  $ mkdir -p tools src/base locale tests/cli docs
  $ cp $ROOT/tools/errors tools; cp $ROOT/src/base/err.h src/base
  $ sed -i '/^UNTESTED = {/,/^}/c UNTESTED = set()' tools/errors
  $ cat > src/base/csv.c <<'END'
  > /* err_fail(e, ERR_INPUT, STR("csv.gone")) */
  > return err_fail(e, ERR_INPUT, STR("csv.width"), STR_INT(row));
  > return err_fail(
  >     e, ERR_LIMIT, STR("csv.long"));
  > END
  $ printf '[csv.width]\nen = line {0} is wide|lines {0} are wide\n\n[csv.long]\nen = too | long\n\n[csv.gone]\nen = gone\n' > locale/base.msg
  $ printf '  guvoh: line 7 is wide\n  [2]\n' > tests/cli/csv.t
  $ tools/errors
  errors: no test says "csv.long": add a row to a transcript in tests/cli
  $ grep -A9 Tables docs/errors.md
  ## Tables, dates, JSON, text
  
  | what is said | exit | test |
  | --- | --- | --- |
  | lines {0} are wide | 2 | `tests/cli/csv.t` |
  |  long | 6 |  |
  $ tools/errors --check
  errors: no test says "csv.long": add a row to a transcript in tests/cli
  [1]
  $ echo '  guvoh: too | long' >> tests/cli/csv.t; sed -i 's/too | long/too \\| long/' locale/base.msg
  $ tools/errors --check
  errors: docs/errors.md is not what tools/errors would write: run it
  [1]
  $ tools/errors; tools/errors --check
  $ tail -1 docs/errors.md
  | too \| long | 6 | `tests/cli/csv.t` |
