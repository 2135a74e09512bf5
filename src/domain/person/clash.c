#include "domain/person/internal.h"
#include "domain/person/person_sql.h"

/* Mentions that something was said of, each once, and what they were said to be one person with. */
struct said {
	struct arena *a;
	struct names lists, mentions; /* lists by id; mentions by LIST:LINE, the list by number */
	const struct person_list *of;
	struct mention {
		size_t list;
		int64_t line;
		size_t into;
	} * at;
	size_t count;
};

/* The number of a mention; SIZE_MAX: it is of none of the lists. */
static size_t
mention_of(struct said *s, struct str list, int64_t line)
{
	const struct named *of = names_last(&s->lists, list);

	if (of == NULL)
		return SIZE_MAX;
	struct str name = arena_fmt(s->a, "%zu:%lld", of->number, (long long)line);
	const struct named *known = names_last(&s->mentions, name);
	if (known != NULL)
		return known->number;
	s->at[s->count] = (struct mention){of->number, line, s->count};
	names_add(s->a, &s->mentions, name, s->count);
	return s->count++;
}

/* The mention that stands for all that were said to be one person with it. */
static size_t
standing_for(struct said *s, size_t mention)
{
	while (s->at[mention].into != mention)
		mention = s->at[mention].into = s->at[s->at[mention].into].into;
	return mention;
}

static struct str
name_of(const struct said *s, size_t mention)
{
	const struct person_seen seen = {
	    .list = s->of[s->at[mention].list].name, .line = s->at[mention].line};

	return person_seen_name(s->a, &seen);
}

static bool
is_before(const struct said *s, size_t x, size_t y)
{
	int order = str_cmp(s->of[s->at[x].list].name, s->of[s->at[y].list].name);

	return order < 0 || (order == 0 && s->at[x].line < s->at[y].line);
}

int
person_clashes(const struct person_reader *reader, struct str event,
    const struct person_clash **out, size_t *n, struct err *e)
{
	struct said s = {.a = reader->arena};
	struct person_lists lists;
	struct sql_verdict_last_rows rows;

	if (person_list_all(reader, &lists, e) < 0 ||
	    sql_verdict_last_all(reader->db, s.a, &rows, e) < 0)
		return -1;
	s.of = lists.at;
	s.at = ARENA_ARRAY(s.a, struct mention, rows.count * 2);
	for (size_t i = 0; i < lists.count; i++)
		if (person_list_stands(&lists.at[i], event))
			names_add(s.a, &s.lists, lists.at[i].id, i);
	struct person_clash *found = ARENA_ARRAY(s.a, struct person_clash, rows.count);
	size_t *ends = ARENA_ARRAY(s.a, size_t, rows.count * 2), differ = 0;
	for (size_t i = 0; i < rows.count; i++) {
		const struct sql_verdict_last_row *v = &rows.at[i];
		size_t x = mention_of(&s, v->list, v->line);
		size_t y = mention_of(&s, v->other_list, v->other_line);
		if (x == SIZE_MAX || y == SIZE_MAX)
			continue;
		if (str_eq(v->said, STR("same"))) {
			s.at[standing_for(&s, x)].into = standing_for(&s, y);
		} else if (str_eq(v->said, STR("different"))) {
			ends[differ++] = x;
			ends[differ++] = y;
		}
	}
	*n = 0;
	for (size_t i = 0; i < differ; i += 2) {
		size_t x = ends[i], y = ends[i + 1];
		if (standing_for(&s, x) != standing_for(&s, y))
			continue;
		bool as_is = is_before(&s, x, y);
		found[(*n)++] =
		    (struct person_clash){name_of(&s, as_is ? x : y), name_of(&s, as_is ? y : x)};
	}
	*out = found;
	return 0;
}
