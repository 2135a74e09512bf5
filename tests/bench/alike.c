/*
 * How many pairs of names a second are compared on one core, without a memory of earlier pairs:
 * full names of 13 to 16 bytes, mean 14.7, as they stand in lists.
 */
#include <stdio.h>

#include "engine/link/edit.h"
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

int
main(void)
{
	struct edit_room room = {{0}};
	double likeness = 0;
	size_t distance = 0;

	make_names();
	int64_t start = clock_monotonic();
	for (size_t i = 0; i < PAIRS; i++)
		likeness += edit_jaro_winkler(&room, names[i % NAMES], names[hash_mix(i) % NAMES]);
	printf("Jaro-Winkler, pairs of names a second and core\t%.1f\t60\tM\tmore\n",
	    millions_a_second(start));
	start = clock_monotonic();
	for (size_t i = 0; i < PAIRS; i++)
		distance += edit_osa(&room, names[i % NAMES], names[hash_mix(i) % NAMES]);
	printf("optimal string alignment, pairs of names a second and core\t%.1f\t100\tM\tmore\n",
	    millions_a_second(start));
	printf("(mean likeness %.3f, mean distance %.2f)\n", likeness / PAIRS,
	    (double)distance / PAIRS);
	return 0;
}
