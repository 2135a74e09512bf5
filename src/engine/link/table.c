#include "engine/link/table.h"

#include "engine/link/missing.h"
#include "engine/link/serial.h"
#include "engine/link/shape.h"
#include "kit/lang/fold.h"

/* What somebody said last of a column of a list; LINK_KIND_COUNT: nothing. */
static enum link_kind
said_of(const struct link_question *q, size_t list, struct str name)
{
	for (size_t i = q->n_said; i-- > 0;)
		if (table_is_said(&q->said[i], list, name))
			return q->said[i].kind;
	return LINK_KIND_COUNT;
}

bool
table_is_said(const struct link_said *said, size_t list, struct str name)
{
	return (said->list == list || said->list == LINK_EVERY) &&
	    str_eq(str_trim(said->name), str_trim(name));
}

/* Of columns of a list: what they are called, and what somebody said that they hold. */
struct placed {
	uint32_t named;
	enum link_kind said; /* LINK_KIND_COUNT: nothing */
	enum shape shape;    /* of one that other lists have, too */
	bool unlike;         /* it holds something else than those */
};

/* What is taken to have been said of column n: where nobody did, the first kind of those of its
 * name that somebody said something of. */
static enum link_kind
said_for(const struct placed *placed, size_t width, size_t n)
{
	enum link_kind said = placed[n].said;

	for (size_t i = 0; placed[n].said == LINK_KIND_COUNT && i < width; i++)
		if (placed[i].named == placed[n].named && placed[i].said < said)
			said = placed[i].said;
	return said;
}

static size_t
column_for(struct table *t, struct placed placed, struct str name)
{
	for (size_t k = 0; k < t->n_columns; k++)
		if (t->columns[k].named == placed.named && t->columns[k].kind == placed.said &&
		    t->columns[k].unlike == placed.unlike)
			return k;
	t->columns[t->n_columns] = (struct table_column){.name = name,
	    .named = placed.named,
	    .unlike = placed.unlike,
	    .kind = placed.said,
	    .kind_is_said = placed.said != LINK_KIND_COUNT};
	return t->n_columns++;
}

/* Has the list of column n another column of whole names, or what looks like it? */
static bool
has_whole(const struct table *t, const struct placed *placed, size_t n)
{
	size_t list = t->said[n].list;

	for (size_t k = n - t->said[n].column, i = 0; i < t->lists[list].width; i++)
		if (k + i != n && placed[k + i].shape == SHAPE_WHOLE)
			return true;
	return false;
}

struct shaping {
	const struct table *t;
	struct placed *placed;
};

static void
shape_look(void *arg, size_t n)
{
	const struct shaping *k = arg;
	const struct link_column *c = &k->t->said[n];

	k->placed[n].shape = shape_of(&k->t->lists[c->list], c->column);
}

/*
 * Finds columns that hold something else than others of their name: one word, in a list without
 * whole names, where others have whole names; days of a few years where others have those of lives.
 */
static void
shapes_look(const struct table *t, struct placed *placed, size_t width, link_share *share)
{
	struct shaping shaping = {t, placed};

	share_out(share, width, shape_look, &shaping);
	for (size_t n = 0; n < width; n++) {
		bool other = false;
		for (size_t i = 0; i < width; i++)
			other = other ||
			    (placed[i].named == placed[n].named &&
				shape_differs(placed[n].shape, placed[i].shape));
		placed[n].unlike = other && placed[n].said == LINK_KIND_COUNT &&
		    (placed[n].shape == SHAPE_DAYS || !has_whole(t, placed, n));
	}
}

/* Where each column of each list goes. */
static void
lists_place(struct table *t, const struct link_question *q, size_t width)
{
	struct arena *a = arena_new();
	struct intern *names = intern_new(a);
	struct placed *placed = ARENA_ARRAY(a, struct placed, width);

	for (size_t i = 0; i < q->n_lists; i++) {
		for (size_t k = 0; k < q->lists[i].width; k++) {
			struct str name = str_trim(q->lists[i].names[k]);
			placed[t->n_said] =
			    (struct placed){.named = intern_text(names, fold_text(a, name)),
				.said = said_of(q, i, name)};
			t->said[t->n_said++] =
			    (struct link_column){.list = i, .column = k, .kind = LINK_NOTHING};
		}
	}
	if (intern_count(names) < width)
		shapes_look(t, placed, width, q->share);
	for (size_t n = 0; n < width; n++) {
		const struct link_column *c = &t->said[n];
		struct placed p = placed[n];
		p.said = said_for(placed, q->n_said > 0 ? width : 0, n);
		t->went[n] = column_for(t, p, str_trim(q->lists[c->list].names[c->column]));
	}
	arena_free(a);
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

/* May days of birth stand in the column as numbers? Its name or somebody says so. */
static bool
may_be_serial(const struct table_column *c, const struct link_list *list, size_t column)
{
	return c->kind_is_said ? c->kind == LINK_DATE : serial_named(list->names[column]);
}

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
		struct link_column *said = &t->said[n];
		const struct link_list *list = &t->lists[said->list];
		size_t filled = 0;
		bool serial = t->went[n] == i && may_be_serial(c, list, said->column);
		for (size_t r = 0; r < list->rows && t->went[n] == i; r++) {
			struct str cell = str_trim(list->cells[r * list->width + said->column]);
			if (missing_says(cell))
				continue;
			if (serial)
				said->serial += serial_read(c->a, cell, &cell);
			c->of_row[k->first[said->list] + r] = intern_text(c->texts, cell);
			filled++;
		}
		c->longest = filled > c->longest ? filled : c->longest;
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

	*t = (struct table){.a = a, .lists = lists, .n_lists = n_lists, .single = true};
	for (size_t i = 0; i < n_lists; i++) {
		t->single = t->single && lists[i].rows < 2;
		width += lists[i].width;
		t->rows += lists[i].rows;
	}
	uint32_t *list_of_row = ARENA_ARRAY(a, uint32_t, t->rows);
	size_t *first_of_list = ARENA_ARRAY(a, size_t, n_lists);
	t->columns = ARENA_ARRAY(a, struct table_column, width);
	t->said = ARENA_ARRAY(a, struct link_column, width);
	t->went = ARENA_ARRAY(a, size_t, width);
	lists_place(t, q, width);
	for (size_t i = 0, first = 0; i < n_lists; first += lists[i].rows, i++) {
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
