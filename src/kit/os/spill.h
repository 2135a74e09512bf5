/*
 * spill: room for large arrays on the disk, for when memory is short.
 * Pages of a file that has no name: the system writes them out when it needs their memory, and
 * reads them again when somebody looks. Only numbers that say nothing by themselves belong there,
 * never text: what lies in it is not encrypted, and a disk may keep it.
 */
#ifndef GUVOH_KIT_OS_SPILL_H
#define GUVOH_KIT_OS_SPILL_H

#include "base/arena.h"
#include "base/str.h"

struct spill; /* for any thread */

/*
 * Takes from the disk once this process has so many bytes of memory. The file is made in
 * folder, which stays as long, by whoever first needs it, and refused says when it cannot be made
 * or the disk is full: from then on everything comes from memory.
 */
struct spill *spill_new(struct str folder, uint64_t memory);

/* All that was taken goes, too. NULL is fine. */
void spill_free(struct spill *s);

/* For arena_lent. */
const struct arena_lender *spill_lender(struct spill *s);

/* Bytes that were taken from the disk. */
uint64_t spill_bytes(struct spill *s);

#endif
