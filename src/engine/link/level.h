/*
 * level: how far two units agree, field by field, as one number of four bits a field.
 * 0 says that one of them says nothing. Levels of a pair of values are kept, so that a pair that
 * comes again costs a look-up.
 */
#ifndef GUVOH_ENGINE_LINK_LEVEL_H
#define GUVOH_ENGINE_LINK_LEVEL_H

#include "engine/link/block.h"

/* X(name, word for programs) of words, closest first; ALIAS was learned from the rows (alias.h). */
#define LEVEL_WORDS(X)                                                                             \
	X(SAME, "same")                                                                            \
	X(SOUND, "sound")                                                                          \
	X(CLOSE, "close")                                                                          \
	X(ALIAS, "alias")                                                                          \
	X(NEAR, "near")                                                                            \
	X(SHARED, "shared")                                                                        \
	X(ELSEWHERE, "elsewhere")                                                                  \
	X(OTHER, "other")

enum level_words {
	LEVEL_MISSING,
#define X(name, word) LEVEL_##name,
	LEVEL_WORDS(X)
#undef X
};

/* X(name, word for programs) of codes */
#define LEVEL_CODES(X)                                                                             \
	X(SAME, "same")                                                                            \
	X(SLIP, "slip")                                                                            \
	X(NEAR, "near")                                                                            \
	X(HEAD, "head")                                                                            \
	X(OTHER, "other")

enum level_codes {
	LEVEL_CODE_MISSING,
#define X(name, word) LEVEL_CODE_##name,
	LEVEL_CODES(X)
#undef X
};

#define LEVEL_MOST 12 /* levels of a field, the missing one included */

struct levels; /* what was compared; for one thread, but for level_look */

struct levels *level_new(struct arena *a, const struct fields *f);

/* The pattern of two units: level of field i in bits 4i to 4i + 3. */
uint64_t level_pattern(struct levels *l, uint32_t x, uint32_t y);

/* The same in two steps: what the rows say, and what aliases make of it. */
uint64_t level_plain(struct levels *l, uint32_t x, uint32_t y);
uint64_t level_learned(const struct levels *l, uint64_t plain, uint32_t x, uint32_t y);

/* What the rows of n pairs that come once say; for any thread. */
void level_look(const struct levels *l, const struct block_pair *pairs, size_t n, uint64_t *out);

struct level_rows; /* what one thread needs to look at many pairs of one unit at once */

struct level_rows *level_rows_new(struct arena *a, const struct levels *l);

/* What the rows of x say beside those of each of n other units. */
void level_row(
    struct level_rows *rows, uint32_t x, const uint32_t *others, size_t n, uint64_t *out);

/* Says that unit will soon be looked at. */
void level_fetch(const struct levels *l, uint32_t unit);

/* The fields, as bits, in which the value of unit x has an alias. */
uint32_t level_with_alias(const struct levels *l, uint32_t x);

/* Level of field i in a pattern. */
static inline unsigned
level_of(uint64_t pattern, size_t i)
{
	return (unsigned)(pattern >> (4 * i)) & 15;
}

/* The word for programs of a level: same, sound, slip ... */
struct str level_word(enum field_way way, unsigned level);

/* How many levels a way of comparing has, the missing one included; the last says that they differ.
 */
unsigned level_count(enum field_way way);

/* A field and two of its values as one number, whichever comes first. */
uint64_t level_key(size_t i, uint32_t x, uint32_t y);

/* The parts of such a number. */
static inline size_t
level_key_field(uint64_t key)
{
	return key >> 56;
}

static inline uint32_t
level_key_low(uint64_t key)
{
	return (uint32_t)(key >> 28 & 0xFFFFFFF);
}

static inline uint32_t
level_key_high(uint64_t key)
{
	return (uint32_t)(key & 0xFFFFFFF);
}

/* The level of the two values of words with that key, which differ; where words stand in a row is
 * not looked at. */
unsigned level_values(struct levels *l, uint64_t key);

/* What aliases make of the level of the two values of words with that key. */
unsigned level_taken(const struct levels *l, uint64_t key, unsigned level);

/* From now on the values of these keys are each other's alias, where nothing closer is known of
 * them. */
void level_aliases(struct levels *l, struct arena *a, const uint64_t *keys, size_t n);

#endif
