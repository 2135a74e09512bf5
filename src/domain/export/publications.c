#include "domain/export/internal.h"
#include "domain/publication/publication.h"

static const char columns[] =
    "publication event lang revision state state_at state_note made_at made_by note";

static int
row(const struct export_gate *g, const struct publication *p, const struct publication_revision *r,
    struct export_writer *w, struct err *e)
{
	bool ours = g->viewer.role == VIEWER_TEAM && g->consent != EXPORT_NEEDED;
	struct str texts[11 + PUBLICATION_FIELDS] = {p->slug, p->event, r->lang,
	    arena_fmt(g->reader->arena, "%lld", (long long)r->number),
	    publication_state_name(r->state), r->state_at, r->state_note, r->at,
	    ours ? r->by : STR(""), r->note};
	size_t n = 10;

	if (!ours && r->state != PUBLICATION_SHOWN)
		return 0;
	for (size_t i = 0; i < PUBLICATION_FIELDS; i++)
		texts[n++] = r->field[i];
	texts[n] = r->text;
	return export_texts(w, texts, e);
}

int
export_publications(const struct export_gate *gate, const struct export_wish *wish,
    struct export_writer *w, struct err *e)
{
	struct arena *a = gate->reader->arena;
	const struct count_reader counts = {
	    archive_db(gate->reader->archive), a, gate->reader->vocab, NULL};
	struct buf *names = buf_on(a);
	struct publication_list all;
	struct publication_revisions revisions;

	(void)wish;
	buf_put(names, str_of(columns));
#define FIELD(name, upper, needed) buf_put(names, STR(" " #name));
#include "domain/publication/fields.def"
#undef FIELD
	buf_put(names, STR(" text"));
	if (publication_all(&counts, &all, e) < 0 || export_head_of(w, a, buf_str(names), e) < 0)
		return -1;
	for (size_t i = 0; i < all.count; i++) {
		if (publication_revisions(&counts, &all.at[i], &revisions, e) < 0)
			return -1;
		for (size_t k = 0; k < revisions.count; k++)
			if (row(gate, &all.at[i], &revisions.at[k], w, e) < 0)
				return -1;
		export_tick(w, i + 1, all.count);
	}
	return 0;
}
