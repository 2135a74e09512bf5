A machine of our own making: what is installed stands in a file, and apt-get only says what it was asked.

  $ mkdir -p tools bin && cp "$ROOT"/tools/setup tools/
  $ printf '%s\n' '# comment' 'gcc build  compiles' 'meson build  configures the build' 'clang check  second compiler' > tools/packages.txt
  $ cat > bin/dpkg-query <<'END'
  > #!/bin/sh
  > while read -r name state; do echo "$name $state"; done < "$HOME/installed"
  > END
  $ cat > bin/apt-get <<'END'
  > #!/bin/sh
  > echo "apt-get $*" | sed 's/-q .*=120 //' >> "$HOME/asked"
  > [ ! -f "$HOME/offline" ] || { echo "E: Could not resolve 'deb.debian.org'"; exit 100; }
  > END
  $ cat > bin/sudo <<'END'
  > #!/bin/sh
  > [ "$1" = -v ] || { echo sudo >> "$HOME/asked"; exec "$@"; }
  > END
  $ cat > bin/id <<'END'
  > #!/bin/sh
  > cat "$HOME/uid"
  > END
  $ chmod +x bin/*
  $ export PATH="$PWD/bin:$PATH"; echo 1000 > "$HOME/uid"

Nothing is missing: nothing is said, asked or installed.

  $ printf 'gcc installed\nmeson installed\n' > "$HOME/installed"
  $ tools/setup build
  $ printf 'gcc installed\nother installed make-it, meson (= 1.0)\n' > "$HOME/installed"
  $ tools/setup build
  $ cat "$HOME/asked" 2>/dev/null
  [1]

What is missing, or was removed and left its settings, is named with its reason and installed once:

  $ printf 'gcc installed\nmeson config-files\n' > "$HOME/installed"
  $ tools/setup build check
  Debian packages to install, with what they bring along (once, a minute or two):
    meson              configures the build
    clang              second compiler
  $ cat "$HOME/asked"
  sudo
  apt-get update
  sudo
  apt-get install -y --no-install-recommends meson clang

Root needs no sudo:

  $ rm "$HOME/asked"; echo 0 > "$HOME/uid"
  $ tools/setup build > /dev/null; cat "$HOME/asked"
  apt-get update
  apt-get install -y --no-install-recommends meson

Without a network, and with neither root nor sudo, a sentence says what to do:

  $ touch "$HOME/offline"
  $ tools/setup build
  Debian packages to install, with what they bring along (once, a minute or two):
    meson              configures the build
  setup: the package lists could not all be refreshed; trying with those at hand.
  E: Could not resolve 'deb.debian.org'
  E: Could not resolve 'deb.debian.org'
  setup: apt-get could not install these packages; the lines above say why. Is there a network? Run the same command again when it is mended.
  [1]
  $ rm bin/sudo; echo 1000 > "$HOME/uid"
  $ for tool in awk cat dirname; do ln -s "$(command -v $tool)" bin/; done
  $ PATH=$PWD/bin /bin/sh tools/setup build 2>&1 >/dev/null
  setup: installing needs root, and there is no sudo. As root, run: apt-get install --no-install-recommends meson
  [1]
