/*
 * progress: how far a long command is, on one line of the terminal.
 * Nothing is shown in the first second, nor where stderr is no terminal.
 */
#ifndef GUVOH_FACE_CLI_PROGRESS_H
#define GUVOH_FACE_CLI_PROGRESS_H

#include "face/cli/cli.h"

struct progress {
	struct cli *c;
	int64_t began, shown; /* nanoseconds of clock_monotonic; shown 0: never */
	bool seen;            /* stderr is a terminal */
};

struct progress progress_begin(struct cli *c);

/* Shows "12,000 of 100,000, 9 s left", five times a second at most. */
void progress_tick(struct progress *p, size_t done, size_t of);

/* The same as a callback, arg being the progress. */
void progress_on_tick(void *arg, size_t done, size_t of);

/* Takes the line away again. */
void progress_end(struct progress *p);

struct progress_wait;

/*
 * The same for work that cannot say how far it is: each second shows the sentence of key and for
 * how long. Ends with progress_wait_end; nothing else is written to stderr before. NULL where
 * nothing is shown.
 */
struct progress_wait *progress_wait_begin(struct cli *c, struct str key);

/* Takes the line away again. NULL is fine. */
void progress_wait_end(struct progress_wait *w);

#endif
