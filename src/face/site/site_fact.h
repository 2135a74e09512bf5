/*
 * site_fact: a label and what was said under it, as records are shown on pages.
 */
#ifndef GUVOH_FACE_SITE_SITE_FACT_H
#define GUVOH_FACE_SITE_SITE_FACT_H

#include "domain/advocacy/advocacy.h"
#include "kit/lang/lang.h"

struct site_fact {
	struct str label, text;
};

/* Facts that grow; lies on a. */
struct site_facts {
	struct arena *a;
	struct site_fact *at;
	size_t count, capacity;
};

/* Adds a fact unless its text is empty. */
void site_fact_add(struct site_facts *facts, struct str label, struct str text);

/* The label of a property in a language; its id when the vocabulary has it no longer. */
struct str site_fact_label(
    const struct vocab *vocab, struct str kind, struct str property, enum lang lang);

/* "Authorities of Kazakhstan, European Union" */
struct str site_fact_list(struct arena *a, const struct advocacy_values *values);

/* Appends text behind what line has, parted by sep; nothing when text is empty. */
void site_fact_join(struct buf *line, const char *sep, struct str text);

#endif
