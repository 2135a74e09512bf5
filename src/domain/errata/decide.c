#include "domain/errata/edit.h"
#include "domain/errata/errata_sql.h"
#include "domain/errata/internal.h"
#include "domain/errata/place.h"

#define PARTS 8 /* ops of one decision: its own, a revision or hiding, passages shown again */

/* A decision while its entry is put together. */
struct deciding {
	const struct count_writer *w;
	struct count_reader reader;
	const struct errata_decision *decision;
	struct errata_report report;
	struct publication publication;
	struct publication_revisions revisions;
	struct json *body, *secret; /* of the op report.decide */
	struct archive_part parts[PARTS];
	size_t n;
	int64_t made;
};

/* The words of the report without blanks at their ends, as they stand in the file. */
static struct errata_passage
passage_of(const struct errata_report *report, const struct errata_look *look)
{
	return (struct errata_passage){
	    .words = errata_place_trim(report->quote), .from = look->from, .to = look->to};
}

/* The op of a revision that has this file. */
static int
revise(struct deciding *d, struct str file, struct err *e)
{
	struct publication_draft draft;

	if (publication_draft_read(d->w->arena, file, &draft, e) < 0)
		return -1;
	draft.lang = d->report.lang;
	draft.note = str_trim(d->decision->note);
	if (publication_revise_part(d->w, &d->publication, &draft, &d->parts[d->n], &d->made, e) <
	    0)
		return -1;
	d->n++;
	json_set_str(d->body, STR("note"), draft.note);
	json_set_int(d->body, STR("number"), d->made);
	return 0;
}

/* What everybody may read of a correction; nothing of one that was reported as danger. */
static void
set_correction(struct deciding *d, struct str was, struct str reads)
{
	if (str_eq(d->report.kind, errata_kind_name(ERRATA_DANGER)))
		return;
	json_set_str(d->body, STR("kind"), d->report.kind);
	json_set_str(d->body, STR("was"), was);
	json_set_str(d->body, STR("reads"), reads);
}

static int
apply(struct deciding *d, struct err *e)
{
	struct str wording = d->decision->wording.n > 0 ? d->decision->wording : d->report.wording;
	struct errata_look look;
	struct errata_edit edit;

	wording = str_trim(wording);
	if (wording.n == 0)
		return err_fail(e, ERR_INPUT, STR("errata.no_wording"));
	if (str_has_control(wording))
		return err_fail(e, ERR_INPUT, STR("errata.line"));
	if (errata_look_in(&d->revisions, &d->report, &look, e) < 0)
		return -1;
	struct errata_passage passage = passage_of(&d->report, &look);
	passage.marked = d->decision->wording.n > 0;
	if (errata_edit_make(d->w->arena, look.file, passage, wording, &edit, e) < 0 ||
	    revise(d, errata_edit_apply(d->w->arena, look.file, &edit), e) < 0)
		return -1;
	set_correction(d, passage.words, wording);
	json_set_int(d->body, STR("from"), (int64_t)edit.from);
	json_set_int(d->body, STR("to"), (int64_t)(edit.from + edit.put.n));
	json_set_str(d->body, STR("gone"), str_sub(look.file, edit.from, edit.to));
	return 0;
}

/* The words that were applied make room for those before, in the newest text. */
static int
apply_back(struct deciding *d, const struct sql_errata_last_row *last, struct err *e)
{
	const struct publication_revision *made =
	    errata_revision(&d->revisions, d->report.lang, last->number);
	const struct publication_revision *now = publication_current(&d->revisions, d->report.lang);
	struct errata_edit edit = {(size_t)last->from_byte, (size_t)last->to_byte, last->gone};

	if (made == NULL || now == NULL)
		return err_fail(e, ERR_CONFLICT, STR("errata.no_page"));
	if (!errata_carry(made->file, now->file, &edit.from, &edit.to))
		return err_fail(e, ERR_CONFLICT, STR("errata.gone"), STR_INT(now->number));
	return revise(d, errata_edit_apply(d->w->arena, now->file, &edit), e);
}

/* Passages that were blanked because of this report are shown again. */
static int
show_again(struct deciding *d, struct err *e)
{
	struct publication_blanks blanks;

	if (publication_blanks(&d->reader, &d->publication, &blanks, e) < 0)
		return -1;
	for (size_t i = 0; i < blanks.count && d->n < PARTS - 2; i++)
		if (str_eq(blanks.at[i].cause, d->report.code))
			d->parts[d->n++] = publication_unblank_part(d->w, &blanks.at[i]);
	return 0;
}

static int
hide(struct deciding *d, struct err *e)
{
	const struct publication_blank blank = {
	    .lang = d->report.lang,
	    .number = d->report.number,
	    .from = d->report.from,
	    .to = d->report.to,
	    .everywhere = true,
	    .cause = d->report.code,
	};

	if (d->report.to == 0 && d->report.figure.n > 0)
		return err_fail(e, ERR_CONFLICT, STR("errata.hide_figure"), d->report.figure);
	if (d->report.to == 0)
		return err_fail(e, ERR_CONFLICT, STR("errata.not_own"));
	d->parts[d->n++] = publication_blank_part(d->w, &d->publication, &blank);
	return 0;
}

