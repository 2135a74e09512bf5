/*
 * fault: makes the n-th call that reaches the disk fail, for tests.
 * Counted are, in file.c: open, write, fsync, rename, truncate, mkdir, unlink
 * and pread. Always compiled in: unarmed it costs one predictable branch beside
 * a system call, and nothing outside the process can arm it. One thread only.
 *
 * The loop of a test:
 *   for (unsigned n = 1;; n++) {
 *           fault_arm(FAULT_ONCE, n, ENOSPC);
 *           int answer = what_is_tested();
 *           bool reached = fault_disarm();
 *           ...check that what is on the disk is old or new...
 *           if (!reached)
 *                   break;
 *   }
 */
#ifndef GUVOH_KIT_OS_FAULT_H
#define GUVOH_KIT_OS_FAULT_H

#include <stdbool.h>
#include <stddef.h>

enum fault_way {
	FAULT_ONCE, /* the n-th call fails, nothing of it is done */
	FAULT_FROM, /* the n-th and every later call fails: a dead or full disk */
	FAULT_HALF, /* the n-th, when it writes, writes half; it, if no write, and every later fails
		     */
	FAULT_EXIT, /* the process ends (_exit 99) before the n-th call: kill -9 */
	FAULT_TORN, /* as EXIT, but a write is half done first */
};

#define FAULT_EXIT_STATUS 99

/* Counts from now on; nth >= 1. error is the errno that the failing calls set. */
void fault_arm(enum fault_way way, unsigned nth, int error);

/* Ends it and says whether the n-th call was reached. */
bool fault_disarm(void);

/*
 * For the other files of kit/os: true when this call must fail, errno set.
 * writes: NULL, or the number of bytes about to be written, halved when the
 * call is to be done by half.
 */
bool fault_hits(size_t *writes);

#endif
