#include "base/date.h"
#include "domain/vocab/vocab.h"

bool
vocab_place_in(const struct vocab *v, size_t place, size_t outer)
{
	while (place != VOCAB_NONE && place != outer)
		place = v->places[place].parent;
	return place == outer;
}

const struct vocab_place_point *
vocab_place_point(const struct vocab *v, size_t place)
{
	for (size_t i = 0; i < v->n_place_points; i++) {
		if (v->place_points[i].place == place)
			return &v->place_points[i];
	}
	return NULL;
}

const struct vocab_label *
vocab_place_label(const struct vocab *v, size_t place, int32_t day)
{
	for (size_t i = 0; i < v->n_place_names; i++) {
		const struct vocab_place_name *name = &v->place_names[i];
		if (name->place == place && name->first <= day && day <= name->last)
			return &name->label;
	}
	return &v->places[place].label;
}

/* Its own name in lang on a day: one with days goes before one without. */
static struct str
spelling_of(const struct vocab *v, size_t place, int32_t day, struct str lang)
{
	struct str found = STR("");

	for (size_t i = 0; i < v->n_spellings; i++) {
		const struct vocab_spelling *s = &v->spellings[i];
		bool always = s->first == DATE_OPEN_START && s->last == DATE_OPEN_END;
		if (s->place != place || day < s->first || day > s->last || !str_eq(s->lang, lang))
			continue;
		if (!always)
			return s->name;
		if (found.n == 0)
			found = s->name;
	}
	return found;
}

struct str
vocab_place_called(const struct vocab *v, size_t place, int32_t day, struct str lang)
{
	bool label = str_eq(lang, STR("en")) || str_eq(lang, STR("ru")) || str_eq(lang, STR("kk"));
	struct str own = label ? STR("") : spelling_of(v, place, day, lang);

	return own.n > 0 ? own : vocab_text(vocab_place_label(v, place, day), lang);
}
