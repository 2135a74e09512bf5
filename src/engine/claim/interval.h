/*
 * interval: the least and the most people that words leave possible.
 */
#ifndef GUVOH_ENGINE_CLAIM_INTERVAL_H
#define GUVOH_ENGINE_CLAIM_INTERVAL_H

#include <stdint.h>

#define INTERVAL_OPEN INT64_MAX /* high of "at least N": no upper end was said */

struct interval {
	int64_t low, high; /* people, both inclusive, 0 <= low <= high */
};

#endif
