#include "face/cli/progress.h"

#include <stdio.h>

#include "kit/os/clock.h"
#include "kit/os/tty.h"

#define SECOND INT64_C(1000000000)
#define PAUSE (SECOND / 5)
#define CLEAR "\r\033[K"

struct progress
progress_begin(struct cli *c)
{
	return (struct progress){c, clock_monotonic(), 0, tty_err()};
}

void
progress_tick(struct progress *p, size_t done, size_t of)
{
	int64_t now = clock_monotonic(), gone = now - p->began;

	if (gone < SECOND || now - p->shown < PAUSE || done == 0 || !p->seen)
		return;
	p->shown = now;
	int64_t left = done < of ? (int64_t)((double)gone / (double)done * (double)(of - done)) : 0;
	struct str text =
	    message_text(p->c->a, p->c->lang, STR("cli.progress"), cli_number(p->c, (int64_t)done),
		cli_number(p->c, (int64_t)of), cli_number(p->c, left / SECOND));
	(void)fprintf(stderr, CLEAR "%.*s", STR_ARG(text));
	(void)fflush(stderr);
}

void
progress_on_tick(void *arg, size_t done, size_t of)
{
	progress_tick(arg, done, of);
}

void
progress_end(struct progress *p)
{
	if (p->shown != 0)
		(void)fputs(CLEAR, stderr);
	p->shown = 0;
}
