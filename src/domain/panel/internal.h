/*
 * internal: what the files of domain/panel share and no other room sees.
 */
#ifndef GUVOH_DOMAIN_PANEL_INTERNAL_H
#define GUVOH_DOMAIN_PANEL_INTERNAL_H

#include "domain/panel/panel.h"

/* What an answer says, as it is kept; people are whole. */
struct panel_methods panel_methods_of(
    struct arena *a, const struct answer_ask *ask, const struct answer *answer);

/* An estimate as a member of an entry, and back. */
struct json *panel_result_write(struct arena *a, const struct panel_estimate *x);
MUST_CHECK int panel_result_read(
    struct arena *a, struct str text, struct panel_estimate *out, struct err *e);

/* The overlaps of a count as the engine takes them. */
struct overlap panel_table(struct arena *a, const struct person_count *n);

#endif
