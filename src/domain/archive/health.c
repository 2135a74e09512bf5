#include "domain/archive/health.h"

#include "domain/archive/end.h"
#include "domain/archive/private.h"

static int
strays_find(struct archive *a, struct arena *arena, struct archive_health *out, struct err *e)
{
	struct str *names;
	size_t n;

	if (file_folder_list(arena, a->folder.dir, &names, &n, e) != 0)
		return -1;
	out->strays = ARENA_ARRAY(arena, struct str, n + 1);
	for (size_t i = 0; i < n; i++)
		if (str_starts(names[i], STR("keys")) && !str_eq(names[i], STR("keys")) &&
		    !str_eq(names[i], STR("keyslots")))
			out->strays[out->stray_count++] = names[i];
	return 0;
}

struct last {
	struct arena *arena;
	struct str at;
};

static int
last_take(void *arg, const struct archive_entry *entry, struct err *e)
{
	struct last *last = arg;

	(void)e;
	last->at = arena_str(last->arena, entry->at);
	return 1;
}

int
archive_health(struct archive *a, struct arena *arena, struct archive_health *out, struct err *e)
{
	struct archive_health h = {.remembered = (int64_t)archive_end_read(&a->folder)};
	struct last last = {arena, STR("")};
	uint64_t seen = 0;

	if (strays_find(a, arena, &h, e) != 0 ||
	    archive_log(a, ARCHIVE_NEWEST_FIRST, last_take, &last, e) != 0)
		return -1;
	h.last_at = last.at;
	h.snapshot = archive_snapshot_look(a, &seen);
	if (h.snapshot == ARCHIVE_SNAPSHOT_FITS && seen < a->log.at.chain.index)
		h.behind = (int64_t)(a->log.at.chain.index - seen);
	*out = h;
	return 0;
}
