#include "domain/person/internal.h"

/* The row that stands for all that were said to be one person with row. */
static size_t
standing_for(size_t *into, size_t row)
{
	while (into[row] != row)
		row = into[row] = into[into[row]];
	return row;
}

int
person_clashes(const struct person_reader *reader, struct str event,
    const struct person_clash **out, size_t *n, struct err *e)
{
	struct arena *a = reader->arena;
	struct person_world w;

	if (person_world_read(reader, event, &w, e) < 0)
		return -1;
	size_t *into = ARENA_ARRAY(a, size_t, w.rows), count = 0;
	struct person_clash *found = ARENA_ARRAY(a, struct person_clash, w.n_verdicts);
	for (size_t r = 0; r < w.rows; r++)
		into[r] = r;
	for (size_t i = 0; i < w.n_verdicts; i++)
		if (w.verdicts[i].same)
			into[standing_for(into, w.verdicts[i].x)] =
			    standing_for(into, w.verdicts[i].y);
	for (size_t i = 0; i < w.n_verdicts; i++) {
		const struct link_verdict *v = &w.verdicts[i];
		size_t first = v->x < v->y ? v->x : v->y, second = v->x < v->y ? v->y : v->x;
		if (!v->same && standing_for(into, v->x) == standing_for(into, v->y))
			found[count++] = (struct person_clash){
			    person_world_seen(&w, first), person_world_seen(&w, second)};
	}
	*out = found;
	*n = count;
	return 0;
}
