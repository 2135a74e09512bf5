  $ mkdir -p src tests tools
  $ lines() { for i in $(seq "$1"); do echo "	x++;"; done; }

As much as is allowed: 70 lines, 6 parameters, 4 blocks deep, braces of values and in literals uncounted:

  $ { printf 'int\nf(int a, int b, int c, int d, int e, int (*x)(int, int))\n{\n'; lines 67; printf '}\n'; } > src/fits.c
  $ cat > src/deep.c <<END
  > int
  > g(void)
  > {
  > 	struct s v[] = {{{{{{0}}}}}, {{1}}};
  > 	while (1) {
  > 		if (v[0]) {
  > 			do {
  > 				switch (1) {
  > 				case '{':
  > 					h((struct s){{{1}}}, "{{{{", /* {{{ */ 1);
  > 				}
  > 			} while (1);
  > 		} else {
  > 			x = 1;
  > 		}
  > 	}
  > }
  > END
  $ lines 800 > src/long.h
  $ printf 'static int\non_call(int a, int b, int c, int d, int e, int f, int g)\n{\n}\n' > src/call.c
  $ "$ROOT"/tools/check-sizes .

One more of each:

  $ { printf 'int\nf(int a, int b, int c, int d, int e, int (*x)(int, int), int g)\n{\n'; lines 68; printf '}\n'; } > src/fits.c
  $ sed -i "s/case '{':/case 1: {/; s/^\t\t\t\t}/\t\t\t\t}}/" src/deep.c
  $ lines 801 > src/long.h
  $ "$ROOT"/tools/check-sizes .
  src/deep.c:9: a block nested deeper than 4 in g
  src/fits.c:2: 71 lines in f, 70 are allowed
  src/fits.c:2: 7 parameters of f, 6 are allowed
  src/long.h:801: 801 lines in the file, 800 are allowed
  [1]
