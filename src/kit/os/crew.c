#define _GNU_SOURCE
#include "kit/os/crew.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <unistd.h>

/* The pieces that are still to be done. */
struct heap {
	size_t count;
	atomic_size_t next;
	void (*work)(void *arg, size_t i);
	void *arg;
};

unsigned
crew_size(void)
{
	long online = sysconf(_SC_NPROCESSORS_ONLN);
	cpu_set_t allowed;

	if (sched_getaffinity(0, sizeof(allowed), &allowed) == 0)
		online = CPU_COUNT(&allowed);
	if (online < 1)
		return 1;
	return online > CREW_MOST ? CREW_MOST : (unsigned)online;
}

static void *
work_off(void *arg)
{
	struct heap *heap = arg;

	for (;;) {
		size_t i = atomic_fetch_add(&heap->next, 1);
		if (i >= heap->count)
			return NULL;
		heap->work(heap->arg, i);
	}
}

void
crew_each(unsigned threads, size_t count, void (*work)(void *arg, size_t i), void *arg)
{
	struct heap heap = {.count = count, .work = work, .arg = arg};
	pthread_t others[CREW_MOST];
	unsigned started = 0, wanted = threads > CREW_MOST ? CREW_MOST : threads;

	while (started + 1 < wanted && started + 1 < count &&
	    pthread_create(&others[started], NULL, work_off, &heap) == 0)
		started++;
	work_off(&heap);
	for (unsigned i = 0; i < started; i++)
		pthread_join(others[i], NULL);
}

void
crew_all(size_t count, void (*work)(void *arg, size_t i), void *arg)
{
	crew_each(crew_size(), count, work, arg);
}
