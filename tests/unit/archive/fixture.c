#define _GNU_SOURCE
#include "fixture.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "domain/archive/archive_sql.h"
#include "note_sql.h"

static int
project_note(struct db *db, const struct archive_op *op, struct err *e)
{
	struct str id, place = STR(""), text = STR("");

	if (json_need_str(op->body, STR("id"), &id, e) != 0 ||
	    json_opt_str(op->body, STR("place"), &place, e) != 0 ||
	    json_opt_str(op->body, STR("text"), &text, e) != 0)
		return -1;
	if (op->secret != NULL && json_need_str(op->secret, STR("text"), &text, e) != 0)
		return -1;
	if (str_eq(text, FIXTURE_REFUSED))
		return err_fail(e, ERR_INPUT, STR("note.refused"), id);
	return sql_note_add(db,
	    &(struct sql_note_add_in){
		.id = id, .at = op->at, .place = place, .text = text, .destroyed = op->destroyed},
	    e);
}

/* What stands in the log alone. */
static int
project_nothing(struct db *db, const struct archive_op *op, struct err *e)
{
	(void)db;
	(void)op;
	(void)e;
	return 0;
}

static const struct projector projectors[] = {
    {STR_INIT("note.add"), 1, project_note},
    {STR_INIT("note.pass"), 1, project_nothing},
    {STR_INIT("note.add"), 2, project_note},
};
static const struct db_room *const rooms[] = {&archive_sql, &note_sql};

const struct archive_index fixture_index = {projectors, 3, rooms, LENGTH(rooms), 1, NULL};
const struct archive_index fixture_narrow_index = {projectors, 2, rooms, LENGTH(rooms), 1, NULL};
const struct archive_stamp fixture_stamp = {
    STR_INIT("2019-06-12T08:00:00Z"), STR_INIT("editor"), STR_INIT("desk")};

void
fixture_must(int r, const struct err *e)
{
	if (r == 0)
		return;
	fprintf(stderr, "%s:%d: %s [%s] [%s] [%s]\n", e->file, e->line, e->key, e->arg[0],
	    e->arg[1], e->arg[2]);
	abort();
}

void
fixture_make(struct fixture *f, const char *base)
{
	const char *temporary = getenv("TMPDIR") != NULL ? getenv("TMPDIR") : "/tmp";
	struct err e;

	memset(f, 0, sizeof(*f));
	snprintf(
	    f->root, sizeof(f->root), "%s/guvoh-test-XXXXXX", *base != '\0' ? base : temporary);
	if (mkdtemp(f->root) == NULL) {
		perror(f->root);
		abort();
	}
	snprintf(f->dir, sizeof(f->dir), "%.200s/archive", f->root);
	snprintf(f->key, sizeof(f->key), "%.200s/key", f->root);
	f->place = (struct archive_place){
	    .dir = str_of(f->dir), .key_file = str_of(f->key), .no_holder = true};
	fixture_must(archive_init(&f->place, &e), &e);
}

static int
remove_one(const char *path, const struct stat *facts, int kind, struct FTW *where)
{
	(void)facts;
	(void)kind;
	(void)where;
	return remove(path);
}

void
fixture_remove_tree(const char *path)
{
	(void)nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

void
fixture_remove(struct fixture *f)
{
	fixture_remove_tree(f->root);
}

void
fixture_copy(const char *from, const char *to)
{
	char command[FIXTURE_PATH_BYTES * 2 + 16];

	snprintf(command, sizeof(command), "cp -a '%s' '%s'", from, to);
	if (system(command) != 0)
		abort();
}

struct archive *
fixture_open(const struct fixture *f)
{
	struct archive *a;
	struct err e;

	fixture_must(archive_open(&f->place, &fixture_index, &a, &e), &e);
	return a;
}

int
fixture_note(struct archive *a, struct str id, struct str key, struct str text, struct err *e)
{
	struct arena *arena = arena_new();
	struct json *body = json_object(arena);
	struct json *secret = key.n > 0 ? json_object(arena) : NULL;

	json_set_str(body, STR("id"), id);
	json_set_str(secret != NULL ? secret : body, STR("text"), text);
	const struct archive_part part = {
	    .op = STR("note.add"), .version = 1, .body = body, .secret = secret, .key = key};
	int r = archive_append(a, &fixture_stamp, &part, 1, NULL, e);
	arena_free(arena);
	return r;
}

static int
append_notes(struct archive *a, struct str op, const char *prefix, size_t count, struct err *e)
{
	struct arena *arena = arena_new();
	struct archive_part *parts = ARENA_ARRAY(arena, struct archive_part, count);
	struct archive_draft *drafts = ARENA_ARRAY(arena, struct archive_draft, count);

	for (size_t i = 0; i < count; i++) {
		struct json *body = json_object(arena);
		struct json *secret = json_object(arena);

		json_set_str(body, STR("id"), arena_fmt(arena, "%s-%zu", prefix, i));
		json_set_str(body, STR("place"), STR("almaty"));
		json_set_str(secret, STR("text"),
		    arena_fmt(arena, "She was held for %zu hours and signed nothing.", i));
		parts[i] = (struct archive_part){.op = op,
		    .version = 1,
		    .body = body,
		    .secret = secret,
		    .key = arena_fmt(arena, "%s-key-%zu", prefix, i / 100)};
		drafts[i] = (struct archive_draft){&parts[i], 1};
	}
	int r = archive_append_batch(a, &fixture_stamp, drafts, count, NULL, e);
	arena_free(arena);
	return r;
}

int
fixture_notes(struct archive *a, const char *prefix, size_t count, struct err *e)
{
	return append_notes(a, STR("note.add"), prefix, count, e);
}

int
fixture_notes_passed(struct archive *a, const char *prefix, size_t count, struct err *e)
{
	return append_notes(a, STR("note.pass"), prefix, count, e);
}

int
fixture_text(
    struct archive *a, struct arena *arena, struct str id, struct str *text, bool *destroyed)
{
	struct sql_note_get_row row;
	struct err e;
	int found = sql_note_get_one(archive_db(a), id, arena, &row, &e);

	fixture_must(found < 0 ? -1 : 0, &e);
	if (found == 0)
		return 0;
	*text = row.text;
	if (destroyed != NULL)
		*destroyed = row.destroyed != 0;
	return 1;
}

int64_t
fixture_count(struct archive *a)
{
	struct arena *arena = arena_new();
	struct sql_note_count_row row;
	struct err e;

	fixture_must(sql_note_count_one(archive_db(a), arena, &row, &e) == 1 ? 0 : -1, &e);
	arena_free(arena);
	return row.n;
}
