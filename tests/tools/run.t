Transcripts see guvoh, an empty home and nothing of the caller's environment:

  $ mkdir -p build tests/cli && cp "$ROOT"/tests/cli/run tests/cli/
  $ printf '#!/bin/sh\necho guvoh "$@"\n' > build/guvoh; chmod +x build/guvoh
  $ cat > tests/cli/good.t <<'END'
  >   $ guvoh count
  >   guvoh count
  >   $ echo "$GUVOH_DIR|$TZ|$LC_ALL|$PWD" | sed "s|$HOME/||"
  >   |UTC|C.UTF-8|cramtests-*/good.t (glob)
  >   $ ls "$HOME" | grep -v cramtests
  >   [1]
  > END
  $ GUVOH_DIR=/somewhere TZ=Asia/Almaty LC_ALL=C tests/cli/run build
  1 passed, 0 failed

A transcript that differs, and none at all:

  $ printf '  $ guvoh log\n  guvoh verify\n' > tests/cli/bad.t
  $ tests/cli/run build > out; echo $?; grep -c '^[-+]  guvoh' out; tail -n 1 out
  1
  2
  1 passed, 1 failed

One that is meant is taken over:

  $ tests/cli/run build -y tests/cli/bad.t > /dev/null; cat tests/cli/bad.t
    $ guvoh log
    guvoh log
  $ tests/cli/run build
  2 passed, 0 failed
  $ rm tests/cli/*.t; tests/cli/run build
  run: there is no transcript here
  0 passed, 0 failed
  [1]
