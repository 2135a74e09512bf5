A small program in a tree whose path has a blank:

  $ mkdir -p "a tree/tools" && cd "a tree" && cp "$ROOT"/tools/build tools/
  $ echo 'option('"'fuzz'"', type : '"'boolean'"')' > meson_options.txt
  $ echo 'project('"'x', 'c'"')' > meson.build && echo 'executable('"'guvoh', 'main.c'"')' >> meson.build
  $ echo 'int main(void) { return 7; }' > main.c
  $ tools/build build
  Building in build.
  $ build/guvoh
  [7]

With nothing to do, nothing is said; a change is built; a mistake is shown, and is the exit status:

  $ tools/build build
  $ sed -i 's/7/8/' main.c && tools/build build && build/guvoh
  [8]
  $ echo 'oops' >> main.c && tools/build build 2>&1 | grep -c 'main.c:2.*error'
  1
  $ tools/build build 2>/dev/null
  [1]

Warnings are mistakes in the folders that tests use:

  $ echo 'int main(void) { int unused; return 9; }' > main.c
  $ sed -i "1s/$/\nadd_project_arguments('-Wall', language : 'c')/" meson.build
  $ tools/build build && build/guvoh
  [9]
  $ tools/build build-gcc 2>&1 | grep -o 'Werror=unused-variable'
  Werror=unused-variable

A tree that was moved is built anew; a folder set up by hand is left as it is; other names are refused:

  $ mv "../a tree" ../moved && cd ../moved
  $ tools/build build
  Building in build.
  $ meson setup -Doptimization=1 build-bench > /dev/null && tools/build build-bench
  $ meson introspect --buildoptions build-bench | grep -o '"name": "optimization", "value": "."'
  "name": "optimization", "value": "1"
  $ tools/build build-other
  build: no folder "build-other": build, build-gcc, build-clang, build-bench, build-install
  [2]
