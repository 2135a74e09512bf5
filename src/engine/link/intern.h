/*
 * intern: texts as small numbers, each text once. Numbers begin at 1 in the order of first sight; 0
 * is no text.
 */
#ifndef GUVOH_ENGINE_LINK_INTERN_H
#define GUVOH_ENGINE_LINK_INTERN_H

#include "base/arena.h"
#include "base/str.h"

struct intern; /* grows; lies on its arena */

struct intern *intern_new(struct arena *a);

/* The number of text, which is copied when it is new. The empty text is 0. */
uint32_t intern_text(struct intern *t, struct str text);

/* How many texts there are; numbers are 1 to this. */
uint32_t intern_count(const struct intern *t);

struct str intern_str(const struct intern *t, uint32_t number);

/* hash_str of the text. */
uint64_t intern_hash(const struct intern *t, uint32_t number);

#endif
