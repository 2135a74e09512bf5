#include "domain/archive/holder.h"

#include <stdlib.h>
#include <string.h>

#include "domain/archive/keyslot.h"
#include "kit/os/clock.h"
#include "kit/os/local.h"
#include "kit/os/process.h"

#define PATIENCE_MS 2000
#define SECOND_NS 1000000000
#define LOOK_MS 10000 /* waiting does not count while the machine sleeps: look at the clock */

/* A question is its word and the archive's id; the answer is the key, or the word again. */
#define WORD_BYTES 4
#define ASK_GIVE "give"
#define ASK_END "end."
#define QUESTION_BYTES (WORD_BYTES + FRAME_ARCHIVE_BYTES)

static int
socket_path(struct arena *a, const struct folder *f, struct str *out, struct err *e)
{
	struct str folder;

	if (local_folder(a, &folder, e) != 0)
		return -1;
	*out = file_join(a, folder, arena_fmt(a, "%.*s.key", STR_ARG(f->name)));
	return 0;
}

static int
connect_to(const struct folder *f, struct local **out, struct err *e)
{
	struct arena *a = arena_new();
	struct str path;
	int r = socket_path(a, f, &path, e);

	if (r == 0)
		r = local_connect(path, out, e);
	arena_free(a);
	return r;
}

static int
ask(const struct folder *f, const char *word, void *answer, size_t bytes, struct err *e)
{
	uint8_t question[QUESTION_BYTES];
	struct local *l;
	size_t n = 0;

	if (connect_to(f, &l, e) != 0)
		return -1;
	memcpy(question, word, WORD_BYTES);
	memcpy(question + WORD_BYTES, f->id, FRAME_ARCHIVE_BYTES);
	int r = local_send(l, question, sizeof(question), PATIENCE_MS, e);
	if (r == 0)
		r = local_receive(l, answer, bytes, &n, PATIENCE_MS, e);
	local_close(l);
	return r != 0 || n == bytes ? r : err_fail(e, ERR_IO, STR("archive.holder-silent"));
}

bool
archive_holder_ask(const struct folder *f, struct secret *out)
{
	struct err ignored;

	return ask(f, ASK_GIVE, out->p, KEYSLOT_KEY_BYTES, &ignored) == 0;
}

int
archive_holder_end(const struct folder *f, bool *was_held, struct err *e)
{
	char answer[WORD_BYTES];
	bool held = ask(f, ASK_END, answer, sizeof(answer), e) == 0;

	/* Nobody listens, or at a name where nobody could. */
	if (!held && e->code != ERR_NOTFOUND && e->code != ERR_INPUT)
		return err_fail(e, ERR_IO, STR("archive.holder-silent"));
	*was_held = held;
	return 0;
}

/* Answers one caller. Returns true when it asked for the end. */
static bool
serve(const struct folder *f, const struct secret *key, struct local *caller, bool *used)
{
	uint8_t question[QUESTION_BYTES];
	struct err e;
	size_t n;

	if (local_receive(caller, question, sizeof(question), &n, PATIENCE_MS, &e) != 0 ||
	    n != sizeof(question) || memcmp(question + WORD_BYTES, f->id, FRAME_ARCHIVE_BYTES) != 0)
		return false;
	if (memcmp(question, ASK_END, WORD_BYTES) == 0)
		return local_send(caller, question, WORD_BYTES, PATIENCE_MS, &e) == 0;
	if (memcmp(question, ASK_GIVE, WORD_BYTES) == 0)
		*used = local_send(caller, key->p, key->n, PATIENCE_MS, &e) == 0;
	return false;
}

static void
hold(const struct folder *f, const struct secret *key, struct local *listening, int64_t idle_ns)
{
	int64_t until = clock_monotonic() + idle_ns;
	bool end = false;

	while (!end) {
		int64_t left_ms = (until - clock_monotonic()) / (SECOND_NS / 1000);
		struct local *caller = NULL;
		bool used = false;
		struct err e;

		if (left_ms <= 0)
			return;
		left_ms = left_ms < LOOK_MS ? left_ms : LOOK_MS;
		if (local_accept(listening, (int)left_ms + 1, &caller, &e) != 0)
			return;
		if (caller == NULL)
			continue;
		if (clock_monotonic() >= until) {
			local_close(caller); /* it came too late: the machine was asleep */
			return;
		}
		end = serve(f, key, caller, &used);
		local_close(caller);
		if (used)
			until = clock_monotonic() + idle_ns;
	}
}

int
archive_holder_start(
    const struct folder *f, struct secret *key, int64_t idle_seconds, struct err *e)
{
	struct arena *a = arena_new();
	struct local *listening = NULL;
	struct str path;
	bool background = false;
	int r = socket_path(a, f, &path, e);

	if (r == 0)
		r = local_listen(path, &listening, e);
	if (r == 0)
		r = process_background(local_descriptor(listening), &background, e);
	if (background) {
		(void)secret_relock(key);
		hold(f, key, listening, idle_seconds * SECOND_NS);
		secret_wipe(key->p, key->n);
		local_close(listening);
		_Exit(0);
	}
	if (r == 0)
		local_leave(listening);
	else
		local_close(listening);
	arena_free(a);
	return r == 0 ? 0 : err_fail(e, ERR_IO, STR("archive.holder"));
}
