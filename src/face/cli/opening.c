#include "face/cli/opening.h"

#include <assert.h>
#include <string.h>

#include "base/date.h"
#include "domain/ledger.h"
#include "kit/os/clock.h"
#include "kit/os/env.h"
#include "kit/os/tty.h"
#include "kit/seal/secret.h"

static struct str
prompt(struct cli *c, struct str key)
{
	return arena_fmt(c->a, "%.*s: ", STR_ARG(message_text(c->a, c->lang, key)));
}

static int
ask_once(void *arg, char *room, size_t capacity, size_t *n, struct err *e)
{
	return tty_passphrase(prompt(arg, STR("cli.passphrase.ask")), room, capacity, n, e);
}

/* What opens an archive twice asks for its passphrase once: a new one is typed twice, for it
 * cannot be known to be right. */
struct passphrase {
	struct cli *c;
	bool new;
	struct secret *typed; /* NULL until it was */
};

static int
type_twice(struct passphrase *new, char *room, size_t capacity, size_t *n, struct err *e)
{
	struct secret *again = secret_new(capacity);
	size_t second;

	arena_defer(new->c->a, secret_free_deferred, again);
	if (tty_passphrase(prompt(new->c, STR("cli.passphrase.new")), room, capacity, n, e) != 0 ||
	    tty_passphrase(prompt(new->c, STR("cli.passphrase.again")), (char *)again->p, capacity,
		&second, e) != 0)
		return -1;
	if (*n != second || !secret_equal(room, again->p, second))
		return err_fail(e, ERR_INPUT, STR("cli.passphrase.differ"));
	return 0;
}

static int
ask_kept(void *arg, char *room, size_t capacity, size_t *n, struct err *e)
{
	struct passphrase *p = arg;

	if (p->typed != NULL) {
		*n = p->typed->n < capacity ? p->typed->n : capacity;
		memcpy(room, p->typed->p, *n);
		return 0;
	}
	if ((p->new ? type_twice(p, room, capacity, n, e) : ask_once(p->c, room, capacity, n, e)) !=
	    0)
		return -1;
	if (*n > 0) {
		p->typed = secret_copy(room, *n);
		arena_defer(p->c->a, secret_free_deferred, p->typed);
	}
	return 0;
}

static void
keep_typed(struct cli *c, struct archive_place *place, bool new)
{
	struct passphrase *p = ARENA_NEW(c->a, struct passphrase);

	p->c = c;
	p->new = new;
	place->ask = ask_kept;
	place->ask_arg = p;
}

static struct str
key_file(struct cli *c)
{
	struct str given = option_of(&c->line, OPTION_KEY_FILE);

	return given.n > 0 ? given : env_get("GUVOH_KEY_FILE");
}

struct archive_place
opening_place(struct cli *c)
{
	struct str dir = option_of(&c->line, OPTION_DIR);

	if (dir.n == 0)
		dir = env_get("GUVOH_DIR");
	if (dir.n == 0)
		dir = STR(".");
	return (struct archive_place){
	    .dir = dir, .key_file = key_file(c), .ask = ask_once, .ask_arg = c};
}

struct archive_place
opening_place_new(struct cli *c, struct str dir)
{
	struct archive_place place = {.dir = dir, .key_file = key_file(c), .no_holder = true};

	keep_typed(c, &place, true);
	return place;
}

struct archive_place
opening_place_kept(struct cli *c)
{
	struct archive_place place = opening_place(c);

	keep_typed(c, &place, false);
	return place;
}

static void
archive_leave(void *archive)
{
	archive_close(archive);
}

int
opening_at(struct cli *c, const struct archive_place *place, struct err *e)
{
	assert(c->archive == NULL);
	if (archive_open(place, ledger_index(), &c->archive, e) != 0)
		return -1;
	arena_defer(c->a, archive_leave, c->archive);
	return 0;
}

int
opening_archive(struct cli *c, bool write, struct err *e)
{
	struct archive_place place = opening_place(c);
	struct err why;

	if (opening_at(c, &place, e) != 0)
		return -1;
	if (write && archive_read_only(c->archive, &why)) {
		*e = why;
		return -1;
	}
	return 0;
}

int
opening_vocab(struct cli *c, struct vocab *out, struct err *e)
{
	size_t count;

	if (option_has(&c->line, OPTION_DIR) || env_get("GUVOH_DIR").n > 0) {
		if (opening_archive(c, false, e) != 0)
			return -1;
		return vocab_load(archive_db(c->archive), c->a, out, e);
	}
	const struct vocab_file *files = vocab_shipped(c->a, &count);
	return vocab_read(c->a, files, count, out, e);
}

struct archive_stamp
opening_stamp(struct cli *c)
{
	struct str by = env_get("GUVOH_USER");
	char *room = arena_alloc(c->a, 21);

	if (by.n == 0)
		by = env_get("USER");
	if (by.n == 0)
		by = STR("editor");
	return (struct archive_stamp){
	    .at = date_of_moment(clock_seconds(), room), .by = by, .device = STR("cli")};
}

int
opening_vocab_files(
    struct cli *c, struct str folder, const struct vocab_file **files, size_t *count, struct err *e)
{
	if (folder.n > 0)
		return vocab_folder(c->a, folder, files, count, e);
	*files = vocab_shipped(c->a, count);
	return 0;
}

int32_t
opening_day(void)
{
	return (int32_t)(clock_seconds() / DATE_DAY_SECONDS);
}
