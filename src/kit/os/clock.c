#define _GNU_SOURCE
#include "kit/os/clock.h"

#include <assert.h>
#include <time.h>

int64_t
clock_seconds(void)
{
	struct timespec t;
	int failed = clock_gettime(CLOCK_REALTIME, &t);
	assert(failed == 0);
	return t.tv_sec;
}

int64_t
clock_monotonic(void)
{
	struct timespec t;
	int failed = clock_gettime(CLOCK_BOOTTIME, &t);
	assert(failed == 0);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}
