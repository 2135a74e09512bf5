/*
 * deal: numbers in order, dealt out by some of their bits at a time.
 * A radix sort: large heaps by their first bits, heaps that lie in the nearest memory by their
 * last.
 */
#ifndef GUVOH_ENGINE_LINK_DEAL_H
#define GUVOH_ENGINE_LINK_DEAL_H

#include <stddef.h>
#include <stdint.h>

/* Sorts n numbers by their bits from low on; equal ones stay as they stand. room: for as many. */
void deal_numbers(uint64_t *at, uint64_t *room, size_t n, unsigned low);

#endif
