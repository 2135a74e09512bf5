/*
 * made_up: names for invented lists.
 */
#ifndef GUVOH_TESTS_UNIT_LINK_MADE_UP_H
#define GUVOH_TESTS_UNIT_LINK_MADE_UP_H

#include "base/buf.h"
#include "engine/link/hash.h"

/* Syllables, so that names are many and no two people share one by chance. */
static inline struct str
made_up(struct arena *a, uint64_t seed)
{
	static const char *const parts[] = {
	    "ba", "ka", "ler", "mo", "tus", "da", "rin", "zhan", "bek", "sul", "ai", "gul"};
	struct buf *b = buf_on(a);

	for (size_t i = 0; i < 4; i++)
		buf_fmt(b, "%s", parts[hash_pair(seed, i) % LENGTH(parts)]);
	b->p[0] = (char)(b->p[0] - 32);
	return buf_str(b);
}

#endif
