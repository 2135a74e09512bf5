/*
 * share: work on many pieces, on as many threads as the caller lends.
 * Which thread takes which piece is left to chance, so a piece writes only what is its own, and
 * sums are added by the caller in the order of the pieces.
 */
#ifndef GUVOH_ENGINE_LINK_SHARE_H
#define GUVOH_ENGINE_LINK_SHARE_H

#include <stddef.h>

/* Calls work(arg, i) for each i < count, in any order and at once, and returns when all are done.
 */
typedef void link_share(size_t count, void (*work)(void *arg, size_t i), void *arg);

/* The same without threads where share is NULL. */
static inline void
share_out(link_share *share, size_t count, void (*work)(void *arg, size_t i), void *arg)
{
	if (share != NULL && count > 1) {
		share(count, work, arg);
		return;
	}
	for (size_t i = 0; i < count; i++)
		work(arg, i);
}

/* Pieces of so many items each that n items make. */
static inline size_t
share_pieces(size_t n, size_t each)
{
	return (n + each - 1) / each;
}

#endif
