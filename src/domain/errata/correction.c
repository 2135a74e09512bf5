#include "base/date.h"
#include "domain/errata/errata_sql.h"
#include "domain/errata/internal.h"

static const bool open_kinds[ERRATA_KINDS] = {
#define KIND(name, upper, open) open,
#include "domain/errata/kinds.def"
#undef KIND
};

/* Do the words hold any that are blank now? */
static bool
is_blank(const struct publication_blanks *blanks, const struct publication_revisions *all,
    struct str words)
{
	for (size_t i = 0; i < blanks->count; i++) {
		const struct publication_blank *b = &blanks->at[i];
		const struct publication_revision *of = errata_revision(all, b->lang, b->number);
		struct str hidden = of == NULL ? STR("") : str_sub(of->file, b->from, b->to);
		if (hidden.n > 0 &&
		    (str_search(words, hidden) < words.n || str_search(hidden, words) < hidden.n))
			return true;
	}
	return false;
}

int
errata_corrections(const struct count_reader *r, const struct publication *publication,
    struct errata_corrections *out, struct err *e)
{
	struct sql_errata_applied_rows rows;
	struct publication_revisions all;
	struct publication_blanks blanks;
	size_t n = 0;

	if (publication_revisions(r, publication, &all, e) < 0 ||
	    publication_blanks(r, publication, &blanks, e) < 0 ||
	    sql_errata_applied_all(r->db, publication->key, r->arena, &rows, e) < 0)
		return -1;
	struct errata_correction *at = ARENA_ARRAY(r->arena, struct errata_correction, rows.count);
	for (size_t i = 0; i < rows.count; i++) {
		const struct sql_errata_applied_row *row = &rows.at[i];
		const struct publication_revision *made =
		    errata_revision(&all, row->lang, row->number);
		enum errata_kind kind;
		if (made == NULL || made->state != PUBLICATION_SHOWN ||
		    !errata_kind_of(row->kind, &kind) || is_blank(&blanks, &all, row->was) ||
		    is_blank(&blanks, &all, row->reads))
			continue;
		at[n++] = (struct errata_correction){row->at, publication->slug, row->lang,
		    row->number, kind, row->was, row->reads, made->note, open_kinds[kind]};
	}
	*out = (struct errata_corrections){at, n};
	return 0;
}

/* Was it closed that many seconds before now, or longer? */
static int
is_old(
    const struct errata_report *report, struct str now, int64_t seconds, bool *out, struct err *e)
{
	int64_t then, today;

	*out = false;
	if (!report->closed || report->destroyed)
		return 0;
	if (date_moment(report->decided_at, &then, e) < 0 || date_moment(now, &today, e) < 0)
		return -1;
	*out = today - then >= seconds;
	return 0;
}

int
errata_forget(const struct count_writer *w, int64_t days, size_t *n, struct err *e)
{
	const struct count_reader reader = {archive_db(w->archive), w->arena, w->vocab, NULL};
	const struct viewer team = {VIEWER_TEAM};
	struct errata_reports all;
	size_t gone = 0;

	if (errata_queue(&reader, team, true, &all, e) < 0)
		return -1;
	for (size_t i = 0; i < all.count; i++) {
		bool old;
		if (is_old(&all.at[i], w->stamp->at, days * 86400, &old, e) < 0)
			return -1;
		if (!old)
			continue;
		if (archive_key_destroy(
			w->archive, w->stamp, all.at[i].code, NULL, STR("closed report"), e) < 0)
			return -1;
		gone++;
	}
	*n = gone;
	return 0;
}
