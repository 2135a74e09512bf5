#include "face/desk/desk_renew.h"

#include <pthread.h>
#include <stdlib.h>

#include "face/say/message.h"
#include "face/site/site_renew.h"
#include "face/site/site_serve.h"

struct desk_renew {
	struct archive_readers *readers;
	enum lang lang;
	pthread_t thread;
	pthread_mutex_t lock; /* over what follows */
	pthread_cond_t changed;
	bool wanted, end;
	struct desk_renewed last;
	struct arena *a; /* of last */
};

static int
site_write(struct desk_renew *r, struct arena *a, struct site_renewed *out, struct err *e)
{
	struct archive_reader *reader;
	const struct site_kept *kept;

	if (archive_reader_take(r->readers, &reader, e) != 0)
		return -1;
	int status = site_kept_of(reader, &kept, e);
	if (status == 0) {
		struct site site = {
		    .a = a, .db = reader->db, .vocab = &kept->vocab, .memo = kept->memo};
		status = site_renew_write(&site, out, e);
	}
	archive_reader_give(r->readers, reader);
	return status;
}

static struct desk_renewed
renew(struct desk_renew *r, struct arena *a)
{
	struct site_renewed done;
	struct desk_renewed out = {.why = STR("")};
	struct err e = {0};

	if (site_write(r, a, &done, &e) != 0 || site_renew_upload(&done, &e) != 0) {
		struct buf *why = buf_on(a);
		message_err(why, r->lang, &e);
		return (struct desk_renewed){DESK_RENEW_FAILED, 0, buf_str(why)};
	}
	out.pages = (int64_t)done.pages;
	out.state = done.folder.n == 0 ? DESK_RENEW_NONE
	    : done.uploaded            ? DESK_RENEW_UPLOADED
				       : DESK_RENEW_WRITTEN;
	return out;
}

static void *
run(void *arg)
{
	struct desk_renew *r = arg;

	pthread_mutex_lock(&r->lock);
	while (!r->end) {
		if (!r->wanted) {
			pthread_cond_wait(&r->changed, &r->lock);
			continue;
		}
		r->wanted = false;
		r->last = (struct desk_renewed){DESK_RENEW_BUSY, 0, STR("")};
		pthread_mutex_unlock(&r->lock);
		struct arena *a = arena_new();
		struct desk_renewed last = renew(r, a);
		pthread_mutex_lock(&r->lock);
		arena_free(r->a);
		r->a = a;
		r->last = last;
	}
	pthread_mutex_unlock(&r->lock);
	return NULL;
}

struct desk_renew *
desk_renew_new(struct archive_readers *readers, enum lang lang)
{
	struct desk_renew *r = calloc(1, sizeof *r);

	if (r == NULL || pthread_mutex_init(&r->lock, NULL) != 0 ||
	    pthread_cond_init(&r->changed, NULL) != 0)
		abort();
	r->readers = readers;
	r->lang = lang;
	r->last.why = STR("");
	if (pthread_create(&r->thread, NULL, run, r) != 0)
		abort();
	return r;
}

void
desk_renew_free(struct desk_renew *r)
{
	if (r == NULL)
		return;
	pthread_mutex_lock(&r->lock);
	r->end = true;
	pthread_cond_signal(&r->changed);
	pthread_mutex_unlock(&r->lock);
	pthread_join(r->thread, NULL);
	pthread_cond_destroy(&r->changed);
	pthread_mutex_destroy(&r->lock);
	arena_free(r->a);
	free(r);
}

void
desk_renew_ask(struct desk_renew *r)
{
	pthread_mutex_lock(&r->lock);
	r->wanted = true;
	pthread_cond_signal(&r->changed);
	pthread_mutex_unlock(&r->lock);
}

struct desk_renewed
desk_renew_state(struct desk_renew *r, struct arena *a)
{
	pthread_mutex_lock(&r->lock);
	struct desk_renewed out = r->last;
	if (r->wanted)
		out.state = DESK_RENEW_BUSY;
	out.why = arena_str(a, out.why);
	pthread_mutex_unlock(&r->lock);
	return out;
}
