#include "domain/export/internal.h"

struct listing {
	struct archive *archive;
	struct export_writer *w;
};

static int
entry_put(void *arg, const struct archive_entry *entry, struct err *e)
{
	struct listing *l = arg;
	struct arena *a = arena_new();
	struct buf *ops = buf_on(a);

	for (size_t i = 0; i < entry->n; i++)
		buf_fmt(ops, "%s%.*s", i > 0 ? " " : "", STR_ARG(entry->ops[i].op));
	const struct str texts[] = {arena_fmt(a, "%lld", (long long)entry->index), entry->id,
	    entry->at, entry->by, entry->device, buf_str(ops)};
	int r = export_texts(l->w, texts, e);
	arena_free(a);
	export_tick(l->w, (size_t)entry->index + 1, (size_t)archive_entries(l->archive));
	return r;
}

int
export_log(const struct export_gate *gate, const struct export_wish *wish, struct export_writer *w,
    struct err *e)
{
	struct listing l = {.archive = gate->reader->archive, .w = w};

	(void)wish;
	if (export_head_of(w, gate->reader->arena, STR("index id at by device ops"), e) < 0)
		return -1;
	return archive_log(gate->reader->archive, ARCHIVE_OLDEST_FIRST, entry_put, &l, e);
}
