/*
 * How near the command comes to a posterior of several hills: how much of it each has by several
 * seeds, beside netherlands5_hills.csv, which another sampler drew (tempered.c).
 *
 * usage: hills FOLDER [SEEDS [FIRST]]
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "engine/estimate/latent.h"
#include "engine/estimate/tuning.h"
#include "kit/os/clock.h"
#include "kit/os/crew.h"
#include "published.h"

#define SEEDS 10
#define CAPS 2
#define HILLS 3
#define FURTHEST 0.05
#define SECONDS 60

static const double caps[CAPS] = {20, 0};
static const char *const cap_names[CAPS] = {"cap 20 n", "no cap"};
static const double borders[HILLS - 1] = {32000, 90000};
static const char *const hill_names[HILLS] = {"below 32,000", "32,000 to 90,000", "above 90,000"};

struct masses {
	double of[HILLS], error[HILLS];
};

/* A row for each cap and hill, in the order of both. */
static void
read_reference(struct arena *a, const char *folder, struct masses *out)
{
	struct csv csv = published_csv(a, folder, "netherlands5_hills");

	int mass = csv_column(&csv, STR("mass")), error = csv_column(&csv, STR("error"));

	if (csv.count != (size_t)CAPS * HILLS || mass < 0 || error < 0)
		exit(1);
	for (size_t r = 0; r < csv.count; r++) {
		struct masses *m = &out[r / HILLS];
		if (!tuning_to_number(csv_field(&csv, r, mass), &m->of[r % HILLS]) ||
		    !tuning_to_number(csv_field(&csv, r, error), &m->error[r % HILLS]))
			exit(1);
	}
}

static void
share_out(size_t count, void (*work)(void *arg, size_t i), void *arg)
{
	crew_each(crew_size(), count, work, arg);
}

static struct masses
run(const struct overlap *t, double cap, uint64_t seed)
{
	static const struct hands hands = {share_out};
	struct arena *a = arena_new();
	const struct latent_ask ask = {.classes = 10,
	    .a = 0.25,
	    .b = 0.25,
	    .cap = cap,
	    .sweeps = 4000,
	    .seed = seed,
	    .hands = &hands};
	struct latent l = latent_draw(a, t, &ask);
	size_t draws = l.length * LATENT_CHAINS;
	struct masses m = {{0}, {0}};

	for (size_t i = 0; i < draws; i++) {
		size_t hill = l.people[i] < borders[0] ? 0 : l.people[i] <= borders[1] ? 1 : 2;
		m.of[hill] += 1 / (double)draws;
	}
	printf("(seed %d: %.3f, %.3f, %.3f; R-hat %.3f, ESS %.0f, %zu draws", (int)seed, m.of[0],
	    m.of[1], m.of[2], l.rhat, l.ess, draws);
	arena_free(a);
	return m;
}

static void
compare(const struct overlap *t, size_t cap, const struct masses *reference, uint64_t first,
    uint64_t seeds)
{
	struct masses furthest = {{0}, {0}}, mean = {{0}, {0}};
	double longest = 0;

	for (uint64_t seed = first; seed < first + seeds; seed++) {
		int64_t start = clock_monotonic();
		clock_t busy = clock();
		struct masses m = run(t, caps[cap], seed);
		longest = fmax(longest, 1e-9 * (double)(clock_monotonic() - start));
		printf(", %.1f s of processors)\n", (double)(clock() - busy) / CLOCKS_PER_SEC);
		fflush(stdout);
		for (size_t h = 0; h < HILLS; h++) {
			mean.of[h] += m.of[h] / (double)seeds;
			furthest.of[h] = fmax(furthest.of[h], fabs(m.of[h] - reference->of[h]));
		}
	}
	for (size_t h = 0; h < HILLS; h++) {
		printf("(%s, %s: mean %.3f; reference %.3f, whose standard error is %.3f)\n",
		    cap_names[cap], hill_names[h], mean.of[h], reference->of[h],
		    reference->error[h]);
		printf("%s: share %s, furthest of %d seeds\t%.3f\t%g\t\tless\n", cap_names[cap],
		    hill_names[h], (int)seeds, furthest.of[h], FURTHEST);
	}
	printf(
	    "%s, longest of %d\t%.1f\t%d\ts\tless\n", cap_names[cap], (int)seeds, longest, SECONDS);
}

int
main(int argc, char **argv)
{
	if (argc < 2)
		return 2;
	struct arena *a = arena_new();
	struct overlap t = published_table(a, argv[1], "netherlands5");
	struct masses reference[CAPS];
	uint64_t seeds = argc > 2 ? strtoull(argv[2], NULL, 10) : SEEDS;
	uint64_t first = argc > 3 ? strtoull(argv[3], NULL, 10) : 1;

	read_reference(a, argv[1], reference);
	for (size_t c = 0; c < CAPS; c++)
		compare(&t, c, &reference[c], first, seeds);
	arena_free(a);
	return 0;
}
