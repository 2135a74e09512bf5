#include "face/cli/option.h"

#include <assert.h>

#include "base/near.h"
#include "base/utf8.h"

const struct option option_table[OPTION_COUNT] = {
#define OPTION(id, letter, name, kind, placeholder, key)                                           \
	{letter, STR_INIT(name), OPTION_##kind, STR_INIT(placeholder), STR_INIT(key)},
#include "face/cli/options.def"
#undef OPTION
};

/* The values of each option while the line is being read. */
struct gathering {
	struct arena *a;
	char *const *argv;
	int argc, at;
	struct str *values[OPTION_COUNT];
	size_t capacity[OPTION_COUNT];
	struct str *words;
	size_t word_capacity;
	struct option_line line;
};

static int
unknown(struct arena *a, struct str word, struct err *e)
{
	struct str names[OPTION_COUNT];

	for (size_t i = 0; i < OPTION_COUNT; i++)
		names[i] = option_table[i].name;
	struct str bare = word;
	while (bare.n > 0 && bare.p[0] == '-')
		bare = str_sub(bare, 1, bare.n);
	struct str near = near_find(bare, names, OPTION_COUNT);
	if (near.n == 0)
		return err_fail(e, ERR_INPUT, STR("cli.option.unknown"), word);
	near = arena_fmt(a, "--%.*s", STR_ARG(near));
	return err_fail(e, ERR_INPUT, STR("cli.option.unknown_near"), word, near);
}

static int
keep(struct gathering *g, size_t id, const struct str *value, struct err *e)
{
	struct option_values *v = &g->line.given[id];
	const struct option *o = &option_table[id];

	if (o->kind == OPTION_FLAG) {
		v->count = 1;
		return 0;
	}
	assert(value != NULL);
	if (id == OPTION_LANG && g->line.word_count == 0) {
		g->line.lang_before = *value;
		return 0;
	}
	if (v->count > 0 && o->kind != OPTION_LIST) {
		struct str shown = arena_fmt(g->a, "--%.*s", STR_ARG(o->name));
		return err_fail(e, ERR_INPUT, STR("cli.option.twice"), shown);
	}
	g->values[id] =
	    arena_grow(g->a, g->values[id], v->count, &g->capacity[id], sizeof(struct str));
	g->values[id][v->count++] = *value;
	v->values = g->values[id];
	return 0;
}

static void
word_add(struct gathering *g, struct str word)
{
	g->words =
	    arena_grow(g->a, g->words, g->line.word_count, &g->word_capacity, sizeof(struct str));
	g->words[g->line.word_count++] = word;
	g->line.words = g->words;
}

/* The option id stood as shown, with the value inside the same word, or NULL when there was none.
 */
static int
take(struct gathering *g, size_t id, struct str shown, const struct str *inside, struct err *e)
{
	bool flag = option_table[id].kind == OPTION_FLAG;

	if (flag && inside != NULL)
		return err_fail(e, ERR_INPUT, STR("cli.option.no_value"), shown);
	if (flag || inside != NULL)
		return keep(g, id, inside, e);
	if (g->at + 1 >= g->argc)
		return err_fail(e, ERR_INPUT, STR("cli.option.value"), shown);
	struct str next = str_of(g->argv[++g->at]);
	return keep(g, id, &next, e);
}

static int
long_option(struct gathering *g, struct str word, struct err *e)
{
	size_t equals = str_find(word, '=');
	struct str shown = str_sub(word, 0, equals);
	struct str value = str_sub(word, equals + 1, word.n);

	for (size_t id = 0; id < OPTION_COUNT; id++) {
		if (str_eq(option_table[id].name, str_sub(shown, 2, shown.n)))
			return take(g, id, shown, equals < word.n ? &value : NULL, e);
	}
	return unknown(g->a, shown, e);
}

static int
short_option(struct gathering *g, struct str word, struct err *e)
{
	struct str value = str_sub(word, 2, word.n);

	for (size_t id = 0; id < OPTION_COUNT; id++) {
		if (option_table[id].letter == word.p[1])
			return take(g, id, str_sub(word, 0, 2), value.n > 0 ? &value : NULL, e);
	}
	return unknown(g->a, word, e);
}

static int
line_read(struct gathering *g, struct err *e)
{
	bool ended = false;

	for (g->at = 1; g->at < g->argc; g->at++) {
		struct str word = str_of(g->argv[g->at]);
		int rc = 0;
		if (!ended && str_eq(word, STR("--")))
			ended = true;
		else if (!ended && str_starts(word, STR("--")))
			rc = long_option(g, word, e);
		else if (!ended && word.n > 1 && word.p[0] == '-')
			rc = short_option(g, word, e);
		else
			word_add(g, word);
		if (rc != 0)
			return -1;
	}
	return 0;
}

int
option_read(struct arena *a, int argc, char *const *argv, struct option_line *out, struct err *e)
{
	struct gathering g = {.a = a, .argc = argc, .argv = argv, .line.lang_before = STR("")};

	for (int i = 1; i < argc; i++) {
		if (!utf8_valid(str_of(argv[i])))
			return err_fail(e, ERR_INPUT, STR("cli.utf8"), STR_INT(i));
	}
	if (line_read(&g, e) != 0)
		return -1;
	*out = g.line;
	return 0;
}

bool
option_has(const struct option_line *line, enum option_id id)
{
	return line->given[id].count > 0;
}

struct str
option_of(const struct option_line *line, enum option_id id)
{
	return line->given[id].values == NULL ? STR("") : line->given[id].values[0];
}

bool
option_listed(enum option_id id, struct str names)
{
	while (names.n > 0) {
		if (str_eq(str_cut(&names, ' '), option_table[id].name))
			return true;
	}
	return false;
}

bool
option_allowed(enum option_id id, struct str names)
{
	return id <= OPTION_VERSION || option_listed(id, names);
}
