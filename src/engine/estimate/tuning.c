#include "engine/estimate/tuning.h"

#include <stdlib.h>

enum kind {
	NUMBER,
	AUTO,
	WORD,
	TEXT,
};

static const struct {
	struct str name, standard;
	enum kind kind;
	struct str least, most;
} rows[TUNING_COUNT] = {
#define X(ID, name, standard, kind, least, most)                                                   \
	{STR_INIT(name), STR_INIT(standard), kind, STR_INIT(least), STR_INIT(most)},
#include "engine/estimate/tuning.def"
#undef X
};

bool
tuning_to_number(struct str text, double *out)
{
	char room[32];
	size_t points = 0;

	if (text.n == 0 || text.n >= sizeof(room))
		return false;
	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];
		points += c == '.';
		if (!((c >= '0' && c <= '9') || (c == '.' && points == 1 && text.n > 1) ||
			(c == '-' && i == 0 && text.n > 1)))
			return false;
		room[i] = c;
	}
	room[text.n] = '\0';
	*out = strtod(room, NULL);
	return true;
}

static int
word_of(struct str words, struct str text)
{
	for (int i = 0; words.n > 0; i++)
		if (str_eq(str_cut(&words, '|'), text))
			return i;
	return -1;
}

static bool
is_allowed(enum tuning_id id, struct str value)
{
	double v, least, most;

	if (rows[id].kind == TEXT)
		return value.n > 0;
	if (rows[id].kind == WORD)
		return word_of(rows[id].least, value) >= 0;
	if (rows[id].kind == AUTO && str_eq(value, STR("auto")))
		return true;
	return tuning_to_number(value, &v) && tuning_to_number(rows[id].least, &least) &&
	    tuning_to_number(rows[id].most, &most) && v >= least && v <= most;
}

static struct str
what_is_allowed(struct arena *a, enum tuning_id id)
{
	if (rows[id].kind == NUMBER || rows[id].kind == AUTO)
		return arena_fmt(a, "%s%.*s - %.*s", rows[id].kind == AUTO ? "auto, " : "",
		    STR_ARG(rows[id].least), STR_ARG(rows[id].most));
	return rows[id].least;
}

static struct str
all_names(struct arena *a)
{
	struct str text = STR("");

	for (size_t i = 0; i < TUNING_COUNT; i++)
		text = arena_fmt(
		    a, "%.*s%s%.*s", STR_ARG(text), i > 0 ? ", " : "", STR_ARG(rows[i].name));
	return text;
}

static int
set(struct arena *a, struct str given, struct tuning *t, struct err *e)
{
	struct str name = str_cut(&given, '=');

	for (size_t i = 0; i < TUNING_COUNT; i++) {
		if (!str_eq(rows[i].name, name))
			continue;
		if (!is_allowed((enum tuning_id)i, given))
			return err_fail(e, ERR_INPUT, STR("estimate.setting_value"), name, given,
			    what_is_allowed(a, (enum tuning_id)i));
		t->text[i] = given;
		return 0;
	}
	return err_fail(e, ERR_INPUT, STR("estimate.setting"), name, all_names(a));
}

int
tuning_read(
    struct arena *a, const struct str *given, size_t count, struct tuning *out, struct err *e)
{
	struct tuning t;

	for (size_t i = 0; i < TUNING_COUNT; i++)
		t.text[i] = rows[i].standard;
	for (size_t i = 0; i < count; i++)
		if (set(a, given[i], &t, e) != 0)
			return -1;
	*out = t;
	return 0;
}

double
tuning_number(const struct tuning *t, enum tuning_id id)
{
	double v;

	return tuning_to_number(t->text[id], &v) ? v : -1;
}

int
tuning_word(const struct tuning *t, enum tuning_id id)
{
	return word_of(rows[id].least, t->text[id]);
}

struct str
tuning_name(enum tuning_id id)
{
	return rows[id].name;
}
