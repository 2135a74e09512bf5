What is installed, under a folder of this test's own.

  $ meson install -C $BUILD --no-rebuild --quiet --destdir $PWD/root
  $ cd root/usr/local && find . -type f -o -type l | sort
  ./bin/guvoh
  ./share/bash-completion/completions/guvoh
  ./share/doc/guvoh/LICENSE
  ./share/doc/guvoh/NOTICE
  ./share/doc/guvoh/README.md
  ./share/doc/guvoh/SECURITY.md
  ./share/man/man1/guvoh.1
  $ bin/guvoh count --parse "почти 100" --lang ru --json | tr -d '\n '
  {"low":90,"high":99,"exactness":"rounded"} (no-eol)

Commands, their second words and their options are completed; what an archive holds is not asked for.

  $ cat > complete <<'END'
  > . share/bash-completion/completions/guvoh
  > COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _guvoh; echo "${COMPREPLY[@]}"
  > END
  $ bash complete guvoh veri
  verify
  $ bash complete guvoh claim w
  withdraw
  $ bash complete guvoh claim add --measu
  --measure
  $ bash complete guvoh --lang ""
  en ru kk
  $ bash complete guvoh --lang ru claim li
  list
  $ bash complete guvoh claim import sh
  share
