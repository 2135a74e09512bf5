#include "face/desk/desk_errata.h"

#include "desk_tpl.h"
#include "face/say/message.h"
#include "kit/http/http_form.h"

static const struct viewer team = {VIEWER_TEAM};

static struct count_reader
reader_of(const struct desk_ask *ask)
{
	return (struct count_reader){ask->db, ask->a, ask->vocab, ask->memo};
}

static struct str
href_of(const struct desk_ask *ask, struct str code)
{
	return arena_fmt(ask->a, "/errata/report?code=%.*s", STR_ARG(code));
}

static struct desk_report_row
row_of(const struct desk_ask *ask, const struct errata_report *report)
{
	struct desk_report_row row = {.report = report,
	    .kind = message_named(ask->a, ask->lang, STR("errata.kind."), report->kind),
	    .state = message_named(ask->a, ask->lang, STR("errata.state."), report->state),
	    .href = href_of(ask, report->code)};

	if (report->wording.n > 0)
		row.n_pieces =
		    word_diff_of(ask->a, str_trim(report->quote), report->wording, &row.pieces);
	return row;
}

static int
queue_read(struct desk_ask *ask, bool all, struct desk_queue *out, struct err *e)
{
	const struct count_reader reader = reader_of(ask);
	struct errata_reports reports;

	if (errata_queue(&reader, team, all, &reports, e) != 0)
		return -1;
	struct desk_report_row *rows = ARENA_ARRAY(ask->a, struct desk_report_row, reports.count);
	*out = (struct desk_queue){.rows = rows,
	    .n = reports.count,
	    .danger = errata_danger(&reports),
	    .all = all,
	    .renewed = desk_renew_state(ask->renew, ask->a)};
	for (size_t i = 0; i < reports.count; i++)
		rows[i] = row_of(ask, &reports.at[i]);
	return 0;
}

int
desk_errata(struct desk_ask *ask, struct desk_answer *out, struct err *e)
{
	static const struct http_field fields[] = {{STR_INIT("all"), 8, false, false}};
	static const struct http_form form = {fields, LENGTH(fields)};
	struct desk_queue queue;
	struct str all;

	if (http_form_query(ask->a, ask->request->query, &form, &all, e) != 0 ||
	    queue_read(ask, all.n > 0, &queue, e) != 0)
		return -1;
	struct tpl t = desk_writer(ask, out->body);
	out->title = desk_text(ask, STR("desk.errata.title"));
	out->script = true;
	desk_queue_page(&t, &queue);
	return 0;
}

/* Who stands beside it among those that wait. */
static int
neighbours_find(struct desk_ask *ask, struct desk_report *out, struct err *e)
{
	const struct count_reader reader = reader_of(ask);
	struct errata_reports waiting;
	bool behind = false;

	if (errata_queue(&reader, team, false, &waiting, e) != 0)
		return -1;
	for (size_t i = 0; i < waiting.count; i++) {
		struct str code = waiting.at[i].code;
		if (str_eq(code, out->row.report->code))
			behind = true;
		else if (!behind)
			out->previous = href_of(ask, code);
		else if (out->next.n == 0)
			out->next = href_of(ask, code);
	}
	/* One that is closed has left the queue: its first report comes next. */
	if (!behind && waiting.count > 0) {
		out->next = href_of(ask, waiting.at[0].code);
		out->previous = STR("");
	}
	return 0;
}

static int
voices_read(struct desk_ask *ask, struct desk_report *out, struct err *e)
{
	const struct count_reader reader = reader_of(ask);
	const struct errata_voice *all;

	if (errata_voices(&reader, out->row.report, &all, &out->n_voices, e) != 0)
		return -1;
	struct desk_voice *at = ARENA_ARRAY(ask->a, struct desk_voice, out->n_voices);
	for (size_t i = 0; i < out->n_voices; i++)
		at[i] = (struct desk_voice){all[i].at,
		    message_named(ask->a, ask->lang, STR("errata.kind."), all[i].kind),
		    all[i].wording, all[i].comment};
	out->voices = at;
	return 0;
}

/* The figure or record that the words lie in: its name, and where the public page tells of it. */
static void
behind_set(const struct desk_ask *ask, struct desk_report *out)
{
	const struct errata_report *report = out->row.report;
	struct str id = report->figure, kind = str_cut(&id, ' ');

	out->behind = report->figure;
	bool page = str_eq(kind, STR("claim")) || str_eq(kind, STR("count"));
	if (id.n > 0 && page)
		out->behind_href = arena_fmt(
		    ask->a, "%.*s%.*s/%.*s/", STR_ARG(out->page), STR_ARG(kind), STR_ARG(id));
	else if (id.n > 0)
		out->behind_href = arena_fmt(
		    ask->a, "%.*s#%.*s-%.*s", STR_ARG(out->page), STR_ARG(kind), STR_ARG(id));
}

/* Not to find the passage is something to say, not a failure. */
static void
passage_find(struct desk_ask *ask, struct desk_report *out)
{
	const struct count_reader reader = reader_of(ask);
	struct buf *why = buf_on(ask->a);
	struct err e;

	out->found = errata_look(&reader, out->row.report, &out->look, &e) == 0;
	if (out->found)
		return;
	message_err(why, ask->lang, &e);
	out->lost = buf_str(why);
}

int
desk_report_show(struct desk_ask *ask, struct str code, const struct desk_typed *typed,
    const struct err *problem, struct desk_answer *out, struct err *e)
{
	const struct count_reader reader = reader_of(ask);
	struct errata_report report;
	struct desk_report page = {.lost = STR(""),
	    .behind = STR(""),
	    .behind_href = STR(""),
	    .previous = STR(""),
	    .next = STR(""),
	    .renewed = desk_renew_state(ask->renew, ask->a)};

	if (errata_find(&reader, team, code, &report, e) != 0)
		return -1;
	page.row = row_of(ask, &report);
	page.page = arena_fmt(ask->a, "%.*s/%.*s/%.*s/", STR_ARG(ask->site), STR_ARG(report.lang),
	    STR_ARG(report.slug));
	page.typed =
	    typed != NULL ? *typed : (struct desk_typed){report.wording, STR(""), STR(""), STR("")};
	if (neighbours_find(ask, &page, e) != 0 || voices_read(ask, &page, e) != 0)
		return -1;
	behind_set(ask, &page);
	passage_find(ask, &page);
	page.problem = desk_problem(ask, problem, out);
	struct tpl t = desk_writer(ask, out->body);
	out->title = desk_text(ask, STR("desk.report.title"));
	out->script = true;
	desk_report_page(&t, &page);
	return 0;
}

int
desk_one_report(struct desk_ask *ask, struct desk_answer *out, struct err *e)
{
	static const struct http_field fields[] = {{STR_INIT("code"), 32, true, false}};
	static const struct http_form form = {fields, LENGTH(fields)};
	struct str code;

	if (http_form_query(ask->a, ask->request->query, &form, &code, e) != 0)
		return -1;
	return desk_report_show(ask, code, NULL, NULL, out, e);
}
