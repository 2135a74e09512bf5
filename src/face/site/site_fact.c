#include "face/site/site_fact.h"

#include "base/buf.h"

void
site_fact_add(struct site_facts *facts, struct str label, struct str text)
{
	if (text.n == 0)
		return;
	facts->at =
	    arena_grow(facts->a, facts->at, facts->count, &facts->capacity, sizeof(*facts->at));
	facts->at[facts->count++] = (struct site_fact){label, text};
}

struct str
site_fact_label(const struct vocab *vocab, struct str kind, struct str property, enum lang lang)
{
	const struct vocab_property *p = vocab_property(vocab, kind, property);

	return p != NULL ? vocab_text(&p->label, lang_code(lang)) : property;
}

void
site_fact_join(struct buf *line, const char *sep, struct str text)
{
	if (text.n > 0)
		buf_fmt(line, "%s%.*s", line->n > 0 ? sep : "", STR_ARG(text));
}

struct str
site_fact_list(struct arena *a, const struct advocacy_values *values)
{
	struct buf *b = buf_on(a);

	for (size_t i = 0; i < values->count; i++)
		site_fact_join(b, ", ", values->at[i].text);
	return buf_str(b);
}
