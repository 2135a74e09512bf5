Each tool finds what was planted for it in the one file of this tree:

  $ mkdir -p tools src build-gcc build-clang && cp "$ROOT"/tools/lint tools/ && cp "$ROOT"/.clang-tidy .
  $ cat > src/a.c <<'END'
  > #include <stdlib.h>
  > #include <string.h>
  > char *f(char *p, size_t n);
  > char *f(char *p, size_t n)
  > {
  > 	char room[4];
  > 	memset(room, 0, 5);
  > 	for (short i = 0; i < (int)n; i++)
  > 		room[0]++;
  > 	if (n > 7)
  > 		free(p);
  > 	free(p);
  > 	p = malloc(n + 1);
  > 	*p = 1;
  > 	return room[0] ? p : 0;
  > }
  > END
  $ row='[{"directory":"%s","command":"%s -c -o a.o ../src/a.c","file":"../src/a.c","output":"a.o"}]'
  $ printf "$row" "$PWD/build-gcc" gcc > build-gcc/compile_commands.json
  $ printf "$row" "$PWD/build-clang" clang > build-clang/compile_commands.json
  $ tools/lint tidy | grep -o '\[[a-z]*-[^],]*' | sort -u
  [bugprone-too-small-loop-variable
  [clang-analyzer-unix.Malloc
  $ tools/lint cppcheck | grep -o '\[bufferAccessOutOfBounds\]'
  [bufferAccessOutOfBounds]
  $ tools/lint analyzer | grep -o 'Werror=analyzer[^]]*' | sort -u
  Werror=analyzer-double-free
  Werror=analyzer-malloc-leak
  Werror=analyzer-possible-null-dereference

A clean file passes, and is not looked at again:

  $ echo 'int a(void); int a(void) { return 1; }' > src/a.c
  $ for tool in tidy cppcheck analyzer; do tools/lint $tool; done
  1 files
  1 files
  1 files
  $ ls build-lint | wc -l
  3
