#include "domain/errata/errata.h"

#include "base/utf8.h"
#include "domain/errata/edit.h"
#include "domain/errata/errata_sql.h"
#include "domain/errata/internal.h"
#include "engine/anchor/anchor.h"

#define CODE_LAST "\x7f" /* sorts after every code */

static const struct str kinds[ERRATA_KINDS] = {
#define KIND(name, upper, open) STR_INIT(#name),
#include "domain/errata/kinds.def"
#undef KIND
};

static const struct {
	struct str name, state;
	bool closed;
} acts[ERRATA_ACTS] = {
#define ACT(name, upper, state, closed) {STR_INIT(#name), STR_INIT(state), closed},
#include "domain/errata/acts.def"
#undef ACT
};

struct str
errata_kind_name(enum errata_kind kind)
{
	return kinds[kind];
}

bool
errata_kind_of(struct str name, enum errata_kind *out)
{
	for (size_t i = 0; i < ERRATA_KINDS; i++)
		if (str_eq(kinds[i], name)) {
			*out = (enum errata_kind)i;
			return true;
		}
	return false;
}

struct str
errata_act_name(enum errata_act act)
{
	return acts[act].name;
}

struct str
errata_act_state(enum errata_act act)
{
	return acts[act].state;
}

bool
errata_act_of(struct str name, enum errata_act *out)
{
	for (size_t i = 0; i < ERRATA_ACTS; i++)
		if (str_eq(acts[i].name, name)) {
			*out = (enum errata_act)i;
			return true;
		}
	return false;
}

struct str
errata_note_of(const struct errata_report *report, enum errata_act act)
{
	if (act == ERRATA_APPLY)
		return report->kind;
	return act == ERRATA_UNDO || act == ERRATA_TAKE_DOWN ? errata_act_name(act) : STR("");
}

/* A decision that only a newer program knows leaves the report open. */
static struct errata_report
of_row(const struct sql_errata_range_row *row)
{
	enum errata_act act;
	bool known = errata_act_of(row->act, &act);

	return (struct errata_report){
	    .code = row->key,
	    .at = row->at,
	    .slug = row->slug,
	    .lang = row->lang,
	    .publication = row->publication,
	    .number = row->number,
	    .kind = row->kind,
	    .quote = row->quote,
	    .prefix = row->prefix,
	    .suffix = row->suffix,
	    .wording = row->wording,
	    .comment = row->comment,
	    .start = (size_t)row->first,
	    .end = (size_t)row->last,
	    .from = (size_t)row->from_byte,
	    .to = (size_t)row->to_byte,
	    .figure = row->figure,
	    .count = 1 + row->again,
	    .destroyed = row->destroyed != 0,
	    .state = known ? acts[act].state : STR("new"),
	    .closed = known && acts[act].closed,
	    .seen = row->seen,
	    .decided_at = row->decided_at,
	    .decided_by = row->decided_by,
	    .of = row->of,
	    .note = row->note,
	    .why = row->why,
	    .made = row->made,
	};
}

/* All with first <= code <= last, with their states. */
static int
read_range(const struct count_reader *r, struct str first, struct str last,
    struct errata_reports *out, struct err *e)
{
	struct sql_errata_range_rows rows;

	if (sql_errata_range_all(r->db, first, last, r->arena, &rows, e) < 0)
		return -1;
	struct errata_report *at = ARENA_ARRAY(r->arena, struct errata_report, rows.count);
	for (size_t i = 0; i < rows.count; i++)
		at[i] = of_row(&rows.at[i]);
	*out = (struct errata_reports){at, rows.count};
	return 0;
}

int
errata_state(const struct count_reader *r, struct str code, struct str *out, struct err *e)
{
	struct errata_reports found;

	if (!archive_id_like(code))
		return err_fail(e, ERR_NOTFOUND, STR("errata.none"));
	if (read_range(r, code, code, &found, e) < 0)
		return -1;
	if (found.count == 0)
		return err_fail(e, ERR_NOTFOUND, STR("errata.none"));
	*out = found.at[0].state;
	return 0;
}

int
errata_queue(const struct count_reader *r, struct viewer viewer, bool all,
    struct errata_reports *out, struct err *e)
{
	struct errata_reports found;
	size_t n = 0;

	if (viewer.role != VIEWER_TEAM) {
		*out = (struct errata_reports){0};
		return 0;
	}
	if (read_range(r, STR(""), STR(CODE_LAST), &found, e) < 0)
		return -1;
	struct errata_report *at = ARENA_ARRAY(r->arena, struct errata_report, found.count);
	for (size_t i = 0; i < found.count; i++)
		if (all || !found.at[i].closed)
			at[n++] = found.at[i];
	*out = (struct errata_reports){at, n};
	return 0;
}

size_t
errata_danger(const struct errata_reports *reports)
{
	size_t n = 0;

	for (size_t i = 0; i < reports->count; i++)
		n += !reports->at[i].closed && str_eq(reports->at[i].kind, kinds[ERRATA_DANGER]);
	return n;
}

