#include "face/desk/desk_review.h"

#include "base/date.h"
#include "desk_tpl.h"
#include "face/desk/desk_session.h"
#include "kit/http/http_form.h"
#include "kit/os/clock.h"

#define PAIR_BYTES 256

enum { EVENT, PAIR, SAID, VALUES };

static const struct viewer team = {VIEWER_TEAM};

/* --- Showing a pair -------------------------------------------------------------------------- */

struct desk_mention
desk_mention_from(struct arena *a, const struct person_seen *seen)
{
	struct desk_cell *cells = ARENA_ARRAY(a, struct desk_cell, seen->width);
	size_t n = 0;

	for (size_t k = 0; k < seen->width; k++)
		if (seen->cells[k].n > 0)
			cells[n++] = (struct desk_cell){seen->columns[k], seen->cells[k]};
	return (struct desk_mention){person_seen_name(a, seen), cells, n};
}

struct desk_why
desk_why_from(const struct desk_ask *ask, struct str name, const struct link_why *why)
{
	struct desk_why out = {.all = why_all(ask->a, ask->lang, name, why)};

	out.lines = why_lines(ask->a, ask->lang, why, &out.n_lines);
	return out;
}

static struct str
href_of(struct arena *a, struct str event)
{
	return arena_fmt(a, "/review?event=%.*s", STR_ARG(event));
}

static bool
is_known(const struct desk_event *events, size_t n, struct str id)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(events[i].id, id))
			return true;
	return false;
}

/* Events that have a list which stands. */
static int
events_list(const struct person_reader *reader, struct desk_review *out, struct err *e)
{
	struct person_lists lists;

	if (person_list_all(reader, &lists, e) != 0)
		return -1;
	struct desk_event *events = ARENA_ARRAY(reader->arena, struct desk_event, lists.count);
	for (size_t i = 0; i < lists.count; i++) {
		const struct person_list *l = &lists.at[i];
		if (l->event.n == 0 || l->undone || is_known(events, out->n_events, l->event))
			continue;
		events[out->n_events++] =
		    (struct desk_event){l->event, href_of(reader->arena, l->event)};
	}
	out->events = events;
	return 0;
}

static void
pair_set(struct desk_ask *ask, const struct person_pair *pair, struct desk_review *out)
{
	out->any = true;
	out->first = desk_mention_from(ask->a, &pair->x);
	out->second = desk_mention_from(ask->a, &pair->y);
	out->pair =
	    arena_fmt(ask->a, "%.*s,%.*s", STR_ARG(out->first.name), STR_ARG(out->second.name));
	out->why = desk_why_from(ask, out->pair, &pair->why);
	out->joined = pair->joined;
}

/* The pair that is least sure. Where nothing can be linked there is none. */
static int
pair_find(struct desk_ask *ask, const struct person_reader *reader, struct desk_review *out,
    struct err *e)
{
	struct person_review *review;
	size_t n = 1;

	if (person_review_open(reader, out->event, &review, e) != 0)
		return e->code == ERR_NOTFOUND ? 0 : -1;
	const struct person_pair *pairs = person_review_doubts(review, &n);
	if (n > 0)
		pair_set(ask, &pairs[0], out);
	return 0;
}

static int
review_show(struct desk_ask *ask, struct str event, const struct err *problem,
    struct desk_answer *out, struct err *e)
{
	const struct person_reader reader = {ask->db, ask->a, team, NULL};
	struct desk_review page = {.event = event,
	    .pair = STR(""),
	    .why = {.all = STR("")},
	    .last = desk_session_last(ask->sessions, ask->a, ask->token, event)};

	if (events_list(&reader, &page, e) != 0 || pair_find(ask, &reader, &page, e) != 0)
		return -1;
	page.problem = desk_problem(ask, problem, out);
	struct tpl t = desk_writer(ask, out->body);
	out->title = desk_text(ask, STR("desk.review.title"));
	out->script = true;
	desk_review_page(&t, &page);
	return 0;
}

int
desk_review(struct desk_ask *ask, struct desk_answer *out, struct err *e)
{
	static const struct http_field fields[] = {{STR_INIT("event"), 64, false, false}};
	static const struct http_form form = {fields, LENGTH(fields)};
	struct str event;

	if (http_form_query(ask->a, ask->request->query, &form, &event, e) != 0)
		return -1;
	return review_show(ask, event, NULL, out, e);
}

/* --- An answer ------------------------------------------------------------------------------- */

static const struct http_field fields[VALUES] = {
    [EVENT] = {STR_INIT("event"), 64, false, false},
    [PAIR] = {STR_INIT("pair"), PAIR_BYTES, true, false},
    [SAID] = {STR_INIT("said"), 20, true, false},
};
static const struct http_form form = {fields, VALUES};

struct judging {
	struct desk_ask *ask;
	const struct str *values;
};

static int
judge(struct archive *archive, void *arg, struct err *e)
{
	const struct judging *j = arg;
	struct desk_ask *ask = j->ask;
	char moment[21];
	const struct archive_stamp stamp = {
	    .at = date_of_moment(clock_seconds(), moment), .by = ask->by, .device = STR("desk")};
	const struct person_writer writer = {archive, ask->a, NULL, &stamp, NULL};
	const struct person_reader reader = {archive_db(archive), ask->a, team, NULL};
	struct str second = j->values[PAIR], first = str_cut(&second, ',');
	struct person_seen x, y;
	bool fresh;

	if (person_mention_find(&reader, first, &x, e) != 0 ||
	    person_mention_find(&reader, second, &y, e) != 0)
		return -1;
	return person_judge(&writer, &x, &y, j->values[SAID], &fresh, e);
}

int
desk_judge(struct desk_ask *ask, struct desk_answer *out, struct err *e)
{
	struct str v[VALUES];
	struct judging j = {ask, v};
	struct archive_reader *reader;
	struct err why;

	if (http_form_read(ask->a, ask->request->type, ask->request->body, &form, v, e) != 0)
		return -1;
	int written = archive_readers_write(ask->readers, judge, &j, &why);
	/* A pair that cannot be taken back, for its list is gone, does not bar those before it. */
	if (str_eq(v[SAID], STR("none")))
		desk_session_undone(ask->sessions, ask->token, v[EVENT], v[PAIR]);
	else if (written == 0)
		desk_session_answered(ask->sessions, ask->token, v[EVENT], v[PAIR]);
	if (written == 0) {
		out->location = href_of(ask->a, v[EVENT]);
		return 0;
	}
	if (desk_lend(ask, &reader, e) != 0)
		return -1;
	int status = review_show(ask, v[EVENT], &why, out, e);
	archive_reader_give(ask->readers, reader);
	return status;
}
