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

/* What figures would need of two lists, and what each says. */
struct panel_needs {
	int64_t first, second; /* people on each list */
	struct panel_need *at;
	struct interval *said;
	size_t count;
};

/*
 * Rounds to two digits. For the public to fewer, at last to 1, 2 or 5 and noughts, as long as that
 * and the sizes of the lists would tell how many people are on both to within PANEL_ROOM; of those
 * that even so would, the later ones are left out.
 */
void panel_needs_round(struct panel_needs *needs, bool is_public);

#define PANEL_ROOM 4 /* people */

/* The overlaps of a count as the engine takes them. */
struct overlap panel_table(struct arena *a, const struct person_count *n);

#endif
