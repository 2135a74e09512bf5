Gates are rows; their cases are summed, a gate without cases is one, and one failure fails the whole:

  $ mkdir -p tools && cp "$ROOT"/tools/check tools/
  $ cat > tools/gates.txt <<'END'
  > # gate when command
  > cases quick printf 3\040passed,\0400\040failed\n
  > holds quick true
  > later full  printf 2\040passed,\0401\040failed\n
  > END
  $ tools/check quick | sed 's/[0-9.]* s\b/N s/'
  cases        ok     +N s  3 passed, 0 failed (re)
  holds        ok     +N s (re)
  quick check in N s
  4 passed, 0 failed
  $ tools/check full > out; echo $?; tail -n 1 out; grep -A2 later out | sed 's/[0-9.]* s\b/N s/'
  1
  6 passed, 1 failed
  later        FAILED +N s  2 passed, 1 failed (re)
      $ printf 2\040passed,\0401\040failed\n
      2 passed, 1 failed

A gate that fails without a word on its cases, or says all passed and still fails, is one failure; one
that is missing is named:

  $ printf '%s\n' 'bad quick false' 'lies quick sh lies' 'gone quick ./no-such-gate' > tools/gates.txt
  $ echo 'echo 5 passed, 0 failed; exit 3' > lies
  $ tools/check quick | tail -n 1
  5 passed, 3 failed
