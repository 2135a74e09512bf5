#include "face/cli/progress.h"

#include <stdio.h>

#include "kit/os/clock.h"
#include "kit/os/ticker.h"
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

struct progress_wait {
	struct ticker *ticker;
	enum lang lang;
	struct str doing;
	int64_t seconds;
};

static void
wait_show(void *arg)
{
	struct progress_wait *w = arg;
	struct arena *a = arena_new();
	struct buf *seconds = buf_on(a);

	lang_number(seconds, ++w->seconds, w->lang);
	struct str text =
	    message_text(a, w->lang, STR("cli.progress.wait"), w->doing, buf_str(seconds));
	(void)fprintf(stderr, CLEAR "%.*s", STR_ARG(text));
	(void)fflush(stderr);
	arena_free(a);
}

struct progress_wait *
progress_wait_begin(struct cli *c, struct str key)
{
	if (!tty_err())
		return NULL;
	struct progress_wait *w = ARENA_ARRAY(c->a, struct progress_wait, 1);
	*w = (struct progress_wait){.lang = c->lang, .doing = message_text(c->a, c->lang, key)};
	w->ticker = ticker_new(SECOND, wait_show, w);
	return w;
}

void
progress_wait_end(struct progress_wait *w)
{
	if (w == NULL)
		return;
	ticker_free(w->ticker);
	if (w->seconds > 0)
		(void)fputs(CLEAR, stderr);
}
