A program and an example of our own making: the demo is filled once, and begun anew when that was cut short.

  $ mkdir -p tools build examples/june-2019 examples/rehearsal vocab && cp "$ROOT"/tools/demo tools/
  $ cat > build/guvoh <<'END'
  > #!/bin/sh
  > echo "guvoh $*" | sed "s|$GUVOH_DEMO|DEMO|g"
  > END
  $ cat > examples/june-2019/load <<'END'
  > #!/bin/sh
  > echo loaded >> "$LOADED"; [ ! -e cut ] || { echo "load: cut short"; exit 1; }
  > END
  $ printf '#!/bin/sh\necho rehearsed >> "$LOADED"\n' > examples/rehearsal/load; chmod +x build/guvoh examples/*/load
  $ export SERVE=0 GUVOH_DEMO=$PWD/demo LOADED=$PWD/loaded
  $ touch cut; tools/demo
  guvoh init DEMO.new/archive
  load: cut short
  [1]
  $ rm cut; tools/demo | head -1
  guvoh -C DEMO/archive --key-file DEMO/key count june-2019
  $ tools/demo | grep -e DEMO -e 'rm -r' | sed "s|$GUVOH_DEMO|DEMO|g"
  guvoh -C DEMO/archive --key-file DEMO/key count june-2019
  so whoever has this computer can read it. To remove it: rm -r 'DEMO'
  $ SERVE=1 tools/demo | tail -1; SERVE=1 PORT=8080 tools/demo | tail -1
  guvoh -C DEMO/archive --key-file DEMO/key serve
  guvoh -C DEMO/archive --key-file DEMO/key serve --port 8080 --desk-port 8081
  $ sort loaded | uniq -c | tr -s ' '
   2 loaded
   1 rehearsed

An example that has changed since is loaded anew, and the old demo is kept:

  $ touch demo/tried; echo a,b > examples/june-2019/claims.csv; tools/demo | head -1 | sed "s|$GUVOH_DEMO|DEMO|g"
  The example has changed: the demo is made anew, the old one now lies in DEMO.1.
  $ ls demo.1/tried; tools/demo | head -1; grep -c loaded loaded
  demo.1/tried
  guvoh -C DEMO/archive --key-file DEMO/key count june-2019
  3

Without a place for it:

  $ env -u GUVOH_DEMO -u XDG_DATA_HOME -u HOME tools/demo
  demo: HOME is not set, so there is no place for the demo: name a folder for it in GUVOH_DEMO
  [2]
