A build folder with five test programs, as meson would report them:

  $ mkdir -p bin build/meson-logs
  $ cat > rows <<'END'
  > {"name": "a", "result": "OK", "stdout": "1..3\nok 1 - x\nok 2 - y\nok 3 - z\n"}
  > {"name": "b", "result": "FAIL", "stdout": "1..2\nok 1 - x\nnot ok 2 - y\n"}
  > {"name": "c", "result": "FAIL", "stdout": "1..9\nok 1 - x\n"}
  > {"name": "d", "result": "OK", "stdout": "looks fine\n"}
  > {"name": "e", "result": "OK", "stdout": "1..2\nok 1 - x\nnot ok 2 # SKIP needs root\n"}
  > END
  $ printf '#!/bin/sh\ncp rows build/meson-logs/testlog.json\n' > bin/meson; chmod +x bin/meson
  $ PATH="$PWD/bin:$PATH" "$ROOT"/tools/test build
  skipped: e: needs root
  7 passed, 2 failed
  [1]

All hold; then none ran, which is a failure and not a success of nothing:

  $ sed -i 2,3d rows
  $ PATH="$PWD/bin:$PATH" "$ROOT"/tools/test build
  skipped: e: needs root
  5 passed, 0 failed
  $ printf '#!/bin/sh\n' > bin/meson
  $ PATH="$PWD/bin:$PATH" "$ROOT"/tools/test build
  test: no test ran in build
  0 passed, 1 failed
  [1]
