/*
 * seal: readies OpenSSL and libsodium; everything else in this room needs it first.
 */
#ifndef GUVOH_KIT_SEAL_SEAL_H
#define GUVOH_KIT_SEAL_SEAL_H

#include "base/err.h"

/*
 * Starts libsodium and fetches each OpenSSL algorithm once. Call it at the start
 * of the process, before any thread; again is fine. ERR_BUG seal.start when the
 * libraries lack what they must have. Every other function of the room asserts it.
 */
MUST_CHECK int seal_start(struct err *e);

#endif
