/*
 * cover: the least total of cells under which every row has its fill.
 * Cells are places times days, merged where no row tells them apart; what another
 * row or cell makes needless is left out; the rest is solved in its connected
 * parts and proved in integers.
 */
#ifndef GUVOH_ENGINE_CLAIM_COVER_H
#define GUVOH_ENGINE_CLAIM_COVER_H

#include "engine/claim/row.h"

/*
 * The least total of the rows of k in `rows`, in whole people, never more than what
 * is proved; a subset of rows that proves as much goes to support.
 */
int64_t cover_least(const struct standing *k, const uint64_t *rows, uint64_t *support);

#endif
