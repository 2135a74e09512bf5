/*
 * published: tables of tests/data/estimate for benchmarks; one that cannot be read ends the
 * program.
 */
#ifndef GUVOH_TESTS_BENCH_PUBLISHED_H
#define GUVOH_TESTS_BENCH_PUBLISHED_H

#include "engine/estimate/overlap.h"

/* FOLDER/NAME.csv as it stands. */
struct csv published_csv(struct arena *a, const char *folder, const char *name);

/* How many people are on which lists, as FOLDER/NAME.csv has it. */
struct overlap published_table(struct arena *a, const char *folder, const char *name);

#endif
