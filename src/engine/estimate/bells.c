#include "engine/estimate/bells.h"

#include <math.h>
#include <string.h>

#define MEANS 10          /* steps that move means alone, */
#define STEPS 20          /* and then whole bells */
#define HELD 1.0          /* points a dimension that hold a bell to how all points scatter, */
#define HELD_TO 0.03      /* at so much of their variance */
#define WEIGHT_LEAST 0.02 /* of all bells together, so that none is lost */
#define NOBODY 1e-9       /* a share of a point that is left out */

/* Matrices are lower triangles, row by row. */
struct bell {
	double weight, scale; /* log of the weight over the root of the determinant */
	double *mean;
	double *spread;  /* covariance, and then its Cholesky factor */
	double *inverse; /* of the factor */
};

struct bells {
	size_t dims;
	struct bell at[BELLS_MOST];
};

/* What is fitted to. */
struct cloud {
	const double *points;
	size_t count, dims;
	double *variance; /* of all points, by dimension */
	double *shares;   /* count x BELLS_MOST: of which bell a point is */
	double *apart;
};

static size_t
row(size_t i)
{
	return i * (i + 1) / 2;
}

/* ---- one bell ---- */

static void
factor(struct bell *b, size_t dims)
{
	double log_root = 0;

	for (size_t i = 0; i < dims; i++) {
		double *own = b->spread + row(i);
		for (size_t j = 0; j <= i; j++) {
			const double *other = b->spread + row(j);
			double sum = own[j];
			for (size_t k = 0; k < j; k++)
				sum -= own[k] * other[k];
			own[j] = i == j ? sqrt(sum) : sum / other[j];
		}
		log_root += log(own[i]);
	}
	for (size_t i = 0; i < dims; i++) {
		const double *own = b->spread + row(i);
		for (size_t j = 0; j <= i; j++) {
			double sum = i == j;
			for (size_t k = j; k < i; k++)
				sum -= own[k] * b->inverse[row(k) + j];
			b->inverse[row(i) + j] = sum / own[i];
		}
	}
	b->scale = log(b->weight) - log_root;
}

static double
log_at(const struct bell *b, const double *point, size_t dims)
{
	const double *inverse = b->inverse;
	double squares = 0;

	for (size_t i = 0; i < dims; i++) {
		double z = 0;
		for (size_t j = 0; j <= i; j++)
			z += *inverse++ * (point[j] - b->mean[j]);
		squares += z * z;
	}
	return b->scale - squares / 2;
}

/* Fills in each bell's share of a point; returns the log of the density. */
static double
share_point(const struct bells *b, const double *point, double *shares)
{
	double most = (double)-INFINITY, sum = 0;

	for (size_t m = 0; m < BELLS_MOST; m++) {
		shares[m] = log_at(&b->at[m], point, b->dims);
		most = fmax(most, shares[m]);
	}
	for (size_t m = 0; m < BELLS_MOST; m++) {
		shares[m] = exp(shares[m] - most);
		sum += shares[m];
	}
	for (size_t m = 0; m < BELLS_MOST; m++)
		shares[m] /= sum;
	return most + log(sum);
}

/* ---- the fit ---- */

static double
apart(const struct cloud *c, const double *point, const double *mean)
{
	double sum = 0;

	for (size_t j = 0; j < c->dims; j++)
		sum += (point[j] - mean[j]) * (point[j] - mean[j]) / c->variance[j];
	return sum;
}

static void
scatter(struct cloud *c)
{
	for (size_t j = 0; j < c->dims; j++) {
		double sum = 0, squares = 0, n = (double)c->count;
		for (size_t i = 0; i < c->count; i++)
			sum += c->points[i * c->dims + j];
		for (size_t i = 0; i < c->count; i++) {
			double z = c->points[i * c->dims + j] - sum / n;
			squares += z * z;
		}
		c->variance[j] = fmax(NOBODY, squares / n);
	}
}

/* Means far from each other: each a point drawn by how far it lies from those before. */
static void
scatter_means(struct bells *b, struct cloud *c, struct chance *chance)
{
	size_t pick = (size_t)(chance_unit(chance) * (double)c->count);

	for (size_t i = 0; i < c->count; i++)
		c->apart[i] = (double)INFINITY;
	for (size_t m = 0; m < BELLS_MOST; m++) {
		double sum = 0;
		memcpy(b->at[m].mean, c->points + pick * c->dims, c->dims * sizeof(double));
		for (size_t i = 0; i < c->count; i++) {
			double far = apart(c, c->points + i * c->dims, b->at[m].mean);
			c->apart[i] = fmin(c->apart[i], far);
			sum += c->apart[i];
		}
		sum *= chance_unit(chance);
		for (pick = 0; pick + 1 < c->count && sum > c->apart[pick]; pick++)
			sum -= c->apart[pick];
	}
}