static int
take_down(struct deciding *d, struct err *e)
{
	const struct publication_hiding hiding = {
	    STR(""), 0, PUBLICATION_TAKEN_DOWN, d->decision->note};

	if (publication_hide_part(d->w, &d->publication, &hiding, &d->parts[d->n], e) < 0)
		return -1;
	d->n++;
	json_set_str(d->body, STR("note"), str_trim(hiding.note));
	return 0;
}

static int
undo(struct deciding *d, struct err *e)
{
	struct sql_errata_last_row last;
	enum errata_act act;
	int found = sql_errata_last_one(d->reader.db, d->report.code, d->w->arena, &last, e);

	if (found < 0)
		return -1;
	if (found == 0 || !errata_act_of(last.act, &act) || act == ERRATA_UNDO)
		return err_fail(e, ERR_CONFLICT, STR("errata.nothing"));
	if (act == ERRATA_TAKE_DOWN)
		return err_fail(
		    e, ERR_CONFLICT, STR("publication.taken_down"), d->publication.slug);
	return act == ERRATA_APPLY ? apply_back(d, &last, e) : 0;
}

static int
decline(struct deciding *d, struct err *e)
{
	if (str_trim(d->decision->why).n == 0)
		return err_fail(e, ERR_INPUT, STR("errata.why"));
	d->secret = json_object(d->w->arena);
	json_set_str(d->secret, STR("why"), str_trim(d->decision->why));
	return 0;
}

static int
duplicate(struct deciding *d, struct err *e)
{
	const struct viewer team = {VIEWER_TEAM};
	struct errata_report other;

	if (errata_find(&d->reader, team, d->decision->of, &other, e) < 0)
		return -1;
	if (str_eq(other.code, d->report.code))
		return err_fail(e, ERR_INPUT, STR("errata.itself"));
	json_set_str(d->body, STR("of"), other.code);
	return 0;
}

static int
needs_source(struct deciding *d, struct err *e)
{
	(void)d;
	(void)e;
	return 0;
}

static int (*const steps[ERRATA_ACTS])(struct deciding *d, struct err *e) = {
    [ERRATA_APPLY] = apply,
    [ERRATA_DECLINE] = decline,
    [ERRATA_DUPLICATE] = duplicate,
    [ERRATA_NEEDS_SOURCE] = needs_source,
    [ERRATA_HIDE] = hide,
    [ERRATA_TAKE_DOWN] = take_down,
    [ERRATA_UNDO] = undo,
};

/* The report must be as the editor saw it, and wait for a decision unless one is undone. */
static int
check_seen(const struct deciding *d, struct err *e)
{
	if (d->decision->seen != d->report.seen)
		return err_fail(e, ERR_CONFLICT, STR("errata.decided"), d->report.state);
	if (d->report.destroyed)
		return err_fail(e, ERR_CONFLICT, STR("errata.destroyed"));
	if (d->report.closed && d->decision->act != ERRATA_UNDO)
		return err_fail(e, ERR_CONFLICT, STR("errata.closed"), d->report.state);
	return 0;
}

static int
begin(struct deciding *d, struct err *e)
{
	const struct viewer team = {VIEWER_TEAM};

	d->reader =
	    (struct count_reader){archive_db(d->w->archive), d->w->arena, d->w->vocab, NULL};
	if (errata_find(&d->reader, team, d->decision->code, &d->report, e) < 0 ||
	    check_seen(d, e) < 0 ||
	    errata_publication(&d->reader, d->report.slug, &d->publication, &d->revisions, e) < 0)
		return -1;
	d->body = json_object(d->w->arena);
	json_set_str(d->body, STR("report"), d->report.code);
	json_set_int(d->body, STR("nth"), d->report.seen + 1);
	json_set_str(d->body, STR("act"), errata_act_name(d->decision->act));
	return 0;
}

/* Whatever is decided, a passage that was blanked until somebody looks has been looked at. */
static int
decide_held(struct deciding *d, struct errata_done *out, struct err *e)
{
	if (begin(d, e) < 0 || show_again(d, e) < 0 || steps[d->decision->act](d, e) < 0)
		return -1;
	d->parts[d->n++] = (struct archive_part){.op = STR("report.decide"),
	    .version = 1,
	    .body = d->body,
	    .secret = d->secret,
	    .key = d->secret != NULL ? d->report.code : STR("")};
	if (archive_append(d->w->archive, d->w->stamp, d->parts, d->n, NULL, e) < 0)
		return -1;
	*out = (struct errata_done){
	    d->report.code, errata_act_state(d->decision->act), d->report.lang, d->made};
	return 0;
}

int
errata_decide(const struct count_writer *w, const struct errata_decision *decision,
    struct errata_done *out, struct err *e)
{
	struct deciding d = {.w = w, .decision = decision};

	if (archive_hold(w->archive, e) < 0)
		return -1;
	int r = decide_held(&d, out, e);
	archive_release(w->archive);
	return r;
}
