/*
 * machine: what the computer around an archive is like: room on its disks, and whether
 * what leaves the memory is encrypted.
 */
#ifndef GUVOH_KIT_OS_MACHINE_H
#define GUVOH_KIT_OS_MACHINE_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

/* Bytes that this user can still write where path lies. Failures as in file.h. */
MUST_CHECK int machine_space(struct str path, uint64_t *bytes, struct err *e);

/* Bytes of memory that this process takes, pages of files that are there among them. 0: cannot be
 * found out. */
uint64_t machine_used(void);

/* Bytes of memory that the computer, and the group of processes that this one is in, have left for
 * it. UINT64_MAX: cannot be found out. */
uint64_t machine_memory(void);

enum machine_swap {
	MACHINE_SWAP_NONE,   /* nothing is swapped out, or into memory only (zram) */
	MACHINE_SWAP_SEALED, /* all of it lies on dm-crypt */
	MACHINE_SWAP_OPEN,   /* some of it is written as it is */
	MACHINE_SWAP_HIDDEN, /* cannot be found out */
};

/* *where gets the swap that decided, on a; empty for none. */
enum machine_swap machine_swap(struct arena *a, struct str *where);

/* The same for the text of /proc/swaps. */
enum machine_swap machine_swap_of(struct arena *a, struct str swaps, struct str *where);

#endif
