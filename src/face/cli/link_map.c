#include "face/cli/link_map.h"

static struct str
kind_words(struct arena *a)
{
	struct buf *b = buf_on(a);

	for (enum link_kind kind = 0; kind < LINK_LEFT; kind++)
		buf_fmt(b, "%s%.*s", kind > 0 ? ", " : "", STR_ARG(link_kind_word(kind)));
	return buf_str(b);
}

int
link_map_word(struct cli *c, struct str text, struct link_said *out, struct err *e)
{
	struct str word = str_after_last(text, '=');
	enum link_kind kind = word.n < text.n ? link_kind_of(word) : LINK_KIND_COUNT;

	if (kind == LINK_KIND_COUNT)
		return err_fail(e, ERR_INPUT, STR("cli.link.kind"), text, kind_words(c->a));
	*out = (struct link_said){str_sub(text, 0, text.n - word.n - 1), kind, LINK_EVERY};
	return 0;
}

static bool
has_column(const struct link_list *list, struct str name)
{
	for (size_t k = 0; k < list->width; k++)
		if (str_eq(str_trim(list->names[k]), name))
			return true;
	return false;
}

/* FILE:COLUMN is of that list, if it has such a column. */
static void
of_one_list(const struct cli *c, const struct link_list *lists, struct link_said *said)
{
	for (size_t i = 0; i < c->arg_count; i++) {
		size_t n = c->args[i].n;
		struct str name = str_sub(said->name, n + 1, said->name.n);
		if (said->list != LINK_EVERY || !str_starts(said->name, c->args[i]) ||
		    said->name.n <= n || said->name.p[n] != ':' || !has_column(&lists[i], name))
			continue;
		said->name = name;
		said->list = i;
	}
}

int
link_map_read(struct cli *c, const struct link_list *lists, const struct link_said **out,
    size_t *count, struct err *e)
{
	const struct option_values *map = &c->line.given[OPTION_MAP];
	struct link_said *said = ARENA_ARRAY(c->a, struct link_said, map->count);

	for (size_t i = 0; i < map->count; i++) {
		if (link_map_word(c, map->values[i], &said[i], e) != 0)
			return -1;
		of_one_list(c, lists, &said[i]);
	}
	*out = said;
	*count = map->count;
	return 0;
}
