#include "engine/link/implied.h"

#include "engine/link/identifier.h"
#include "engine/link/sex.h"

#define FEW 5 /* names of which fewer than one in so many says the sex say it by chance */

/* What the text of a number says of that kind. */
static struct str
text_says(struct arena *a, struct str text, enum link_kind kind)
{
	struct identifier id;

	if (!identifier_read(identifier_plain(a, text), &id))
		return STR("");
	return kind == LINK_SEX ? sex_word(id.sex) : birth_text(a, id.birth);
}

struct implied
implied_of(struct arena *a, const struct table_column *by, enum link_kind kind)
{
	uint32_t n = intern_count(by->texts);
	struct str *says = ARENA_ARRAY(a, struct str, n + 1);
	struct implied out = {by, kind, says, 0};

	says[0] = STR("");
	for (uint32_t v = 1; v <= n; v++) {
		says[v] = text_says(a, intern_str(by->texts, v), kind);
		out.filled += says[v].n > 0 ? by->uses[v] : 0;
	}
	return out;
}

/* Has the list other columns that hold names of people? A whole name beside its parts is a
 * lawyer's, or a mother's. */
static bool
names_others(const struct table *t, size_t list, size_t column)
{
	enum link_kind own = t->columns[column].kind;
	bool any = false;

	for (size_t i = 0; i < t->n_said; i++) {
		enum link_kind kind = t->columns[t->went[i]].kind;
		bool part = kind == LINK_FAMILY || kind == LINK_PATRONYMIC;
		any = any ||
		    (t->said[i].list == list && t->went[i] != column &&
			(kind == own || (own == LINK_NAME && part)));
	}
	return any;
}

/* In every list that has it? */
static bool
names_the_one_listed(const struct table *t, size_t column)
{
	bool all = true;

	for (size_t i = 0; i < t->n_said; i++)
		if (t->went[i] == column)
			all = all && !names_others(t, t->said[i].list, column);
	return all;
}

struct implied
implied_by_names(struct arena *a, const struct table *t, const struct wording *w, size_t column)
{
	const struct table_column *by = &t->columns[column];
	uint32_t n = intern_count(by->texts);
	struct str *says = ARENA_ARRAY(a, struct str, n + 1);
	struct implied out = {by, LINK_SEX, says, 0};

	says[0] = STR("");
	for (uint32_t v = 1; v <= n; v++) {
		says[v] = wording_sex(w, column, v);
		out.filled += says[v].n > 0 ? by->uses[v] : 0;
	}
	if (out.filled * FEW < by->filled || !names_the_one_listed(t, column))
		out.filled = 0;
	return out;
}

/* The year of a plain date; of a sex itself. */
static struct str
gist(const struct implied *i, struct str text)
{
	return i->kind == LINK_DATE ? str_sub(text, 0, 4) : text;
}

/* Could a text of the field be what others of i are? A sex is one of its words; years lie among
 * years. */
static bool
could_be(const struct implied *i, struct str text, struct str least, struct str most)
{
	struct str said = gist(i, text);

	return str_cmp(said, least) >= 0 && str_cmp(said, most) <= 0;
}

/* Of a field that no row says anything in beside i. */
static size_t
fits_alone(const struct implied *i, const struct intern *texts, const uint32_t *of_row, size_t rows)
{
	struct str least = STR(""), most = STR("");
	size_t filled = 0, could = 0;

	for (uint32_t v = 1; v <= intern_count(i->by->texts); v++) {
		struct str said = gist(i, i->says[v]);
		if (said.n == 0)
			continue;
		least = least.n == 0 || str_cmp(said, least) < 0 ? said : least;
		most = most.n == 0 || str_cmp(said, most) > 0 ? said : most;
	}
	for (size_t r = 0; r < rows; r++) {
		filled += of_row[r] != 0;
		could += of_row[r] != 0 && could_be(i, intern_str(texts, of_row[r]), least, most);
	}
	return could * 2 > filled;
}

size_t
implied_fits(
    const struct implied *i, const struct intern *texts, const uint32_t *of_row, size_t rows)
{
	size_t both = 0, alike = 0;

	for (size_t r = 0; r < rows; r++) {
		struct str said = gist(i, i->says[i->by->of_row[r]]);
		if (of_row[r] == 0 || said.n == 0)
			continue;
		both++;
		alike += str_eq(gist(i, intern_str(texts, of_row[r])), said);
	}
	if (both == 0)
		return fits_alone(i, texts, of_row, rows);
	return alike * 2 > both ? alike : 0;
}

void
implied_fill(const struct implied *i, struct intern *texts, uint32_t *of_row, size_t rows)
{
	for (size_t r = 0; r < rows; r++)
		if (of_row[r] == 0)
			of_row[r] = intern_text(texts, i->says[i->by->of_row[r]]);
}
