#include "engine/estimate/weights.h"

#include <stdint.h>
#include <string.h>

#define LEAST (-700.0)
#define LOG2_E 1.44269504088896338700
#define LOG_2_HIGH 6.93147180369123816490e-01 /* with so few bits that its multiples are exact */
#define LOG_2_LOW 1.90821492927058770002e-10
#define SUMS 8 /* side by side, so that none waits for the last one */

/* What is compiled for each width of registers. */
#define INSIDE static inline __attribute__((always_inline))

double
weights_at(const struct weights *w, const struct decomposable *g, size_t i)
{
	double parts = (double)g->clique_count - g->separator_count;
	double at = w->common[i] + parts * w->component[i];

	for (size_t c = 0; c < g->clique_count; c++)
		at += w->sets[g->cliques[c]][i];
	for (size_t c = 0; c < g->separator_count; c++)
		at -= w->sets[g->separators[c]][i];
	return at;
}

/* exp of |x| <= half of log 2, by its series. */
INSIDE double
exp_of_rest(double x)
{
	double high = 1.0 / 5040 + x * (1.0 / 40320 + x * (1.0 / 362880 + x * (1.0 / 3628800)));
	double low = 1.0 / 6 + x * (1.0 / 24 + x * (1.0 / 120 + x * (1.0 / 720 + x * high)));

	high = 1.0 / 39916800 + x * (1.0 / 479001600);
	double x2 = x * x, x4 = x2 * x2;
	return 1 + (x + x2 * (0.5 + x * (low + x4 * x4 * high)));
}

INSIDE void
exps(double *restrict values, size_t count)
{
	/* Added to a number, it leaves its whole part, and 1023, in the last bits. */
	const double whole = 0x1.8p52 + 1023;

	for (size_t i = 0; i < count; i++)
		values[i] = values[i] < LEAST ? LEAST : values[i];
	for (size_t i = 0; i < count; i++) {
		double x = values[i], shifted = x * LOG2_E + whole;
		double twos = shifted - whole, power;
		uint64_t bits;
		memcpy(&bits, &shifted, sizeof(bits));
		bits <<= 52;
		memcpy(&power, &bits, sizeof(power));
		values[i] = power * exp_of_rest((x - twos * LOG_2_HIGH) - twos * LOG_2_LOW);
	}
}

INSIDE void
weigh(const struct weights *w, const struct decomposable *g, double *restrict out)
{
	double parts = (double)g->clique_count - g->separator_count;

	for (size_t i = 0; i < w->points; i++)
		out[i] = w->common[i] + parts * w->component[i];
	for (size_t c = 0; c < g->clique_count; c++) {
		const double *restrict set = w->sets[g->cliques[c]];
		for (size_t i = 0; i < w->points; i++)
			out[i] += set[i];
	}
	for (size_t c = 0; c < g->separator_count; c++) {
		const double *restrict set = w->sets[g->separators[c]];
		for (size_t i = 0; i < w->points; i++)
			out[i] -= set[i];
	}
}

INSIDE double
add(const struct weights *w, const struct decomposable *g, double reference,
    const double *restrict steps, double *restrict sums)
{
	double out[WEIGHTS_POINTS + SUMS], side[SUMS] = {0}, all = 0;

	weigh(w, g, out);
	for (size_t i = 0; i < w->points; i++)
		out[i] -= reference;
	exps(out, w->points);
	for (size_t i = 0; i < w->points; i++) {
		out[i] *= steps[i];
		sums[i] += out[i];
	}
	for (size_t i = w->points; i < w->points + SUMS; i++)
		out[i] = 0;
	for (size_t i = 0; i < w->points; i += SUMS)
		for (size_t k = 0; k < SUMS; k++)
			side[k] += out[i + k];
	for (size_t k = 0; k < SUMS; k++)
		all += side[k];
	return all;
}

static double
add_narrow(const struct weights *w, const struct decomposable *g, double reference,
    const double *steps, double *sums)
{
	return add(w, g, reference, steps, sums);
}

/* As in edit_lot of engine/link: instructions are no system call. */
#if defined(__x86_64__)
__attribute__((target("avx2"))) static double
add_wide(const struct weights *w, const struct decomposable *g, double reference,
    const double *steps, double *sums)
{
	return add(w, g, reference, steps, sums);
}

static bool
is_wide(void)
{
	return __builtin_cpu_supports("avx2");
}
#else
#define add_wide add_narrow

static bool
is_wide(void)
{
	return false;
}
#endif

double
weights_add(const struct weights *w, const struct decomposable *g, double reference,
    const double *steps, double *sums)
{
	return is_wide() ? add_wide(w, g, reference, steps, sums)
			 : add_narrow(w, g, reference, steps, sums);
}

void
weights_of(const struct weights *w, const struct decomposable *g, double *out)
{
	weigh(w, g, out);
}

void
weights_exps(double *values, size_t count)
{
	exps(values, count);
}
