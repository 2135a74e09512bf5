#include "domain/errata/errata.h"

#include "domain/export/internal.h"

static const char columns[] = "code at publication lang revision kind quote figure wording comment "
			      "count state decided_at decided_by of note why made destroyed";
static const char corrected[] = "at publication lang revision kind was reads note";

static struct count_reader
counts_of(const struct export_gate *g)
{
	return (struct count_reader){
	    archive_db(g->reader->archive), g->reader->arena, g->reader->vocab, NULL};
}

static struct str
number(const struct export_gate *g, int64_t n)
{
	return arena_fmt(g->reader->arena, "%lld", (long long)n);
}

int
export_errata(const struct export_gate *gate, const struct export_wish *wish,
    struct export_writer *w, struct err *e)
{
	const struct count_reader counts = counts_of(gate);
	struct errata_reports all;

	(void)wish;
	if (errata_queue(&counts, gate->viewer, true, &all, e) < 0 ||
	    export_head_of(w, gate->reader->arena, str_of(columns), e) < 0)
		return -1;
	for (size_t i = 0; i < all.count; i++) {
		const struct errata_report *r = &all.at[i];
		const struct str texts[] = {r->code, r->at, r->slug, r->lang,
		    number(gate, r->number), r->kind, r->quote, r->figure, r->wording, r->comment,
		    number(gate, r->count), r->state, r->decided_at, r->decided_by, r->of, r->note,
		    r->why, r->made > 0 ? number(gate, r->made) : STR(""),
		    r->destroyed ? STR("yes") : STR("")};
		if (export_texts(w, texts, e) < 0)
			return -1;
		export_tick(w, i + 1, all.count);
	}
	return 0;
}

static int
corrections_of(const struct export_gate *g, const struct publication *p, struct export_writer *w,
    struct err *e)
{
	const struct count_reader counts = counts_of(g);
	struct errata_corrections all;

	if (errata_corrections(&counts, p, &all, e) < 0)
		return -1;
	for (size_t i = 0; i < all.count; i++) {
		const struct errata_correction *c = &all.at[i];
		const struct str texts[] = {c->at, c->slug, c->lang, number(g, c->number),
		    errata_kind_name(c->kind), c->was, c->reads, c->note};
		if (export_texts(w, texts, e) < 0)
			return -1;
	}
	return 0;
}

int
export_corrections(const struct export_gate *gate, const struct export_wish *wish,
    struct export_writer *w, struct err *e)
{
	const struct count_reader counts = counts_of(gate);
	struct publication_list all;

	(void)wish;
	if (publication_all(&counts, &all, e) < 0 ||
	    export_head_of(w, gate->reader->arena, str_of(corrected), e) < 0)
		return -1;
	for (size_t i = 0; i < all.count; i++) {
		if (corrections_of(gate, &all.at[i], w, e) < 0)
			return -1;
		export_tick(w, i + 1, all.count);
	}
	return 0;
}
