#include "domain/person/internal.h"
#include "engine/link/total.h"

/* A list of the world as the table it came as. */
static struct csv
table_of(struct arena *a, const struct person_world *w, size_t list)
{
	const struct link_list *of = &w->tables[list];
	struct csv_row *rows = ARENA_ARRAY(a, struct csv_row, of->rows);

	for (size_t r = 0; r < of->rows; r++)
		rows[r] = (struct csv_row){.fields = of->cells + r * of->width,
		    .line = (size_t)w->lines[w->first[list] + r]};
	return (struct csv){of->names, of->width, rows, of->rows};
}

int
person_totals(const struct person_reader *reader, struct str event, struct person_seen **out,
    size_t *n, struct err *e)
{
	struct person_world w;

	if (person_world_read(reader, event, &w, e) < 0)
		return -1;
	*out = ARENA_ARRAY(reader->arena, struct person_seen, w.rows);
	*n = 0;
	for (size_t i = 0; i < w.n_lists; i++) {
		struct csv table = table_of(reader->arena, &w, i);
		for (size_t r = 0; r < table.count; r++)
			if (total_of_row(&table, r).n > 0)
				(*out)[(*n)++] = person_world_seen(&w, w.first[i] + r);
	}
	return 0;
}
