/*
 * chance: random numbers from a seed, the same on every machine and in any number of threads.
 * A stream is named by a seed and a number; whoever shares out work gives each
 * piece a stream of its own. Not for keys.
 */
#ifndef GUVOH_ENGINE_ESTIMATE_CHANCE_H
#define GUVOH_ENGINE_ESTIMATE_CHANCE_H

#include <stddef.h>
#include <stdint.h>

/* xoshiro256++ (Blackman and Vigna 2021), filled from seed and stream by SplitMix64. */
struct chance {
	uint64_t s[4];
	double spare; /* the second of two normal numbers; NAN: there is none */
};

struct chance chance_start(uint64_t seed, uint64_t stream);

uint64_t chance_bits(struct chance *c);

/* Uniform in (0, 1), both ends excluded. */
double chance_unit(struct chance *c);

/* Standard normal: polar method of Marsaglia (1964). */
double chance_normal(struct chance *c);

/* Gamma with that shape >= 1 and scale 1: Marsaglia and Tsang (2000). */
double chance_gamma(struct chance *c, double shape);

/* Beta with a and b >= 1, by two gammas; *rest is what it lacks to 1, without cancellation. */
double chance_beta(struct chance *c, double a, double b, double *rest);

/* Gamma with that shape > 0 and scale 1, as its logarithm, which does not run out. */
double chance_log_gamma(struct chance *c, double shape);

/* Successes in n >= 0 trials of chance p: inversion, or Hörmann's (1993) BTRS where n p >= 10. */
int64_t chance_binomial(struct chance *c, int64_t n, double p);

/* Poisson of that mean >= 0: inversion, or Hörmann's (1993) PTRS where it is >= 10. */
int64_t chance_poisson(struct chance *c, double mean);

/*
 * Shares n people out over count boxes with these weights (>= 0, not all 0) into
 * out: a multinomial variable, as binomials one after another.
 */
void chance_share(struct chance *c, int64_t n, const double *weights, size_t count, int64_t *out);

#endif
