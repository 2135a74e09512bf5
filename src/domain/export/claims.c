#include "domain/export/internal.h"

/* What follows from a claim, behind the columns that guvoh claim import reads. */
static const char more[] =
    "event said_low said_high exactness key start end withdrawn why added_at";

static struct str
number(struct arena *a, bool known, int64_t n)
{
	return known ? arena_fmt(a, "%lld", (long long)n) : STR("");
}

static void
follows(struct arena *a, const struct count_claim *c, struct str texts[10])
{
	const struct phrase *p = &c->reading;
	const struct str all[] = {c->event, number(a, p->has_interval, p->said.low),
	    number(a, p->has_interval && p->said.high != INTERVAL_OPEN, p->said.high),
	    phrase_exactness_name(p->exactness), c->key, number(a, c->anchored, c->start),
	    number(a, c->anchored, c->end), c->withdrawn ? STR("yes") : STR(""), c->why,
	    c->added_at};

	for (size_t i = 0; i < LENGTH(all); i++)
		texts[i] = all[i];
}

int
export_claims(const struct export_gate *gate, const struct export_wish *wish,
    struct export_writer *w, struct err *e)
{
	struct buf *names = buf_on(gate->reader->arena);
	struct count_claims claims;

#define COLUMN(name, upper, kind, empty) buf_put(names, STR(#name " "));
#include "domain/count/columns.def"
#undef COLUMN
	if (wish->all)
		buf_put(names, str_of(more));
	else if (wish->event.n == 0)
		buf_put(names, STR("event"));
	if (export_gate_claims(gate, wish->event, wish->all, &claims, e) < 0 ||
	    export_head_of(w, gate->reader->arena, str_trim(buf_str(names)), e) < 0)
		return -1;
	for (size_t i = 0; i < claims.count; i++) {
		struct arena *a = arena_new();
		struct str texts[COUNT_COLUMNS + 10];
		for (size_t c = 0; c < COUNT_COLUMNS; c++)
			texts[c] = claims.at[i].text[c];
		texts[COUNT_ID] = count_claim_id(&claims.at[i]);
		follows(a, &claims.at[i], &texts[COUNT_COLUMNS]);
		int r = export_texts(w, texts, e);
		arena_free(a);
		if (r < 0)
			return -1;
		export_tick(w, i + 1, claims.count);
	}
	return 0;
}
