/* What an editor decides on a report: one form, one entry, and the report's page again. */
#include "base/date.h"
#include "face/desk/desk_errata.h"
#include "face/say/note.h"
#include "kit/http/http_form.h"
#include "kit/os/clock.h"

#define TEXT_BYTES ((size_t)ERRATA_LONGEST * 4)

enum { CODE, SEEN, ACT, WORDING, NOTE, WHY, OF, VALUES };

static const struct http_field fields[VALUES] = {
    [CODE] = {STR_INIT("code"), 32, true, false},
    [SEEN] = {STR_INIT("seen"), 20, true, false},
    [ACT] = {STR_INIT("act"), 20, true, false},
    [WORDING] = {STR_INIT("wording"), TEXT_BYTES, false, false},
    [NOTE] = {STR_INIT("note"), TEXT_BYTES, false, false},
    [WHY] = {STR_INIT("why"), TEXT_BYTES, false, false},
    [OF] = {STR_INIT("of"), 32, false, false},
};
static const struct http_form form = {fields, VALUES};

/* What is decided while nobody reads. */
struct deciding {
	struct desk_ask *ask;
	const struct str *values;
	struct errata_decision decision;
	struct errata_done done;
};

static int
decision_read(struct deciding *d, struct err *e)
{
	const struct str *v = d->values;
	struct errata_decision out = {.code = v[CODE]};
	bool edited = str_eq(v[ACT], STR("edit"));

	if (edited)
		out.act = ERRATA_APPLY;
	else if (!errata_act_of(v[ACT], &out.act))
		return err_fail(e, ERR_INPUT, STR("http.form.syntax"));
	if (!str_to_int(v[SEEN], &out.seen))
		return err_fail(e, ERR_INPUT, STR("http.form.syntax"));
	out.wording = edited ? v[WORDING] : STR("");
	out.note = v[NOTE];
	out.why = v[WHY];
	out.of = v[OF];
	if (edited && str_trim(out.wording).n == 0)
		return err_fail(e, ERR_INPUT, STR("errata.no_wording"));
	d->decision = out;
	return 0;
}

static int
decide(struct archive *archive, void *arg, struct err *e)
{
	struct deciding *d = arg;
	struct desk_ask *ask = d->ask;
	char moment[21];
	const struct archive_stamp stamp = {
	    .at = date_of_moment(clock_seconds(), moment), .by = ask->by, .device = STR("desk")};
	struct vocab vocab;
	const struct count_writer writer = {archive, ask->a, &vocab, &stamp};
	const struct count_reader reader = {archive_db(archive), ask->a, &vocab, NULL};
	const struct viewer team = {VIEWER_TEAM};
	struct errata_report report;

	if (vocab_load(archive_db(archive), ask->a, &vocab, e) != 0 ||
	    errata_find(&reader, team, d->decision.code, &report, e) != 0)
		return -1;
	if (d->decision.note.n == 0)
		d->decision.note = note_public(
		    ask->a, report.lang, ask->lang, errata_note_of(&report, d->decision.act));
	return errata_decide(&writer, &d->decision, &d->done, e);
}

/* The report as it is now, with what was typed: nothing is lost. */
static int
shown_again(struct desk_ask *ask, const struct str *v, const struct err *why,
    struct desk_answer *out, struct err *e)
{
	const struct desk_typed typed = {v[WORDING], v[NOTE], v[WHY], v[OF]};
	struct archive_reader *reader;

	if (desk_lend(ask, &reader, e) != 0)
		return -1;
	int status = desk_report_show(ask, v[CODE], &typed, why, out, e);
	archive_reader_give(ask->readers, reader);
	return status;
}

int
desk_decide(struct desk_ask *ask, struct desk_answer *out, struct err *e)
{
	struct str values[VALUES];
	struct deciding d = {.ask = ask, .values = values};
	struct err why;

	if (http_form_read(ask->a, ask->request->type, ask->request->body, &form, values, e) != 0)
		return -1;
	if (decision_read(&d, &why) != 0 ||
	    archive_readers_write(ask->readers, decide, &d, &why) != 0)
		return shown_again(ask, values, &why, out, e);
	if (d.decision.act == ERRATA_HIDE || d.decision.act == ERRATA_TAKE_DOWN)
		desk_renew_ask(ask->renew);
	out->location = arena_fmt(ask->a, "/errata/report?code=%.*s", STR_ARG(d.done.code));
	return 0;
}
