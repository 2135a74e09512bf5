A target that holds and one that falls over the word its dictionary knows:

  $ mkdir -p tools build-clang/tests/fuzz tests/fuzz/corpus/falls && cp "$ROOT"/tools/fuzz tools/
  $ cat > falls.c <<'END'
  > #include <stdlib.h>
  > #include <string.h>
  > int LLVMFuzzerTestOneInput(const char *p, size_t n);
  > int LLVMFuzzerTestOneInput(const char *p, size_t n)
  > {
  > #ifdef FALLS
  > 	if (n >= 12 && memcmp(p, "sesame, open", 12) == 0)
  > 		abort();
  > #endif
  > 	return 0;
  > }
  > END
  $ clang -fsanitize=fuzzer falls.c -o build-clang/tests/fuzz/fuzz_holds
  $ clang -fsanitize=fuzzer -DFALLS falls.c -o build-clang/tests/fuzz/fuzz_falls
  $ echo 'word="sesame, open"' > tests/fuzz/falls.dict; echo "sesame, shut" > tests/fuzz/corpus/falls/shut
  $ FUZZ_SECONDS=5 tools/fuzz build-clang falls | grep -e '^falls' -e ' failed$'
  falls: crashed; the input is in build-fuzz/falls/
  0 passed, 1 failed
  $ head -c 12 build-fuzz/falls/crash-*; echo
  sesame, open
  $ ls tests/fuzz/corpus/falls
  shut
  $ FUZZ_SECONDS=1 tools/fuzz build-clang holds
  holds: [1-9]\d* inputs (re)
  1 passed, 0 failed
  $ touch tests/fuzz/forgotten.c && rm build-clang/tests/fuzz/fuzz_falls
  $ FUZZ_SECONDS=1 tools/fuzz build-clang | sort
  1 passed, 1 failed
  forgotten: not built; is it a row of tests/fuzz/meson.build?
  holds: [1-9]\d* inputs (re)
  $ tools/fuzz build-clang missing
  fuzz: no such target in build-clang/tests/fuzz: missing
  [1]
