#include "domain/archive/backup.h"

#include <string.h>

#include "domain/archive/archive_sql.h"
#include "domain/archive/copy.h"
#include "domain/archive/entry.h"
#include "domain/archive/keyslot.h"
#include "domain/archive/private.h"
#include "kit/seal/seal.h"

/* --- Which copies there are ----------------------------------------------------------------- */

static int
destroyed_count(struct archive *a, struct arena *arena, int64_t *n, struct err *e)
{
	struct sql_destroyed_key_count_row row;

	if (sql_destroyed_key_count_one(a->db, arena, &row, e) != 1)
		return -1;
	*n = row.n;
	return 0;
}

int
archive_copies(
    struct archive *a, struct arena *arena, struct archive_copy **out, size_t *n, struct err *e)
{
	struct sql_key_copy_list q;
	struct archive_copy *all = NULL;
	size_t count = 0, capacity = 0;
	int64_t destroyed;
	int more;

	if (destroyed_count(a, arena, &destroyed, e) != 0 ||
	    sql_key_copy_list_start(&q, a->db, e) != 0)
		return -1;
	while ((more = sql_key_copy_list_step(&q, e)) > 0) {
		all = arena_grow(arena, all, count, &capacity, sizeof(*all));
		all[count++] = (struct archive_copy){.id = arena_str(arena, q.row.copy),
		    .folder = arena_str(arena, q.row.folder),
		    .at = arena_str(arena, q.row.at),
		    .old = q.row.destroyed < destroyed};
	}
	if (more < 0)
		return -1;
	*out = all;
	*n = count;
	return 0;
}

/* Does the archive know where this copy is, and nothing was destroyed since it was noted? */
static int
is_noted(struct archive *a, struct arena *arena, struct str id, struct str folder, bool *noted,
    struct err *e)
{
	struct archive_copy *all;
	size_t n;

	if (archive_copies(a, arena, &all, &n, e) != 0)
		return -1;
	*noted = false;
	for (size_t i = 0; i < n; i++)
		if (str_eq(all[i].id, id) && str_eq(all[i].folder, folder) && !all[i].old)
			*noted = true;
	return 0;
}

static int
note(struct archive *a, const struct archive_stamp *stamp, const struct copying *c, struct err *e)
{
	struct json *body = json_object(c->arena);
	int64_t destroyed;
	struct str folder;
	bool noted;

	if (file_absolute(c->arena, c->to.dir, &folder, e) != 0 ||
	    is_noted(a, c->arena, str_of(c->id), folder, &noted, e) != 0)
		return -1;
	if (noted)
		return 0;
	if (destroyed_count(a, c->arena, &destroyed, e) != 0)
		return -1;
	json_set_str(body, STR("copy"), str_of(c->id));
	json_set_str(body, STR("folder"), folder);
	json_set_int(body, STR("destroyed"), destroyed);
	const struct archive_part part = {
	    .op = ENTRY_COPY, .version = ENTRY_COPY_VERSION, .body = body};
	return archive_append(a, stamp, &part, 1, NULL, e);
}

/* --- Backup and restore --------------------------------------------------------------------- */

/* Whoever takes the copy must not get the key with it. */
static int
key_is_elsewhere(struct str to, struct str key_file, struct err *e)
{
	struct file_facts copy, key;
	struct err ignored;

	if (key_file.n == 0 || file_look(to, &copy, &ignored) != 0 ||
	    file_look(file_folder_of(key_file), &key, &ignored) != 0 || copy.device != key.device ||
	    copy.inode != key.inode)
		return 0;
	return err_fail(e, ERR_INPUT, STR("archive.key-inside"), key_file);
}

int
archive_backup(struct archive *a, const struct archive_stamp *stamp, struct str to,
    struct str key_file, struct archive_copied *out, struct err *e)
{
	struct archive_copied done = {0};
	struct copying c = {.from = &a->folder, .key = a->key, .index = a->index, .done = &done};
	struct err ignored;

	if (archive_refresh(a, e) != 0 || key_is_elsewhere(to, key_file, e) != 0)
		return -1;
	c.arena = arena_new();
	int r = archive_copy_run(&c, to, true, e);
	if (r == 0) {
		/* From a disk that cannot be written to a copy is needed all the more. */
		done.noted = note(a, stamp, &c, &ignored) == 0;
		*out = done;
	}
	arena_free(c.arena);
	return r;
}

int
archive_restore(const struct archive_place *from, const struct archive_index *index, struct str to,
    struct archive_copied *out, struct err *e)
{
	struct archive_copied done = {0};
	struct secret *key = NULL;
	struct folder f;
	struct copying c = {.from = &f, .index = index, .done = &done};

	if (seal_start(e) != 0 || key_is_elsewhere(to, from->key_file, e) != 0)
		return -1;
	c.arena = arena_new();
	int r = archive_folder_read(c.arena, from->dir, &f, e);
	if (r == 0)
		r = archive_keyslot_open(from, &f, &key, e);
	c.key = key;
	if (r == 0)
		r = archive_copy_run(&c, to, false, e);
	if (r == 0)
		*out = done;
	secret_free(key);
	arena_free(c.arena);
	return r;
}
