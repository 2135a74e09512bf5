  $ mkdir -p src/base src/kit/os src/domain/vocab src/face/cli build
  $ compile() {
  >   rows=
  >   for c in $(find src -name '*.c' | sort); do
  >     o=build/$(echo "$c" | tr / _).o
  >     gcc -c "$c" -o "$o"
  >     rows="$rows,{\"directory\":\"$PWD/build\",\"file\":\"../$c\",\"output\":\"${o#build/}\"}"
  >   done
  >   echo "[${rows#,}]" > build/compile_commands.json
  >   "$ROOT"/tools/check-names build .
  > }

Each floor's way of naming, and one contract with its bodies in two files:

  $ touch src/base/json.h
  $ echo 'int json_tree(void); int json_tree(void) { return 1; } static int other(void) { return json_tree(); } int (*json_read_p)(void) = other;' > src/base/json_read.c
  $ echo 'int vocab_terms; const int sql_vocab_rows = 1;' > src/domain/vocab/ask.c
  $ echo 'int count, cli_width;' > src/face/cli/count.c
  $ echo 'int main(void) { return 0; }' > src/main.c
  $ compile

Names that do not say where they live, a second main, one stem twice:

  $ echo 'int read_json; int main(void) { return 0; }' > src/base/json_read.c
  $ echo 'int ask_terms;' > src/domain/vocab/ask.c
  $ echo 'int counter;' > src/face/cli/count.c
  $ echo 'int helper; int main(void) { return helper; }' > src/main.c
  $ touch src/kit/os/json.h
  $ compile
  src/base/json_read.c: exports main; src/main.c holds main and nothing else does
  src/base/json_read.c: read_json does not begin with json or json_read
  src/domain/vocab/ask.c: ask_terms does not begin with vocab
  src/face/cli/count.c: counter does not begin with cli or count
  src/main.c: exports helper; src/main.c holds main and nothing else does
  json: files of this name in src/base and src/kit/os
  [1]

Nothing built is no proof:

  $ rm build/*.o
  $ "$ROOT"/tools/check-names build . | head -1
  build: nothing is built; run tools/build build first