int
errata_find(const struct count_reader *r, struct viewer viewer, struct str code,
    struct errata_report *out, struct err *e)
{
	struct errata_reports found = {0};
	struct str last = arena_fmt(r->arena, "%.*s" CODE_LAST, STR_ARG(code));

	if (code.n > 0 && viewer.role == VIEWER_TEAM && read_range(r, code, last, &found, e) < 0)
		return -1;
	if (found.count == 0)
		return err_fail(e, ERR_NOTFOUND, STR("errata.none"));
	if (found.count > 1)
		return err_fail(e, ERR_INPUT, STR("errata.several"), code);
	*out = found.at[0];
	return 0;
}

int
errata_voices(const struct count_reader *r, const struct errata_report *report,
    const struct errata_voice **out, size_t *n, struct err *e)
{
	struct sql_errata_again_list_rows rows;

	if (sql_errata_again_list_all(r->db, report->code, r->arena, &rows, e) < 0)
		return -1;
	struct errata_voice *at = ARENA_ARRAY(r->arena, struct errata_voice, rows.count);
	for (size_t i = 0; i < rows.count; i++)
		at[i] = (struct errata_voice){
		    rows.at[i].at, rows.at[i].kind, rows.at[i].wording, rows.at[i].comment};
	*out = at;
	*n = rows.count;
	return 0;
}

int
errata_publication(const struct count_reader *r, struct str slug, struct publication *out,
    struct publication_revisions *revisions, struct err *e)
{
	if (publication_find(r, slug, out, e) < 0)
		return -1;
	return publication_revisions(r, out, revisions, e);
}

const struct publication_revision *
errata_revision(const struct publication_revisions *all, struct str lang, int64_t number)
{
	for (size_t i = 0; i < all->count; i++)
		if (str_eq(all->at[i].lang, lang) && all->at[i].number == number)
			return &all->at[i];
	return NULL;
}

/* Blanks that the anchor left out before byte *from and behind byte *to: the same must stand there.
 */
static bool
take_blanks(struct str passage, struct str after, size_t *from, size_t *to)
{
	struct str words = str_trim(passage);
	size_t first = (size_t)(words.p - passage.p), last = passage.n - words.n - first;

	if (*from < first ||
	    !str_eq(str_sub(after, *from - first, *from), str_sub(passage, 0, first)) ||
	    !str_eq(str_sub(after, *to, *to + last), str_sub(passage, passage.n - last, passage.n)))
		return false;
	*from -= first;
	*to += last;
	return true;
}

bool
errata_carry(struct str before, struct str after, size_t *from, size_t *to)
{
	const struct anchor_span span = {
	    utf8_count(str_sub(before, 0, *from)), utf8_count(str_sub(before, 0, *to))};
	struct str passage = str_sub(before, *from, *to);

	if (str_eq(before, after))
		return true;
	const struct anchor found = anchor_find(before, after, span);
	if (found.state != ANCHOR_SAME && found.state != ANCHOR_MOVED)
		return false;
	size_t start = utf8_index(after, found.span.start);
	size_t end = utf8_index(after, found.span.end);
	if (!take_blanks(passage, after, &start, &end))
		return false;
	*from = start;
	*to = end;
	return true;
}

/* What stands on the line of the passage before and behind it. */
static void
set_line(struct errata_look *look)
{
	struct str head = str_sub(look->file, 0, look->from);
	struct str tail = str_sub(look->file, look->to, look->file.n);
	size_t line = head.n;

	while (line > 0 && head.p[line - 1] != '\n')
		line--;
	look->before = str_sub(head, line, head.n);
	look->after = str_sub(tail, 0, str_find(tail, '\n'));
}

int
errata_look_in(const struct publication_revisions *all, const struct errata_report *report,
    struct errata_look *out, struct err *e)
{
	const struct publication_revision *of = errata_revision(all, report->lang, report->number);
	const struct publication_revision *now = publication_current(all, report->lang);
	struct errata_look look = {.from = report->from, .to = report->to};

	if (report->destroyed)
		return err_fail(e, ERR_CONFLICT, STR("errata.destroyed"));
	if (of == NULL || now == NULL)
		return err_fail(e, ERR_CONFLICT, STR("errata.no_page"));
	if (report->to == 0 && report->figure.n == 0)
		return err_fail(e, ERR_CONFLICT, STR("errata.not_own"));
	if (report->to == 0)
		return err_fail(e, ERR_CONFLICT, STR("errata.figure"), report->figure);
	struct str live = errata_edit_live(of->file, report->from, report->to);
	if (live.n > 0)
		return err_fail(e, ERR_CONFLICT, STR("errata.live"), live);
	look.file = now->file;
	look.number = now->number;
	if (!errata_carry(of->file, now->file, &look.from, &look.to))
		return err_fail(e, ERR_CONFLICT, STR("errata.gone"), STR_INT(now->number));
	set_line(&look);
	*out = look;
	return 0;
}

int
errata_look(const struct count_reader *r, const struct errata_report *report,
    struct errata_look *out, struct err *e)
{
	struct publication publication;
	struct publication_revisions all;

	if (errata_publication(r, report->slug, &publication, &all, e) < 0)
		return -1;
	return errata_look_in(&all, report, out, e);
}
