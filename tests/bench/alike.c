/*
 * How many pairs of names a second are compared on one core, without a memory of earlier pairs:
 * full names of 13 to 16 bytes, mean 14.7, as they stand in lists; one name against many, as lists
 * are compared, and one against one.
 */
#include <stdio.h>

#include "engine/link/edit.h"
#include "engine/link/edit_lot.h"
#include "engine/link/hash.h"
#include "kit/os/clock.h"

#define NAMES 4096
#define PAIRS 4000000

static char text[NAMES][16];
static struct str names[NAMES];

static void
make_names(void)
{
	static const size_t lengths[] = {13, 14, 14, 15, 15, 15, 16, 16};

	for (size_t i = 0; i < NAMES; i++) {
		size_t n = lengths[hash_mix(i) % LENGTH(lengths)];
		for (size_t k = 0; k < n; k++)
			text[i][k] = "aeiourslkmntbdgz"[hash_pair(i, k) % 16];
		text[i][n / 2] = ' ';
		names[i] = (struct str){text[i], n};
	}
}

static double
millions_a_second(int64_t start)
{
	return PAIRS / 1e6 / ((double)(clock_monotonic() - start) / 1e9);
}

/* Every name against many, a lot at a time. */
static double
lots_compare(enum edit_lanes lanes, bool jaro_winkler, double *sum)
{
	struct edit_short shorts[NAMES];
	struct edit_lot lot;
	double likeness[EDIT_LOT];
	uint8_t distance[EDIT_LOT];

	edit_lot_init(&lot, lanes);
	for (size_t i = 0; i < NAMES; i++)
		edit_short_of(names[i], &shorts[i]);
	int64_t start = clock_monotonic();
	for (size_t i = 0; i < PAIRS / EDIT_LOT; i++) {
		edit_lot_fill(&lot, shorts + hash_mix(i) % (NAMES / EDIT_LOT) * EDIT_LOT, EDIT_LOT);
		if (jaro_winkler)
			edit_lot_jaro_winkler(&lot, &shorts[i % NAMES], likeness);
		else
			edit_lot_osa(&lot, &shorts[i % NAMES], distance);
		for (size_t k = 0; k < EDIT_LOT; k++)
			*sum += jaro_winkler ? likeness[k] : distance[k];
	}
	return millions_a_second(start);
}

int
main(void)
{
	struct edit_room room = {{0}};
	double likeness = 0, distance = 0;

	make_names();
	printf("Jaro-Winkler, pairs of names a second and core\t%.1f\t60\tM\tmore\n",
	    lots_compare(edit_lanes_here(), true, &likeness));
	printf("optimal string alignment, pairs of names a second and core\t%.1f\t100\tM\tmore\n",
	    lots_compare(edit_lanes_here(), false, &distance));
	printf("(mean likeness %.3f, mean distance %.2f)\n", likeness / PAIRS, distance / PAIRS);
	for (int lanes = 0; lanes < (int)edit_lanes_here(); lanes++)
		printf("(in registers of %d bits: %.1f M and %.1f M)\n", 128 << lanes,
		    lots_compare((enum edit_lanes)lanes, true, &likeness),
		    lots_compare((enum edit_lanes)lanes, false, &distance));
	int64_t start = clock_monotonic();
	for (size_t i = 0; i < PAIRS; i++)
		likeness += edit_jaro_winkler(&room, names[i % NAMES], names[hash_mix(i) % NAMES]);
	double alike = millions_a_second(start);
	start = clock_monotonic();
	for (size_t i = 0; i < PAIRS; i++)
		distance += (double)edit_osa(&room, names[i % NAMES], names[hash_mix(i) % NAMES]);
	printf("(one against one: %.1f M and %.1f M)\n", alike, millions_a_second(start));
	return 0;
}
