#define _GNU_SOURCE
#include "kit/os/fault.h"

#include <assert.h>
#include <errno.h>
#include <unistd.h>

static struct {
	bool armed;
	enum fault_way way;
	unsigned nth, seen;
	int error;
} plan;

void
fault_arm(enum fault_way way, unsigned nth, int error)
{
	assert(nth >= 1 && error != 0);
	plan.armed = true;
	plan.way = way;
	plan.nth = nth;
	plan.seen = 0;
	plan.error = error;
}

bool
fault_disarm(void)
{
	bool reached = plan.armed && plan.seen >= plan.nth;
	plan.armed = false;
	return reached;
}

static bool
refuse(void)
{
	errno = plan.error;
	return true;
}

static bool
at_the_nth(size_t *writes)
{
	bool half = writes != NULL && (plan.way == FAULT_HALF || plan.way == FAULT_TORN);

	if (half) {
		*writes /= 2;
		return false;
	}
	if (plan.way == FAULT_EXIT || plan.way == FAULT_TORN)
		_exit(FAULT_EXIT_STATUS);
	return refuse();
}

bool
fault_hits(size_t *writes)
{
	if (!plan.armed)
		return false;
	plan.seen++;
	if (plan.seen < plan.nth || (plan.seen > plan.nth && plan.way == FAULT_ONCE))
		return false;
	if (plan.seen == plan.nth)
		return at_the_nth(writes);
	if (plan.way == FAULT_TORN)
		_exit(FAULT_EXIT_STATUS);
	return refuse();
}
