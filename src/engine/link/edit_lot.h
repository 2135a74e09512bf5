/*
 * edit_lot: how alike one short text is to each of many, a lane of a register for each.
 * The same numbers as edit.h, bit for bit, on every processor: lanes differ in how many texts are
 * looked at in one step, and the division at the end is done once for all of them.
 */
#ifndef GUVOH_ENGINE_LINK_EDIT_LOT_H
#define GUVOH_ENGINE_LINK_EDIT_LOT_H

#include "base/str.h"

#define EDIT_SHORT 16 /* bytes of the longest text that has a place in a lot */
#define EDIT_LOT 64   /* texts of a lot */

/* A short text, zero behind its end. */
struct edit_short {
	uint8_t at[EDIT_SHORT];
	uint32_t n;
};

/* How wide registers are. */
enum edit_lanes { EDIT_LANES_128, EDIT_LANES_256, EDIT_LANES_512, EDIT_LANES_COUNT };

/* Texts to compare with others, and scratch; for one thread. */
struct edit_lot {
	_Alignas(64) uint8_t at[EDIT_SHORT][EDIT_LOT]; /* first bytes of all texts, second ... */
	_Alignas(64) uint8_t n[EDIT_LOT];              /* their lengths */
	size_t count, longest;
	enum edit_lanes lanes;
	double share[EDIT_SHORT + 1][EDIT_SHORT + 1]; /* the first divided by the second */
};

/* The widest that this processor has. */
enum edit_lanes edit_lanes_here(void);

/* Makes an empty lot for registers that this processor has. */
void edit_lot_init(struct edit_lot *lot, enum edit_lanes lanes);

/* The text, when it is short enough. */
bool edit_short_of(struct str text, struct edit_short *out);

/* Puts count texts, at most EDIT_LOT, in the place of those before. */
void edit_lot_fill(struct edit_lot *lot, const struct edit_short *texts, size_t count);

/* edit_jaro_winkler of x and each text of the lot. */
void edit_lot_jaro_winkler(const struct edit_lot *lot, const struct edit_short *x, double *out);

/* edit_osa of x and each text of the lot. */
void edit_lot_osa(const struct edit_lot *lot, const struct edit_short *x, uint8_t *out);

#endif
