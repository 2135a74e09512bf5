/*
 * scopes: which questions a case answers: those that somebody gave a figure for,
 * and what these figures bound.
 */
#ifndef GUVOH_DOMAIN_COUNT_SCOPES_H
#define GUVOH_DOMAIN_COUNT_SCOPES_H

#include "domain/count/board.h"

struct count_scopes {
	struct arena *arena;
	const struct vocab *vocab;
	struct count_scope *at;
	size_t count, capacity;
};

/* Index of a scope, given in whatever form, or list->count. */
size_t count_scopes_find(const struct count_scopes *list, struct scope scope);

/* Adds a scope in its one form unless it is there; gives its index. */
size_t count_scopes_add(struct count_scopes *list, struct scope scope);

/*
 * Adds, for the claims of w: their own scopes; the same people, places and days under
 * the measures above theirs and under the wholes they are parts of; the persons
 * of scopes over several days; and each place of a union that has no figure of
 * its own, so that the board can say that nobody gave one.
 */
void count_scopes_of_world(
    struct count_scopes *list, const struct world *w, const struct standing *standing);

/* Narrow before wide, early before late: the order of a board. */
void count_scopes_sort(struct count_scopes *list);

/* The scope with its places by id and its unit PERSONS or ADDITIVE: the form that is compared. */
struct scope count_scope_plain(struct arena *a, const struct vocab *vocab, struct scope scope);

/* Days of taking and of the assembly are compared, those of a decision only with each other. */
bool count_days_same(enum world_days a, enum world_days b);

/* True when both, in that form, ask for the same. */
bool count_scope_same(const struct scope *a, const struct scope *b);

#endif
