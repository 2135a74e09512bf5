/*
 * logit: which of three things happens to somebody, by a multinomial logistic regression with
 * a ridge, by Newton's steps (McCullagh and Nelder 1989, chapters 5.2 and 2.5; Hoerl and
 * Kennard 1970). Nothing is known of lists here.
 */
#ifndef GUVOH_ENGINE_ESTIMATE_LOGIT_H
#define GUVOH_ENGINE_ESTIMATE_LOGIT_H

#include "engine/estimate/covariate.h"

#define LOGIT_OUTCOMES 3

struct logit_case {
	const struct covariate_person *person; /* of its lists nothing is read */
	uint8_t outcome; /* below LOGIT_OUTCOMES; 2 is what the others are held against */
	uint8_t part;    /* which part of the cases it is in */
};

struct logit {
	const struct logit_case *cases;
	size_t count;
	size_t columns; /* of the persons' terms; column 0, of ones, is hardly held back */
	double
	    ridge; /* half of it times the sum of squares of the other coefficients is taken off */
	int without; /* the part that is left out, or -1 */
};

/* How many numbers logit_fit needs room for. */
size_t logit_room(size_t columns);

/*
 * Fits coefs (2 x columns: of outcomes 0 and 1), which hold where to start. room is
 * logit_room(columns) numbers to work in. Any cases have a fit, for the ridge
 * holds every coefficient; false when the steps did not settle, coefs are the best then.
 */
bool logit_fit(const struct logit *m, double *coefs, double *room);

/* The chances of the three outcomes for a person, none below 1e-12. */
void logit_chances(const double *coefs, size_t columns, const struct covariate_person *person,
    double out[LOGIT_OUTCOMES]);

#endif
