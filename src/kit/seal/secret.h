/*
 * secret: keys and passphrases in memory that is locked, guarded and wiped.
 * Each lies between guard pages, outside core dumps, and is zeroed when freed.
 * Where the system refuses to lock it (RLIMIT_MEMLOCK) it works all the same and
 * locked says no: the caller may warn that swap could see it. Not covered:
 * the key schedules inside OpenSSL contexts (aead, chunks), which lie on the
 * ordinary heap and are wiped when freed.
 */
#ifndef GUVOH_KIT_SEAL_SECRET_H
#define GUVOH_KIT_SEAL_SECRET_H

#include "base/str.h"

struct secret {
	uint8_t *p; /* n bytes, zero at first */
	size_t n;
	bool locked; /* in RAM only */
};

/* n >= 1 bytes. Memory that runs out ends the process. */
struct secret *secret_new(size_t n);
struct secret *secret_copy(const void *bytes, size_t n);

/* n bytes from the kernel's generator. */
struct secret *secret_random(size_t n);

/* Wipes and gives back. NULL is fine. */
void secret_free(struct secret *s);

/* secret_free for arena_defer. */
void secret_free_deferred(void *s);

/* Borrows the bytes, for functions that take text. */
struct str secret_str(const struct secret *s);

/* Locks again what lost its lock in a fork; returns s->locked. */
bool secret_relock(struct secret *s);

/* Are the n bytes equal? Takes the same time wherever they differ. */
bool secret_equal(const void *a, const void *b, size_t n);

/* Zeroes n bytes; the compiler cannot leave it out. */
void secret_wipe(void *p, size_t n);

#endif
