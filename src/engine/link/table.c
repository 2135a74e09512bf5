#include "engine/link/table.h"

#include <string.h>

#include "kit/lang/fold.h"

#define MISSING_WORDS                                                                              \
	"na n/a null none nan - ? ." /* in small letters; a cell that says this is empty */

static bool
says_nothing(struct str cell)
{
	char low[8];
	struct str words = STR(MISSING_WORDS);

	if (cell.n == 0)
		return true;
	if (cell.n >= sizeof(low))
		return false;
	for (size_t i = 0; i < cell.n; i++)
		low[i] = (char)(cell.p[i] >= 'A' && cell.p[i] <= 'Z' ? cell.p[i] + 32 : cell.p[i]);
	while (words.n > 0) {
		if (str_eq(str_cut(&words, ' '), (struct str){low, cell.n}))
			return true;
	}
	return false;
}

static size_t
column_for(struct table *t, struct intern *names, struct str name)
{
	uint32_t number = intern_text(names, fold_text(t->a, str_trim(name)));

	if (number > t->n_columns)
		t->columns[t->n_columns++].name = str_trim(name);
	return number - 1;
}

/* Where each column of a list goes. */
static void
list_place(struct table *t, struct intern *names, const struct link_list *lists, size_t number)
{
	const struct link_list *list = &lists[number];

	for (size_t k = 0; k < list->width; k++) {
		t->said[t->n_said] = (struct link_column){number, k, LINK_NOTHING};
		t->went[t->n_said++] = column_for(t, names, list->names[k]);
	}
}

static void
uses_count(struct table_column *c, size_t rows)
{
	c->uses = ARENA_ARRAY(c->a, uint32_t, intern_count(c->texts) + 1);
	for (size_t r = 0; r < rows; r++) {
		c->uses[c->of_row[r]]++;
		c->filled += c->of_row[r] != 0;
	}
	c->uses[0] = 0;
}

struct reading {
	struct table *t;
	const size_t *first; /* row of each list */
};

/* A column, of all lists that have it; each lies on an arena of its own. */
static void
column_read(void *arg, size_t i)
{
	const struct reading *k = arg;
	const struct table *t = k->t;
	struct table_column *c = &t->columns[i];

	c->a = arena_new();
	c->texts = intern_new(c->a);
	c->of_row = ARENA_ARRAY(c->a, uint32_t, t->rows);
	for (size_t n = 0; n < t->n_said; n++) {
		const struct link_column *said = &t->said[n];
		const struct link_list *list = &t->lists[said->list];
		for (size_t r = 0; r < list->rows && t->went[n] == i; r++) {
			struct str cell = str_trim(list->cells[r * list->width + said->column]);
			if (!says_nothing(cell))
				c->of_row[k->first[said->list] + r] = intern_text(c->texts, cell);
		}
	}
	uses_count(c, t->rows);
}

static void
columns_free(void *arg)
{
	const struct table *t = arg;

	for (size_t i = 0; i < t->n_columns; i++)
		arena_free(t->columns[i].a);
}

struct table *
table_new(struct arena *a, const struct link_question *q)
{
	struct table *t = ARENA_NEW(a, struct table);
	const struct link_list *lists = q->lists;
	size_t width = 0, n_lists = q->n_lists;

	*t = (struct table){.a = a, .lists = lists, .n_lists = n_lists};
	for (size_t i = 0; i < n_lists; i++) {
		width += lists[i].width;
		t->rows += lists[i].rows;
	}
	uint32_t *list_of_row = ARENA_ARRAY(a, uint32_t, t->rows);
	size_t *first_of_list = ARENA_ARRAY(a, size_t, n_lists);
	t->columns = ARENA_ARRAY(a, struct table_column, width);
	t->said = ARENA_ARRAY(a, struct link_column, width);
	t->went = ARENA_ARRAY(a, size_t, width);
	struct intern *names = intern_new(a);
	for (size_t i = 0, first = 0; i < n_lists; first += lists[i].rows, i++) {
		list_place(t, names, lists, i);
		first_of_list[i] = first;
		for (size_t r = 0; r < lists[i].rows; r++)
			list_of_row[first + r] = (uint32_t)i;
	}
	t->list_of_row = list_of_row;
	struct reading reading = {t, first_of_list};
	arena_defer(a, columns_free, t);
	share_out(q->share, t->n_columns, column_read, &reading);
	return t;
}
