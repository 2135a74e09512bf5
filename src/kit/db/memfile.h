/*
 * memfile: bytes that grow in place in one reserved mapping.
 * They never move, so that they can be lent out, and are left out of core
 * dumps. Whoever reads and writes the same bytes in several threads agrees about
 * it first; changes of size they may make at any time.
 */
#ifndef GUVOH_KIT_DB_MEMFILE_H
#define GUVOH_KIT_DB_MEMFILE_H

#include <pthread.h>
#include <stdatomic.h>

#include "base/str.h"

struct memfile {
	uint8_t *p;
	size_t reserved;       /* bytes of address space, what the file may grow to */
	size_t writable;       /* of them; those behind size are zero */
	_Atomic size_t size;   /* bytes in use, published after them */
	pthread_mutex_t mutex; /* over changes of size */
};

/* Reserves up to 64 GiB of address space. Returns false when there is none. */
MUST_CHECK bool memfile_init(struct memfile *f);

void memfile_free(struct memfile *f);

size_t memfile_size(const struct memfile *f);

/* Copies n bytes from at on, zeros where there are none; returns how many there were. */
size_t memfile_read(const struct memfile *f, void *to, size_t n, size_t at);

/* Puts n bytes at at, which may lie behind the end. False: no room. */
MUST_CHECK bool memfile_write(struct memfile *f, const void *from, size_t n, size_t at);

/* Makes the size n: cut off, or zeros added. False: no room. */
MUST_CHECK bool memfile_resize(struct memfile *f, size_t n);

#endif
