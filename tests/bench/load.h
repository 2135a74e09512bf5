/*
 * load: many readers of one page at once, over kept connections, and how long each waited.
 */
#ifndef GUVOH_TESTS_BENCH_LOAD_H
#define GUVOH_TESTS_BENCH_LOAD_H

#include <stddef.h>
#include <stdint.h>

struct load {
	double per_second; /* answers */
	double p99_ms;     /* 99 of 100 requests were answered within this */
};

/*
 * Asks 127.0.0.1:port for path over count connections at once, each as soon as it has its
 * answer, for milliseconds. Every answer must be as long as the first one; ends the
 * program when one is not, or the server goes.
 */
struct load load_run(int port, const char *path, size_t count, int milliseconds);

#endif
