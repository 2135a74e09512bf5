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

	if (number > t->n_columns) {
		struct table_column *c = &t->columns[t->n_columns++];
		c->name = str_trim(name);
		c->texts = intern_new(t->a);
		c->of_row = ARENA_ARRAY(t->a, uint32_t, t->rows);
	}
	return number - 1;
}

static void
list_read(struct table *t, struct intern *names, const struct link_list *lists, size_t number,
    size_t first)
{
	const struct link_list *list = &lists[number];

	for (size_t k = 0; k < list->width; k++) {
		size_t went = column_for(t, names, list->names[k]);
		struct table_column *c = &t->columns[went];
		t->said[t->n_said] = (struct link_column){number, k, LINK_NOTHING};
		t->went[t->n_said++] = went;
		for (size_t r = 0; r < list->rows; r++) {
			struct str cell = str_trim(list->cells[r * list->width + k]);
			if (!says_nothing(cell))
				c->of_row[first + r] = intern_text(c->texts, cell);
		}
	}
}

static void
uses_count(struct table *t, struct table_column *c)
{
	c->uses = ARENA_ARRAY(t->a, uint32_t, intern_count(c->texts) + 1);
	for (size_t r = 0; r < t->rows; r++) {
		c->uses[c->of_row[r]]++;
		c->filled += c->of_row[r] != 0;
	}
	c->uses[0] = 0;
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
	t->columns = ARENA_ARRAY(a, struct table_column, width);
	t->said = ARENA_ARRAY(a, struct link_column, width);
	t->went = ARENA_ARRAY(a, size_t, width);
	struct intern *names = intern_new(a);
	for (size_t i = 0, first = 0; i < n_lists; first += lists[i].rows, i++) {
		list_read(t, names, lists, i, first);
		for (size_t r = 0; r < lists[i].rows; r++)
			list_of_row[first + r] = (uint32_t)i;
	}
	t->list_of_row = list_of_row;
	for (size_t k = 0; k < t->n_columns; k++)
		uses_count(t, &t->columns[k]);
	return t;
}
