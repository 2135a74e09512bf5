A tree with two rooms, the second allowed to include the first:

  $ mkdir -p tools src/base src/kit/os src/domain/vocab
  $ printf '%s\n' '# rooms' base 'kit/os base' 'domain/vocab base' 'domain base domain/vocab' 'main base' > tools/layers.txt
  $ echo '#include "base/str.h"' > src/kit/os/file.c
  $ echo '#include "base/str.h"' > src/main.c
  $ printf '#include <stdio.h>\n#include "domain/vocab/vocab.h"\n#include "vocab_sql.h"\n' > src/domain/vocab/vocab.c
  $ echo '#include "domain/vocab/vocab_sql.h"' > src/domain/ledger.c
  $ "$ROOT"/tools/check-layers .

Upwards, without a folder, out of any room, another room's SQL, a file in no room:

  $ echo '#include "kit/os/file.h"' > src/base/str.c
  $ echo '#include "str.h"' > src/base/buf.c
  $ echo '  #  include "base/deep/str.h"' > src/base/map.c
  $ echo '#include "vocab_sql.h"' > src/kit/os/clock.c
  $ mkdir src/extra && echo > src/extra/utils.c
  $ "$ROOT"/tools/check-layers .
  src/base/buf.c:1: "str.h" lacks its folder
  src/base/map.c:1: base/deep/str.h lies in no room of tools/layers.txt
  src/base/str.c:1: base may not include kit/os (kit/os/file.h)
  src/extra/utils.c:1: lies in no room of tools/layers.txt
  src/kit/os/clock.c:1: only room vocab and the ledger include vocab_sql.h
  [1]

A table that leads in a circle:

  $ printf '%s\n' 'base kit/os' 'kit/os base' > tools/layers.txt
  $ "$ROOT"/tools/check-layers .
  tools/layers.txt:1: rooms in a circle: base > kit/os > base
  [1]
