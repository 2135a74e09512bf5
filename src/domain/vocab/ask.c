#include "domain/vocab/vocab.h"

/* Every row of a vocabulary that has an id begins with it. */
static size_t
find(const void *rows, size_t count, size_t size, struct str id)
{
	const char *row = rows;

	for (size_t i = 0; i < count; i++, row += size)
		if (str_eq(*(const struct str *)(const void *)row, id))
			return i;
	return VOCAB_NONE;
}

size_t
vocab_measure(const struct vocab *v, struct str id)
{
	return find(v->measures, v->n_measures, sizeof(*v->measures), id);
}

size_t
vocab_place(const struct vocab *v, struct str id)
{
	const struct named *named = names_last(&v->place_ids, id);

	return named != NULL ? named->number : VOCAB_NONE;
}

size_t
vocab_who(const struct vocab *v, struct str id)
{
	return find(v->whos, v->n_whos, sizeof(*v->whos), id);
}

size_t
vocab_origin(const struct vocab *v, struct str id)
{
	return find(v->origins, v->n_origins, sizeof(*v->origins), id);
}

size_t
vocab_assumption(const struct vocab *v, struct str id)
{
	return find(v->assumptions, v->n_assumptions, sizeof(*v->assumptions), id);
}

const struct vocab_term *
vocab_term(const struct vocab *v, struct str list, struct str id)
{
	for (size_t i = 0; i < v->n_terms; i++)
		if (str_eq(v->terms[i].id, id) && str_eq(v->terms[i].list, list))
			return &v->terms[i];
	return NULL;
}

size_t
vocab_kind(const struct vocab *v, struct str id)
{
	return find(v->kinds, v->n_kinds, sizeof(*v->kinds), id);
}

size_t
vocab_provision(const struct vocab *v, struct str id)
{
	return find(v->provisions, v->n_provisions, sizeof(*v->provisions), id);
}

const struct vocab_property *
vocab_property(const struct vocab *v, struct str of, struct str id)
{
	for (size_t i = 0; i < v->n_properties; i++)
		if (str_eq(v->properties[i].id, id) && str_eq(v->properties[i].of, of))
			return &v->properties[i];
	return NULL;
}

static const struct str type_names[VOCAB_TYPE_COUNT] = {
#define X(name, id) STR_INIT(id),
    VOCAB_TYPES(X)
#undef X
};

bool
vocab_type_of(struct str name, enum vocab_type *out)
{
	for (size_t i = 0; i < VOCAB_TYPE_COUNT; i++) {
		if (!str_eq(type_names[i], name))
			continue;
		*out = (enum vocab_type)i;
		return true;
	}
	return false;
}

struct str
vocab_type_name(enum vocab_type type)
{
	return type_names[type];
}

struct str
vocab_text(const struct vocab_label *label, struct str lang)
{
	if (str_eq(lang, STR("ru")))
		return label->ru;
	if (str_eq(lang, STR("kk")))
		return label->kk;
	return label->en;
}

struct str
vocab_said(const struct vocab *v, struct str list, struct str text, struct str lang)
{
	for (size_t i = 0; i < v->n_terms; i++) {
		const struct vocab_term *t = &v->terms[i];
		if (str_eq(t->list, list) &&
		    (str_eq(t->id, text) || str_eq(t->label.en, text) ||
			str_eq(t->label.ru, text) || str_eq(t->label.kk, text)))
			return vocab_text(&t->label, lang);
	}
	return text;
}
