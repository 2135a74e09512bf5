#include <string.h>

#include "domain/archive/private.h"

/* Compares a dump with one that was kept, line by line, and remembers the table. */
struct comparing {
	const struct archive_index *index;
	struct str kept; /* what is left of the first dump */
	struct str table;
	size_t room, next; /* the table that the next heading can be of */
	bool same;
};

static void
keep(void *arg, struct str line)
{
	buf_put(arg, line);
}

static void
see_heading(struct comparing *c, struct str line)
{
	while (c->room < c->index->room_count && c->next == c->index->rooms[c->room]->table_count) {
		c->room++;
		c->next = 0;
	}
	if (c->room == c->index->room_count)
		return;
	struct str name = str_of(c->index->rooms[c->room]->tables[c->next].name);
	if (str_eq(str_trim(line), name)) {
		c->table = name;
		c->next++;
	}
}

static void
compare(void *arg, struct str line)
{
	struct comparing *c = arg;

	if (!c->same)
		return;
	see_heading(c, line);
	c->same = str_starts(c->kept, line);
	c->kept = str_sub(c->kept, line.n, c->kept.n);
}

static int
dump(struct archive *a, db_sink *sink, void *arg, struct err *e)
{
	return db_dump(a->db, a->index->rooms, a->index->room_count, sink, arg, e);
}

static int
rebuild_locked(struct archive *a, struct comparing *c, struct buf *grown, struct err *e)
{
	if (archive_index_catch_up(a, false, e) != 0 || dump(a, keep, grown, e) != 0 ||
	    archive_index_make(a, false, e) != 0)
		return -1;
	c->kept = buf_str(grown);
	if (dump(a, compare, c, e) != 0)
		return -1;
	c->same = c->same && c->kept.n == 0;
	return 0;
}

int
archive_rebuild(
    struct archive *a, bool *same, struct arena *arena, struct str *first_table, struct err *e)
{
	struct comparing c = {.index = a->index, .table = STR(""), .same = true};
	struct buf grown = BUF_INIT;
	bool taken = false;
	int r = archive_lock_take(a, &taken, e);

	if (r == 0)
		r = rebuild_locked(a, &c, &grown, e);
	if (r == 0) {
		*same = c.same;
		*first_table = c.same ? STR("") : arena_str(arena, c.table);
	}
	buf_free(&grown);
	archive_lock_give(a, taken);
	return r;
}
