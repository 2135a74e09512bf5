/*
 * clock: what time it is, and how much of it went by.
 */
#ifndef GUVOH_KIT_OS_CLOCK_H
#define GUVOH_KIT_OS_CLOCK_H

#include <stdint.h>

/* Seconds since 1970-01-01 UTC, by the system's clock, which people can set. */
int64_t clock_seconds(void);

/* Nanoseconds that only go up, from an unknown start; goes on while the machine sleeps. */
int64_t clock_monotonic(void);

#endif
