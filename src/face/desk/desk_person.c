#include "face/desk/desk_person.h"

#include "base/date.h"
#include "desk_tpl.h"
#include "kit/http/http_form.h"
#include "kit/os/clock.h"

#define HITS 8
#define ID_BYTES 32
#define NAME_BYTES 400

static const struct viewer team = {VIEWER_TEAM};

static void
page_put(struct desk_ask *ask, const struct err *problem, struct desk_person *page,
    struct desk_answer *out)
{
	struct tpl t = desk_writer(ask, out->body);

	page->problem = desk_problem(ask, problem, out);
	out->title = desk_text(ask, STR("desk.person.title"));
	desk_person_page(&t, page);
}

/* --- A person -------------------------------------------------------------------------------- */

static int
person_fill(struct desk_ask *ask, struct str id, struct desk_person *page, struct err *e)
{
	const struct person_reader reader = {ask->db, ask->a, team, NULL};
	struct person person;
	struct person_review *review;
	const struct person_pair *pairs;

	if (person_find(&reader, id, &person, e) != 0 ||
	    person_review_open(&reader, person.event, &review, e) != 0 ||
	    person_why(review, ask->a, &person, &pairs, e) != 0)
		return -1;
	struct desk_mention *mentions = ARENA_ARRAY(ask->a, struct desk_mention, person.count);
	struct desk_why *whys = ARENA_ARRAY(ask->a, struct desk_why, person.count);
	for (size_t i = 0; i < person.count; i++)
		mentions[i] = desk_mention_from(ask->a, &person.mentions[i]);
	for (size_t i = 0; i + 1 < person.count; i++) {
		struct str x = person_seen_name(ask->a, &pairs[i].x);
		struct str y = person_seen_name(ask->a, &pairs[i].y);
		whys[i] = desk_why_from(
		    ask, arena_fmt(ask->a, "%.*s, %.*s", STR_ARG(x), STR_ARG(y)), &pairs[i].why);
	}
	if (person_stale(&reader, person.event, &page->stale, e) != 0)
		return -1;
	page->id = person.id;
	page->mentions = mentions;
	page->n_mentions = person.count;
	page->whys = whys;
	page->n_whys = person.count - 1;
	return 0;
}

/* Whom an address names, or nobody; with what went wrong before, if anything did. */
static void
person_show(struct desk_ask *ask, struct str id, const struct err *problem, struct desk_answer *out)
{
	struct desk_person page = {.who = STR(""), .born = STR(""), .id = STR("")};
	struct err why;

	if (id.n > 0 && person_fill(ask, id, &page, &why) != 0)
		problem = &why;
	page_put(ask, problem, &page, out);
}

int
desk_person(struct desk_ask *ask, struct desk_answer *out, struct err *e)
{
	static const struct http_field fields[] = {{STR_INIT("id"), ID_BYTES, false, false}};
	static const struct http_form form = {fields, LENGTH(fields)};
	struct str id;

	if (http_form_query(ask->a, ask->request->query, &form, &id, e) != 0)
		return -1;
	person_show(ask, id, NULL, out);
	return 0;
}

/* --- Who somebody may be ---------------------------------------------------------------------- */

static int
hits_fill(struct desk_ask *ask, struct desk_person *page, struct err *e)
{
	const struct person_reader reader = {ask->db, ask->a, team, NULL};
	const struct person_asked asked = {page->who, page->born};
	struct person_hits found;

	if (person_who(&reader, STR(""), &asked, HITS, &found, e) != 0)
		return -1;
	struct desk_hit *hits = ARENA_ARRAY(ask->a, struct desk_hit, found.count);
	for (size_t i = 0; i < found.count; i++) {
		const struct person_hit *hit = &found.at[i];
		hits[i] = (struct desk_hit){.chance = why_percent(ask->a, ask->lang, hit->chance),
		    .person = hit->person,
		    .mention = desk_mention_from(ask->a, &hit->seen)};
		hits[i].why = desk_why_from(ask, hits[i].mention.name, &hit->why);
	}
	page->hits = hits;
	page->n_hits = found.count;
	if (person_stale(&reader, STR(""), &page->stale, e) != 0)
		return -1;
	page->more = found.more;
	page->unlikely = found.unlikely;
	page->together = why_percent(ask->a, ask->lang, found.together);
	page->none = person_hits_none(&found);
	return 0;
}

/* A form and no address: whom the team asks about stays out of a browser's history. */
int
desk_who(struct desk_ask *ask, struct desk_answer *out, struct err *e)
{
	static const struct http_field fields[] = {
	    {STR_INIT("who"), NAME_BYTES, true, false}, {STR_INIT("born"), 20, false, false}};
	static const struct http_form form = {fields, LENGTH(fields)};
	struct str v[LENGTH(fields)];
	struct err why;

	if (http_form_read(ask->a, ask->request->type, ask->request->body, &form, v, e) != 0)
		return -1;
	struct desk_person page = {.who = v[0], .born = v[1], .id = STR("")};
	page_put(ask, hits_fill(ask, &page, &why) != 0 ? &why : NULL, &page, out);
	return 0;
}

/* --- A mention taken out ---------------------------------------------------------------------- */

struct taking {
	struct desk_ask *ask;
	struct str person, mention;
};

static int
take_out(struct archive *archive, void *arg, struct err *e)
{
	const struct taking *t = arg;
	struct desk_ask *ask = t->ask;
	char moment[21];
	const struct archive_stamp stamp = {
	    .at = date_of_moment(clock_seconds(), moment), .by = ask->by, .device = STR("desk")};
	const struct person_writer writer = {archive, ask->a, NULL, &stamp, NULL};
	const struct person_reader reader = {archive_db(archive), ask->a, team, NULL};
	struct person_seen mention;
	struct person person;
	struct str fresh;

	if (person_find(&reader, t->person, &person, e) != 0 ||
	    person_mention_find(&reader, t->mention, &mention, e) != 0)
		return -1;
	return person_take_out(&writer, &person, &mention, &fresh, e);
}

int
desk_take_out(struct desk_ask *ask, struct desk_answer *out, struct err *e)
{
	static const struct http_field fields[] = {{STR_INIT("id"), ID_BYTES, true, false},
	    {STR_INIT("mention"), NAME_BYTES, true, false}};
	static const struct http_form form = {fields, LENGTH(fields)};
	struct str v[LENGTH(fields)];
	struct archive_reader *reader;
	struct err why;

	if (http_form_read(ask->a, ask->request->type, ask->request->body, &form, v, e) != 0)
		return -1;
	struct taking t = {ask, v[0], v[1]};
	if (archive_readers_write(ask->readers, take_out, &t, &why) == 0) {
		out->location = arena_fmt(ask->a, "/person?id=%.*s", STR_ARG(v[0]));
		return 0;
	}
	if (desk_lend(ask, &reader, e) != 0)
		return -1;
	person_show(ask, v[0], &why, out);
	archive_reader_give(ask->readers, reader);
	return 0;
}
