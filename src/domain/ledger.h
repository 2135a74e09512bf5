/*
 * ledger: every op an entry may hold and the projector that puts it into the index.
 * The only file that sees every room of domain/; nothing that reads goes through it.
 */
#ifndef GUVOH_DOMAIN_LEDGER_H
#define GUVOH_DOMAIN_LEDGER_H

#include "domain/archive/archive.h"

/* What every archive is opened with. Lives as long as the program. */
const struct archive_index *ledger_index(void);

#endif