/* Each point is wholly of the bell whose mean is nearest. */
static void
share_to_nearest(const struct bells *b, struct cloud *c)
{
	memset(c->shares, 0, c->count * BELLS_MOST * sizeof(double));
	for (size_t i = 0; i < c->count; i++) {
		size_t nearest = 0;
		double least = (double)INFINITY;
		for (size_t m = 0; m < BELLS_MOST; m++) {
			double far = apart(c, c->points + i * c->dims, b->at[m].mean);
			nearest = far < least ? m : nearest;
			least = fmin(least, far);
		}
		c->shares[i * BELLS_MOST + nearest] = 1;
	}
}

/* The mean of a bell's points; where it has none it stays. Returns how many there are. */
static double
move_mean(struct bell *b, const struct cloud *c, size_t number)
{
	double whole = 0;

	for (size_t i = 0; i < c->count; i++)
		whole += c->shares[i * BELLS_MOST + number];
	if (whole < NOBODY)
		return 0;
	memset(b->mean, 0, c->dims * sizeof(double));
	for (size_t i = 0; i < c->count; i++) {
		double part = c->shares[i * BELLS_MOST + number] / whole;
		for (size_t j = 0; part > 0 && j < c->dims; j++)
			b->mean[j] += part * c->points[i * c->dims + j];
	}
	return whole;
}

static void
shape(struct bell *b, const struct cloud *c, size_t number)
{
	double whole = move_mean(b, c, number), held = HELD * (double)c->dims;
	double n = (double)c->count;

	memset(b->spread, 0, row(c->dims) * sizeof(double));
	for (size_t i = 0; i < c->count; i++) {
		const double *point = c->points + i * c->dims;
		double part = c->shares[i * BELLS_MOST + number], *at = b->spread;
		for (size_t j = 0; part > NOBODY && j < c->dims; j++) {
			double z = part * (point[j] - b->mean[j]);
			for (size_t k = 0; k <= j; k++)
				*at++ += z * (point[k] - b->mean[k]);
		}
	}
	for (size_t j = 0; j < c->dims; j++) {
		b->spread[row(j) + j] += held * HELD_TO * c->variance[j];
		for (size_t k = 0; k <= j; k++)
			b->spread[row(j) + k] /= whole + held;
	}
	b->weight = (1 - WEIGHT_LEAST) * whole / n + WEIGHT_LEAST / BELLS_MOST;
	factor(b, c->dims);
}

static struct bells *
new_bells(struct arena *a, size_t dims)
{
	struct bells *b = ARENA_NEW(a, struct bells);

	b->dims = dims;
	for (size_t m = 0; m < BELLS_MOST; m++) {
		b->at[m].mean = ARENA_ARRAY(a, double, dims);
		b->at[m].spread = ARENA_ARRAY(a, double, row(dims));
		b->at[m].inverse = ARENA_ARRAY(a, double, row(dims));
	}
	return b;
}

const struct bells *
bells_fit(struct arena *a, const double *points, size_t count, size_t dims, struct chance *chance)
{
	struct cloud c = {points, count, dims, ARENA_ARRAY(a, double, dims),
	    ARENA_ARRAY(a, double, count *BELLS_MOST), ARENA_ARRAY(a, double, count)};
	struct bells *b = new_bells(a, dims);

	scatter(&c);
	scatter_means(b, &c, chance);
	for (size_t i = 0; i < MEANS; i++) {
		share_to_nearest(b, &c);
		for (size_t m = 0; m < BELLS_MOST; m++)
			move_mean(&b->at[m], &c, m);
	}
	share_to_nearest(b, &c);
	for (size_t i = 0; i < STEPS; i++) {
		for (size_t p = 0; i > 0 && p < count; p++)
			share_point(b, points + p * dims, c.shares + p * BELLS_MOST);
		for (size_t m = 0; m < BELLS_MOST; m++)
			shape(&b->at[m], &c, m);
	}
	return b;
}

/* ---- what it is for ---- */

void
bells_draw(const struct bells *b, struct chance *c, double *out)
{
	double u = chance_unit(c);
	size_t m = 0;

	for (; m + 1 < BELLS_MOST && u > b->at[m].weight; m++)
		u -= b->at[m].weight;
	const struct bell *from = &b->at[m];
	memcpy(out, from->mean, b->dims * sizeof(double));
	for (size_t j = 0; j < b->dims; j++) {
		double z = chance_normal(c);
		for (size_t i = j; i < b->dims; i++)
			out[i] += from->spread[row(i) + j] * z;
	}
}

double
bells_log(const struct bells *b, const double *point)
{
	double shares[BELLS_MOST];

	return share_point(b, point, shares);
}
