#include <math.h>

#include "base/date.h"
#include "domain/person/internal.h"
#include "engine/link/birth.h"
#include "engine/link/seek.h"

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

/* A list may hold the 31st of February, a slip to compare; who asks can still look again. */
static bool
is_day(struct birth b)
{
	struct date_civil civil = {b.year, b.month, b.day > 0 ? b.day : 1};
	int32_t day;

	if (b.month == 0)
		return b.day == 0;
	return date_from_civil(civil, &day);
}

static int
asked_check(const struct person_asked *asked, struct err *e)
{
	struct birth born;

	if (str_trim(asked->name).n == 0)
		return err_fail(e, ERR_INPUT, STR("people.asked"));
	if (asked->born.n == 0)
		return 0;
	if (!birth_read(asked->born, &born))
		return err_fail(e, ERR_INPUT, STR("people.born"), asked->born);
	return is_day(born) ? 0 : err_fail(e, ERR_INPUT, STR("people.no_day"), asked->born);
}

/* Those that are likely enough; of one person all are, however little the row itself says. */
static struct person_hits
hits_of(const struct person_reader *reader, const struct person_world *w,
    const struct link_result *result, const struct str *persons, size_t most)
{
	struct arena *a = reader->arena;
	struct seek_found found = seek_people(a, result, reader->share, w->rows, 1, SIZE_MAX);
	const struct seek_hits *all = found.of;
	struct person_hit *hits =
	    ARENA_ARRAY(a, struct person_hit, all->count < most ? all->count : most);
	struct person_hits out = {.at = hits};

	for (size_t i = 0; i < all->count; i++) {
		const struct seek_hit *hit = &all->at[i];
		bool likely = hit->chance * 100 >= PERSON_HIT_PERCENT;
		out.unlikely += !likely;
		out.together += likely ? 0 : hit->chance;
		out.more += likely && out.count == most;
		if (!likely || out.count == most)
			continue;
		hits[out.count++] = (struct person_hit){.seen = person_world_seen(w, hit->row),
		    .person = persons[hit->row],
		    .chance = hit->chance,
		    .why = seek_why(a, result, &found, 0, i)};
	}
	out.together = fmin(ceil(out.together * 1000) / 1000, 1);
	return out;
}

bool
person_hits_none(const struct person_hits *hits)
{
	return hits->count == 0 && hits->together * 100 < PERSON_HIT_PERCENT;
}

int
person_who(const struct person_reader *reader, struct str event, const struct person_asked *asked,
    size_t most, struct person_hits *out, struct err *e)
{
	struct person_world w;
	struct link_result result;
	const struct str *persons;

	if (asked_check(asked, e) != 0 || person_world_read(reader, event, &w, e) < 0 ||
	    person_of_rows(reader, &w, &persons, e) < 0 ||
	    asked_link(reader, &w, asked, &result, e) < 0)
		return -1;
	*out = hits_of(reader, &w, &result, persons, most);
	return 0;
}
