#include "face/desk/desk_first.h"

#include "base/date.h"
#include "desk_tpl.h"
#include "domain/account/account.h"
#include "domain/errata/errata.h"
#include "domain/publication/publication.h"
#include "domain/source/source.h"
#include "face/desk/desk_page.h"
#include "face/say/message.h"
#include "face/say/panel_words.h"
#include "kit/os/clock.h"

static int
sources_count(struct desk_ask *ask, struct desk_first *first, struct err *e)
{
	const struct viewer anybody = {VIEWER_PUBLIC};
	struct source_list list;

	if (source_all(ask->db, ask->a, &list, e) != 0)
		return -1;
	first->sources = list.count;
	for (size_t i = 0; i < list.count; i++)
		first->open_sources += account_may(anybody, list.at[i].confidentiality);
	return 0;
}

/* The newest text of each language. */
static void
shown_list(
    struct desk_ask *ask, const struct publication_revisions *all, struct desk_publication *out)
{
	struct desk_shown *shown = ARENA_ARRAY(ask->a, struct desk_shown, all->count);

	for (size_t i = 0; i < all->count; i++) {
		const struct publication_revision *r = &all->at[i];
		if (r == publication_current(all, r->lang))
			shown[out->n_shown++] = (struct desk_shown){
			    r->lang, r->field[PUBLICATION_TITLE], r->at, r->number};
	}
	out->shown = shown;
}

static void
problems_list(
    struct desk_ask *ask, const struct publication_problems *all, struct desk_publication *out)
{
	struct str *problems = ARENA_ARRAY(ask->a, struct str, all->count);

	for (size_t i = 0; i < all->count; i++) {
		struct buf *words = buf_on(ask->a);
		message_err(words, ask->lang, &all->at[i].why);
		problems[i] = buf_str(words);
	}
	out->problems = problems;
	out->n_problems = all->count;
}

static int
publications_list(struct desk_ask *ask, struct desk_first *first, struct err *e)
{
	const struct count_reader reader = {ask->db, ask->a, ask->vocab, ask->memo};
	int32_t day = (int32_t)(clock_seconds() / DATE_DAY_SECONDS);
	struct publication_list all;

	if (publication_all(&reader, &all, e) != 0)
		return -1;
	struct desk_publication *rows = ARENA_ARRAY(ask->a, struct desk_publication, all.count);
	for (size_t i = 0; i < all.count; i++) {
		struct publication_revisions revisions;
		struct publication_problems problems;
		if (publication_revisions(&reader, &all.at[i], &revisions, e) != 0 ||
		    publication_check(&reader, &all.at[i], day, &problems, e) != 0)
			return -1;
		rows[i].slug = all.at[i].slug;
		rows[i].event = all.at[i].event;
		shown_list(ask, &revisions, &rows[i]);
		problems_list(ask, &problems, &rows[i]);
	}
	first->publications = rows;
	first->n_publications = all.count;
	return 0;
}

/* The people of the lists of a case, though nobody said what they have in common; or that they are
 * not linked yet; nothing where there are none. */
static int
people_say(struct desk_ask *ask, const struct board_words *w, struct desk_case *row, struct err *e)
{
	const struct person_reader reader = {ask->db, ask->a, {VIEWER_TEAM}, NULL};
	struct buf *words = buf_on(ask->a);
	struct person_count people;
	struct err why;

	if (person_count(&reader, row->id, &people, &why) == 0) {
		row->documented = panel_words_who(w, &people);
		row->stale = people.stale;
		return 0;
	}
	if (why.code != ERR_NOTFOUND) {
		*e = why;
		return -1;
	}
	if (str_eq(str_of(why.key), STR("people.not_yet"))) {
		message_err(words, ask->lang, &why);
		row->documented = buf_str(words);
	}
	return 0;
}

static int
events_list(struct desk_ask *ask, struct desk_first *first, struct err *e)
{
	const struct count_reader reader = {ask->db, ask->a, ask->vocab, ask->memo};
	const struct board_words w = {ask->a, ask->lang, NULL, true, true};
	const struct viewer team = {VIEWER_TEAM};
	struct count_events all;

	if (panel_events(ask->db, ask->a, &all, e) != 0)
		return -1;
	struct desk_case *rows = ARENA_ARRAY(ask->a, struct desk_case, all.count);
	for (size_t i = 0; i < all.count; i++) {
		struct panel panel;
		rows[i] = (struct desk_case){.id = all.at[i].id,
		    .claims = all.at[i].claims,
		    .documented = STR(""),
		    .estimate = STR("")};
		if (panel_outline(&reader, team, all.at[i].id, &panel, e) != 0)
			return -1;
		if (!panel.documented) {
			if (people_say(ask, &w, &rows[i], e) != 0)
				return -1;
			continue;
		}
		rows[i].documented = panel_words_who(&w, &panel.people.people);
		rows[i].stale = panel.people.people.stale;
		rows[i].estimate = panel_words_state(&w, &panel);
	}
	first->events = rows;
	first->n_events = all.count;
	return 0;
}

/* Reports that wait for a decision. */
static int
reports_count(struct desk_ask *ask, struct desk_first *first, struct err *e)
{
	const struct count_reader reader = {ask->db, ask->a, ask->vocab, ask->memo};
	const struct viewer team = {VIEWER_TEAM};
	struct errata_reports waiting;

	if (errata_queue(&reader, team, false, &waiting, e) != 0)
		return -1;
	first->reports = waiting.count;
	first->danger = errata_danger(&waiting);
	return 0;
}

int
desk_first(struct desk_ask *ask, struct desk_answer *out, struct err *e)
{
	struct desk_first first = {.entries = ask->entries};
	struct tpl t = desk_writer(ask, out->body);

	if (publications_list(ask, &first, e) != 0 || reports_count(ask, &first, e) != 0 ||
	    sources_count(ask, &first, e) != 0 || events_list(ask, &first, e) != 0)
		return -1;
	out->title = desk_text(ask, STR("desk.first.title"));
	desk_first_page(&t, &first);
	return 0;
}
