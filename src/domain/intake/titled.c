#include "domain/intake/internal.h"
#include "kit/lang/fold.h"

static struct str
key_of(struct arena *a, struct str kind, struct str title)
{
	struct str folded = fold_text(a, title);

	return arena_fmt(a, "%.*s %.*s", STR_ARG(kind), STR_ARG(folded));
}

void
intake_titles_add(
    struct arena *a, struct titles *titles, struct str kind, struct str title, struct str alias)
{
	struct str key = key_of(a, kind, title);
	const struct named *before = names_last(&titles->by_title, key);

	if (title.n == 0)
		return;
	if (before != NULL) {
		bool same =
		    before->number != SIZE_MAX && str_eq(titles->alias[before->number], alias);
		if (!same)
			names_add(a, &titles->by_title, key, SIZE_MAX);
		return;
	}
	titles->alias =
	    arena_grow(a, titles->alias, titles->count, &titles->capacity, sizeof(*titles->alias));
	titles->alias[titles->count] = alias;
	names_add(a, &titles->by_title, key, titles->count++);
}

struct str
intake_titles_find(struct arena *a, const struct titles *titles, struct str kinds, struct str title)
{
	struct str found = STR("");

	while (kinds.n > 0) {
		struct str kind = str_cut(&kinds, ' ');
		const struct named *named = names_last(&titles->by_title, key_of(a, kind, title));
		if (named == NULL)
			continue;
		if (named->number == SIZE_MAX || found.n > 0)
			return STR("");
		found = titles->alias[named->number];
	}
	return found;
}

const struct vocab_property *
intake_title_property(const struct vocab *vocab, struct str kind)
{
	for (size_t i = 0; i < vocab->n_properties; i++)
		if (str_eq(vocab->properties[i].of, kind))
			return &vocab->properties[i];
	return NULL;
}

/* The kinds that a column of the map may mean; empty: it is no ref, or no column. */
static struct str
kinds_meant(const struct vocab *vocab, const struct intake_column *row)
{
	struct str rest = row->to, kind = str_cut(&rest, '.'), id = str_cut(&rest, '.');
	const struct vocab_property *p = vocab_property(vocab, kind, id);
	struct arena *a = arena_new();

	if (p != NULL && rest.n > 0)
		p = vocab_property(
		    vocab, arena_fmt(a, "%.*s.%.*s", STR_ARG(kind), STR_ARG(id)), rest);
	arena_free(a);
	return p != NULL && p->type == VOCAB_REF && row->column.n > 0 ? p->list : STR("");
}

static int
add_kind(const struct record_reader *reader, struct str kind, struct titles *titles, struct err *e)
{
	struct record_list list;

	if (record_list(reader, kind, STR(""), &list, e) < 0)
		return -1;
	for (size_t i = 0; i < list.count; i++)
		intake_titles_add(
		    reader->arena, titles, kind, list.at[i].title, record_name(&list.at[i]));
	return 0;
}

int
intake_titles_read(const struct record_reader *reader, const struct intake_map *map,
    const struct intake_titles **out, struct err *e)
{
	struct intake_titles *made = ARENA_NEW(reader->arena, struct intake_titles);
	struct names done = {0};

	for (size_t i = 0; i < map->count; i++) {
		struct str kinds = kinds_meant(reader->vocab, &map->at[i]);
		while (kinds.n > 0) {
			struct str kind = str_cut(&kinds, ' ');
			if (names_last(&done, kind) != NULL)
				continue;
			names_add(reader->arena, &done, kind, 0);
			if (add_kind(reader, kind, &made->archive, e) < 0)
				return -1;
		}
	}
	*out = made;
	return 0;
}
