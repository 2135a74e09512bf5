/*
 * hash: 64-bit digests of text and numbers for tables and for an order that no file's order shows
 * in. Not for secrets.
 */
#ifndef GUVOH_ENGINE_LINK_HASH_H
#define GUVOH_ENGINE_LINK_HASH_H

#include "base/str.h"

/* A permutation of the 64-bit numbers (splitmix64, Steele and others 2014). */
static inline uint64_t
hash_mix(uint64_t z)
{
	z += UINT64_C(0x9e3779b97f4a7c15);
	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

static inline uint64_t
hash_pair(uint64_t x, uint64_t y)
{
	return hash_mix(x ^ hash_mix(y));
}

static inline uint64_t
hash_str(struct str s)
{
	uint64_t h = s.n;

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * UINT64_C(0x100000001b3);
	return hash_mix(h);
}

#endif
