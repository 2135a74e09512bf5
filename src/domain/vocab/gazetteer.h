/*
 * gazetteer: which place a written name means. A name is taken in any language, alphabet and
 * case, with or without "область", "district", "г." and their like; what several places are
 * called is said to be several, never guessed.
 */
#ifndef GUVOH_DOMAIN_VOCAB_GAZETTEER_H
#define GUVOH_DOMAIN_VOCAB_GAZETTEER_H

#include "domain/vocab/vocab.h"

/* Places that a name means: none, one, or several that nobody can choose from. */
struct vocab_meant {
	const size_t *places;
	size_t count;
};

/* Empty; filled from its vocabulary when it is first asked. Lives on a. */
struct vocab_gazetteer *vocab_gazetteer_new(struct arena *a);

/*
 * What text means: a place by its id; else by a name, letter for letter once folded; else by a
 * name that differs in letters of its alphabet, hyphens, blanks and apostrophes alone ("Нурсултан",
 * "Fargona"); else by one that sounds the same in another alphabet. Names borne on the day go
 * before others, and those of today where day is DATE_OPEN_END: "Карагандинская область" is
 * another place in 2019 than in 2023. "Abai, Karaganda Region" is sought in what stands behind
 * the comma.
 *
 * The answer lies on a. One vocabulary is asked by one thread at a time.
 */
struct vocab_meant vocab_place_meant(
    struct arena *a, const struct vocab *v, struct str text, int32_t day);

/* Ids of at most six of them, by commas, on a: what to choose from. */
struct str vocab_meant_ids(struct arena *a, const struct vocab *v, struct vocab_meant meant);

#endif
