/*
 * special: the functions of statistics that the C library lacks or guards by a global.
 * Formulas are those of the NIST Digital Library of Mathematical Functions (DLMF),
 * named at each. Pure: the same argument gives the same bits.
 */
#ifndef GUVOH_ENGINE_ESTIMATE_SPECIAL_H
#define GUVOH_ENGINE_ESTIMATE_SPECIAL_H

#include <stddef.h>

/* log of the gamma function, x > 0: Stirling's series (DLMF 5.11.1) after steps up to x >= 10. */
double special_lgamma(double x);

/* log P(X <= k) and log P(X >= k) for X ~ Poisson(mean), k whole and >= 0, mean > 0 (DLMF 8.11). */
double special_poisson_below(double k, double mean);
double special_poisson_above(double k, double mean);

/* log of the regularised incomplete beta function, a and b > 0, 0 < x <= 1 (DLMF 8.17). */
double special_beta_log(double a, double b, double x);

/* P(Z <= z) of a standard normal, and its inverse for 0 < p < 1. */
double special_normal(double z);
double special_normal_quantile(double p);

/* The p-quantile of Student's t with df > 0 degrees of freedom (whole or not), 0.5 < p < 1. */
double special_t_quantile(double p, double df);

/* log(exp(a) + exp(b)); either may be -INFINITY. */
double special_log_add(double a, double b);

/* Sorts n numbers, none of them NAN, least first. */
void special_sort(double *at, size_t n);

/*
 * The p-quantile of n >= 1 sorted values, as Hyndman and Fan (1996), definition 8:
 * between neighbours, near the median of the order statistics.
 */
double special_sample_quantile(const double *sorted, size_t n, double p);

#endif
