#include "domain/person/internal.h"
#include "engine/link/birth.h"
#include "engine/link/seek.h"

#define LEAST 0.001 /* chance of a mention that is worth a look */

/* Columns of the row that asks: no list has their names, so that they meet others by what they
 * hold. */
static const struct str asked_columns[] = {STR_INIT("\037name"), STR_INIT("\037born")};
static const enum link_kind asked_kinds[] = {LINK_NAME, LINK_DATE};

/* All lists, and one row behind them that asks. */
static int
asked_link(const struct person_reader *reader, const struct person_world *w,
    const struct person_asked *asked, struct link_result *out, struct err *e)
{
	struct arena *a = reader->arena;
	struct link_list *lists = ARENA_ARRAY(a, struct link_list, w->n_lists + 1);
	struct str *cells = ARENA_ARRAY(a, struct str, LENGTH(asked_columns));
	struct link_said *said =
	    ARENA_ARRAY(a, struct link_said, w->n_columns + LENGTH(asked_kinds));

	for (size_t i = 0; i < w->n_lists; i++)
		lists[i] = w->tables[i];
	for (size_t i = 0; i < w->n_columns; i++)
		said[i] = w->columns[i];
	for (size_t i = 0; i < LENGTH(asked_kinds); i++)
		said[w->n_columns + i] =
		    (struct link_said){asked_columns[i], asked_kinds[i], w->n_lists};
	cells[0] = asked->name;
	cells[1] = asked->born;
	lists[w->n_lists] = (struct link_list){
	    .names = asked_columns, .cells = cells, .width = LENGTH(asked_columns), .rows = 1};
	const struct link_question q = {.lists = lists,
	    .n_lists = w->n_lists + 1,
	    .said = said,
	    .n_said = w->n_columns + LENGTH(asked_kinds),
	    .verdicts = w->verdicts,
	    .n_verdicts = w->n_verdicts,
	    .share = reader->share};
	return link_rows(a, &q, out, e);
}

int
person_who(const struct person_reader *reader, struct str event, const struct person_asked *asked,
    size_t most, struct person_hits *out, struct err *e)
{
	struct arena *a = reader->arena;
	struct person_world w;
	struct link_result result;
	const struct str *persons;
	struct birth born;
	size_t n = 0;

	if (str_trim(asked->name).n == 0)
		return err_fail(e, ERR_INPUT, STR("people.asked"));
	if (asked->born.n > 0 && !birth_read(asked->born, &born))
		return err_fail(e, ERR_INPUT, STR("people.born"), asked->born);
	if (person_world_read(reader, event, &w, e) < 0 ||
	    person_of_rows(reader, &w, &persons, e) < 0 ||
	    asked_link(reader, &w, asked, &result, e) < 0)
		return -1;
	struct seek_found found = seek_people(a, &result, reader->share, w.rows, 1, most);
	struct person_hit *hits = ARENA_ARRAY(a, struct person_hit, found.of->count);
	for (size_t i = 0; i < found.of->count && found.of->at[i].chance >= LEAST; i++) {
		const struct seek_hit *hit = &found.of->at[i];
		hits[i] = (struct person_hit){.seen = person_world_seen(&w, hit->row),
		    .person = persons[hit->row],
		    .chance = hit->chance,
		    .why = seek_why(a, &result, &found, 0, i)};
		n++;
	}
	*out = (struct person_hits){hits, n};
	return 0;
}
