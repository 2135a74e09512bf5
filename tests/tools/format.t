  $ mkdir -p tools src "tests/a b" && cp "$ROOT"/tools/check-format tools/ && cp "$ROOT"/.clang-format .
  $ printf 'int\nf(void)\n{\n\treturn 1;\n}\n' > src/a.c && tools/check-format
  $ printf 'int f(void) { return 1; }\n' > "tests/a b/c.h"
  $ tools/check-format 2>&1 | grep -o 'c.h:1:.*violations' | sed 's/:[0-9]*: .*W/ /' | sort -u
  c.h:1 clang-format-violations
  $ tools/check-format 2>/dev/null
  [123]
  $ tools/check-format -i && diff src/a.c "tests/a b/c.h" && tools/check-format
