/*
 * ticker: calls a function now and then while its owner works and cannot say how far it is.
 */
#ifndef GUVOH_KIT_OS_TICKER_H
#define GUVOH_KIT_OS_TICKER_H

#include <stdint.h>

struct ticker;

/*
 * Calls tick(arg) on a thread of its own, every `pause` nanoseconds, first after one pause. NULL
 * when no thread can be had: then nothing is called.
 */
struct ticker *ticker_new(int64_t pause, void (*tick)(void *arg), void *arg);

/* tick runs no more once it returns. NULL is fine. */
void ticker_free(struct ticker *t);

#endif
