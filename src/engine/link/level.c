#include "engine/link/level.h"

#include <stdatomic.h>
#include <string.h>

#include "engine/link/aliased.h"
#include "engine/link/edit.h"
#include "engine/link/edit_lot.h"
#include "engine/link/glance.h"
#include "engine/link/hash.h"
#include "engine/link/wording.h"
#include "kit/lang/name.h"

#define SLOTS ((size_t)1 << 18)
#define CLOSE_LIKE 0.93
#define SLIP_BYTES 5   /* a word of so many sounds may have one slip and be close; fewer: near */
#define ROW 256        /* pairs of one unit that are looked at together */
#define PIECE 8192     /* units whose aliases a thread looks up at a time */
#define AHEAD 24       /* units that are fetched before they are looked at */
#define MORE_NUMBERS 2 /* of a unit, behind its values */
#define FIXED (UINT64_C(1) << 63) /* beside the words of a unit */
#define LINE 64                   /* bytes that are fetched from memory at once */
#define LEVEL_CHOICE_OTHER 2      /* of choices that differ */

struct levels {
	const struct fields *f;
	struct glance *glances[LINK_FIELDS];
	uint8_t (*briefs[LINK_FIELDS])[EDIT_SHORT]; /* the sounds of values, where they are few */
	struct glance_bounds bounds;
	struct birth *births[LINK_FIELDS]; /* of the values of dates */
	bool has_days[LINK_FIELDS];        /* of dates: one of them is more than a year */
	uint32_t *said; /* of each unit, in stride numbers: its values, 0 is not said; in two, the
			   words of all of them and FIXED, where its name is */
	size_t stride;
	_Atomic uint64_t *slots;       /* field, both values and level in one word; 0: free */
	const struct aliased *aliased; /* NULL: nothing was learned, as in the next */
	uint16_t *with_alias;          /* of each unit: the fields in which its value has one */
	struct edit_room room;
};

static struct str
compared_text(enum field_way way, const struct field_value *v)
{
	return way == FIELD_WAY_WORDS ? v->sound : v->text;
}

/* What the values of field i are to be glanced at for. */
static void
glances_new(struct arena *a, struct levels *l, size_t i)
{
	const struct field *field = &l->f->at[i];

	l->glances[i] = ARENA_ARRAY(a, struct glance, field->n_values + 1);
	l->briefs[i] = arena_calloc(a, field->n_values + 1, EDIT_SHORT);
	for (uint32_t v = 1; v <= field->n_values; v++) {
		struct str said = compared_text(field->way, &field->values[v]);
		l->glances[i][v] = glance_of(said, l->f, &field->values[v]);
		if (said.n > 0 && said.n <= EDIT_SHORT)
			memcpy(l->briefs[i][v], said.p, said.n);
	}
}

static void
field_new(struct arena *a, struct levels *l, size_t i)
{
	const struct field *field = &l->f->at[i];

	if (field->way == FIELD_WAY_DATE)
		l->births[i] = ARENA_ARRAY(a, struct birth, field->n_values + 1);
	for (uint32_t v = 1; v <= field->n_values && field->way == FIELD_WAY_DATE; v++) {
		struct birth b = l->births[i][v] = field->values[v].birth;
		l->has_days[i] = l->has_days[i] || (b.year != 0 && !birth_is_year(b));
	}
	if (field->way == FIELD_WAY_WORDS || field->way == FIELD_WAY_CODE)
		glances_new(a, l, i);
}

/* What each unit says, from the beginning of a line on. */
static void
said_new(struct arena *a, struct levels *l)
{
	const struct fields *f = l->f;

	l->stride = f->count + MORE_NUMBERS;
	unsigned char *room = arena_alloc(a, f->units * l->stride * sizeof(*l->said) + LINE);
	void *aligned = room + (LINE - (uintptr_t)room % LINE);
	l->said = aligned;
	for (size_t u = 0; u < f->units; u++) {
		uint32_t *said = l->said + u * l->stride;
		uint64_t words = f->fixed_of_unit[u] ? FIXED : 0;
		for (size_t i = 0; i < f->count; i++) {
			said[i] = f->at[i].of_unit[u];
			words |= l->glances[i] != NULL ? l->glances[i][said[i]].words : 0;
		}
		said[f->count] = (uint32_t)words;
		said[f->count + 1] = (uint32_t)(words >> 32);
	}
}

struct levels *
level_new(struct arena *a, const struct fields *f)
{
	struct levels *l = ARENA_NEW(a, struct levels);

	l->f = f;
	l->slots = ARENA_ARRAY(a, _Atomic uint64_t, SLOTS);
	glance_bounds_init(&l->bounds);
	for (size_t i = 0; i < f->count; i++)
		field_new(a, l, i);
	said_new(a, l);
	return l;
}

unsigned
level_count(enum field_way way)
{
	switch (way) {
	case FIELD_WAY_WORDS:
		return LEVEL_OTHER + 1;
	case FIELD_WAY_DATE:
		return BIRTH_OTHER + 2;
	case FIELD_WAY_CODE:
		return LEVEL_CODE_OTHER + 1;
	case FIELD_WAY_CLASS:
	case FIELD_WAY_NONE:
		break;
	}
	return 3;
}

struct str
level_word(enum field_way way, unsigned level)
{
	static const struct str words[] = {STR_INIT("missing"),
#define X(name, word) STR_INIT(word),
	    LEVEL_WORDS(X)};
	static const struct str dates[] = {STR_INIT("missing"), BIRTH_LEVELS(X)};
	static const struct str codes[] = {STR_INIT("missing"), LEVEL_CODES(X)};
#undef X
	static const struct str classes[] = {
	    STR_INIT("missing"), STR_INIT("same"), STR_INIT("other")};

	return way == FIELD_WAY_WORDS ? words[level]
	    : way == FIELD_WAY_DATE   ? dates[level]
	    : way == FIELD_WAY_CODE   ? codes[level]
				      : classes[level];
}

/* Is there a word of some length that both have? */
static bool
word_shared(const struct levels *l, const struct field_value *x, const struct field_value *y)
{
	for (size_t i = 0; i < x->n_words; i++) {
		for (size_t k = 0; k < y->n_words; k++) {
			if (x->words[i] == y->words[k] &&
			    intern_str(l->f->words, x->words[i]).n >= GLANCE_WORD)
				return true;
		}
	}
	return false;
}

/* Of sounds of words that are so alike and so many slips apart. */
static unsigned
sounds_level(struct str x, struct str y, double like, size_t apart)
{
	size_t shorter = x.n < y.n ? x.n : y.n;

	if (like >= CLOSE_LIKE || (shorter >= SLIP_BYTES && apart <= 1))
		return LEVEL_CLOSE;
	if (like >= GLANCE_NEAR || (shorter > 1 && apart <= 1))
		return LEVEL_NEAR;
	return name_may_begin(x, y) || name_may_begin(y, x) ? LEVEL_SHARED : LEVEL_OTHER;
}

static unsigned
words_level(const struct levels *l, struct edit_room *room, const struct field_value *x,
    const struct field_value *y)
{
	if (str_eq(x->sound, y->sound))
		return LEVEL_SOUND;
	double like = edit_jaro_winkler(room, x->sound, y->sound);
	unsigned level = sounds_level(x->sound, y->sound, like, edit_osa(room, x->sound, y->sound));
	return level == LEVEL_OTHER && word_shared(l, x, y) ? LEVEL_SHARED : level;
}

static unsigned
codes_level(struct edit_room *room, const struct field_value *x, const struct field_value *y)
{
	size_t shorter = x->text.n < y->text.n ? x->text.n : y->text.n;
	size_t head = str_find(x->text, ' '), head_y = str_find(y->text, ' ');

	size_t apart = shorter >= 4 ? edit_osa(room, x->text, y->text) : shorter;
	if (shorter >= 4 && apart <= 1)
		return LEVEL_CODE_SLIP;
	if (shorter >= 8 && apart * 4 <= shorter)
		return LEVEL_CODE_NEAR;
	if (head == x->text.n || head_y == y->text.n)
		head = head_y = (shorter + 1) / 2;
	bool same = head == head_y && shorter >= 4 &&
	    str_eq(str_sub(x->text, 0, head), str_sub(y->text, 0, head_y));
	return same ? LEVEL_CODE_HEAD : LEVEL_CODE_OTHER;
}

/* Of two dates, written the same or not. A field that knows no day has years for dates. */
static unsigned
dates_level(const struct levels *l, size_t i, bool same, struct birth x, struct birth y)
{
	if (x.year == 0 || y.year == 0)
		return (same ? BIRTH_SAME : BIRTH_OTHER) + 1;
	enum birth_level level = birth_compare(x, y);
	return (level == BIRTH_SAME_YEAR && !l->has_days[i] ? BIRTH_SAME : level) + 1;
}

/* Of two numbers of people, of which one at least does not stand as it was given. */
static unsigned
identifiers_level(struct edit_room *room, const struct field_value *x, const struct field_value *y)
{
	bool slip = !(x->sure && y->sure) && edit_osa(room, x->text, y->text) <= 1;

	return slip ? LEVEL_CODE_SLIP : LEVEL_CODE_OTHER;
}

static unsigned
values_level(const struct levels *l, struct edit_room *room, size_t i, uint32_t x, uint32_t y)
{
	const struct field *field = &l->f->at[i];
	const struct field_value *vx = &field->values[x], *vy = &field->values[y];

	switch (field->way) {
	case FIELD_WAY_WORDS:
		return words_level(l, room, vx, vy);
	case FIELD_WAY_DATE:
		return dates_level(l, i, x == y, vx->birth, vy->birth);
	case FIELD_WAY_CODE:
		return field->kind == LINK_IDENTIFIER ? identifiers_level(room, vx, vy)
						      : codes_level(room, vx, vy);
	case FIELD_WAY_CLASS:
	case FIELD_WAY_NONE:
		break;
	}
	return LEVEL_CHOICE_OTHER;
}

uint64_t
level_key(size_t i, uint32_t x, uint32_t y)
{
	uint64_t low = x < y ? x : y, high = x < y ? y : x;

	return ((uint64_t)i << 56 | (low & 0xFFFFFFF) << 28 | (high & 0xFFFFFFF));
}

static _Atomic uint64_t *
slot_of(const struct levels *l, uint64_t key)
{
	return &l->slots[hash_mix(key) & (SLOTS - 1)];
}

/* The fields of some units in which their values have an alias. */
static void
piece_alias(void *arg, size_t piece)
{
	const struct levels *l = arg;
	size_t first = piece * PIECE,
	       end = first + PIECE < l->f->units ? first + PIECE : l->f->units;

	for (size_t u = first; u < end; u++) {
		const uint32_t *said = l->said + u * l->stride;
		unsigned fields = 0;
		for (size_t i = 0; i < l->f->count; i++)
			fields |= (unsigned)aliased_has(l->aliased, i, said[i]) << i;
		l->with_alias[u] = (uint16_t)fields;
	}
}

void
level_aliases(struct levels *l, struct arena *a, const uint64_t *keys, size_t n)
{
	if (n == 0 && l->aliased == NULL)
		return;
	l->aliased = aliased_new(a, l->f, keys, n);
	if (l->with_alias == NULL)
		l->with_alias = ARENA_ARRAY(a, uint16_t, l->f->units);
	share_out(l->f->share, share_pieces(l->f->units, PIECE), piece_alias, l);
}

/* Remembers the level of two values. */
static void
level_keep(const struct levels *l, uint64_t key, unsigned level)
{
	atomic_store_explicit(slot_of(l, key), key << 4 | level, memory_order_relaxed);
}

static unsigned
kept_level(const struct levels *l, struct edit_room *room, size_t i, uint32_t x, uint32_t y)
{
	uint64_t key = level_key(i, x, y);
	uint64_t kept = atomic_load_explicit(slot_of(l, key), memory_order_relaxed);

	if (kept >> 4 == key && (kept & 15) != 0)
		return (unsigned)(kept & 15);
	unsigned level = x < y ? values_level(l, room, i, x, y) : values_level(l, room, i, y, x);
	level_keep(l, key, level);
	return level;
}

unsigned
level_taken(const struct levels *l, uint64_t key, unsigned level)
{
	bool alias = level > LEVEL_ALIAS &&
	    aliased_are(l->aliased, level_key_field(key), level_key_low(key), level_key_high(key));

	return alias ? LEVEL_ALIAS : level;
}

unsigned
level_values(struct levels *l, uint64_t key)
{
	unsigned level =
	    kept_level(l, &l->room, level_key_field(key), level_key_low(key), level_key_high(key));

	return level_taken(l, key, level);
}

/* Do all words of v stand in other? */
static bool
stands_in(const struct levels *l, const struct field_value *v, const struct field_value *other)
{
	size_t found = 0;

	for (size_t i = 0; i < v->n_words; i++) {
		size_t k = 0;
		while (k < other->n_words && other->words[k] != v->words[i])
			k++;
		found +=
		    k < other->n_words && intern_str(l->f->words, v->words[i]).n >= GLANCE_WORD;
	}
	return found > 0 && found == v->n_words;
}

/* Two units, and what they say. */
struct couple {
	const uint32_t *x, *y;
	uint64_t words_x, words_y;
	bool fixed; /* the parts of both names are surely what they are */
	struct edit_room *room;
};

/* May what stands in the field have come there from another? */
static bool
may_move(const struct field *field, const struct couple *c)
{
	return field->way == FIELD_WAY_WORDS && !(c->fixed && wording_is_part(field->kind));
}

/*
 * Does what x says in field i stand in another field of y, while x says nothing there or the two
 * changed places? One word that two rows share is so never counted twice. x and y: what they say.
 */
static bool
stands_elsewhere(
    const struct levels *l, size_t i, const struct couple *c, const uint32_t *x, const uint32_t *y)
{
	const struct field_value *own = l->f->at[i].values, *said = &own[x[i]];
	uint64_t words = l->glances[i][x[i]].words;

	for (size_t k = 0; k < l->f->count; k++) {
		const struct field *field = &l->f->at[k];
		if (k == i || !may_move(field, c) || y[k] == 0 ||
		    (words & ~l->glances[k][y[k]].words) != 0 ||
		    !stands_in(l, said, &field->values[y[k]]))
			continue;
		if (x[k] == 0 || stands_in(l, &field->values[x[k]], &own[y[i]]))
			return true;
	}
	return false;
}

/* Words that have nothing to do with each other where they stand: do they stand elsewhere? */
static unsigned
words_elsewhere(const struct levels *l, size_t i, const struct couple *c)
{
	const struct glance *gx = &l->glances[i][c->x[i]], *gy = &l->glances[i][c->y[i]];

	if (!may_move(&l->f->at[i], c))
		return LEVEL_OTHER;
	bool there = gx->whole && (gx->words & ~c->words_y) == 0;
	bool back = gy->whole && (gy->words & ~c->words_x) == 0;

	if ((there && stands_elsewhere(l, i, c, c->x, c->y)) ||
	    (back && stands_elsewhere(l, i, c, c->y, c->x)))
		return LEVEL_ELSEWHERE;
	return LEVEL_OTHER;
}

static unsigned
words_field_level(const struct levels *l, size_t i, const struct couple *c)
{
	uint32_t vx = c->x[i], vy = c->y[i];
	unsigned level = LEVEL_OTHER;

	if (!glance_words_apart(&l->bounds, &l->glances[i][vx], &l->glances[i][vy]))
		level = kept_level(l, c->room, i, vx, vy);
	return level < LEVEL_OTHER ? level : words_elsewhere(l, i, c);
}

/* Of a value and itself: a number that was written with a slip may have been so twice. */
static unsigned
same_level(const struct field *field, uint32_t v)
{
	bool slip = field->kind == LINK_IDENTIFIER && !field->values[v].sure;

	return slip ? LEVEL_CODE_SLIP : LEVEL_SAME;
}

static unsigned
field_level(const struct levels *l, size_t i, const struct couple *c)
{
	const struct field *field = &l->f->at[i];
	uint32_t vx = c->x[i], vy = c->y[i];

	if (vx == 0 || vy == 0)
		return LEVEL_MISSING;
	if (field->way == FIELD_WAY_DATE)
		return dates_level(l, i, vx == vy, l->births[i][vx], l->births[i][vy]);
	if (vx == vy)
		return same_level(field, vx);
	switch (field->way) {
	case FIELD_WAY_WORDS:
		return words_field_level(l, i, c);
	case FIELD_WAY_CODE:
		if (glance_codes_apart(&l->glances[i][vx], &l->glances[i][vy]))
			return LEVEL_CODE_OTHER;
		return kept_level(l, c->room, i, vx, vy);
	case FIELD_WAY_DATE:
	case FIELD_WAY_CLASS:
	case FIELD_WAY_NONE:
		break;
	}
	return LEVEL_CHOICE_OTHER;
}

static uint64_t
unit_words(const struct levels *l, const uint32_t *said)
{
	return said[l->f->count] | (uint64_t)said[l->f->count + 1] << 32;
}

static bool
unit_fixed(const struct levels *l, const uint32_t *said)
{
	return (unit_words(l, said) & FIXED) != 0;
}

static struct couple
couple_of(const struct levels *l, struct edit_room *room, uint32_t x, uint32_t y)
{
	const uint32_t *sx = l->said + x * l->stride, *sy = l->said + y * l->stride;

	return (struct couple){sx, sy, unit_words(l, sx), unit_words(l, sy),
	    unit_fixed(l, sx) && unit_fixed(l, sy), room};
}

static uint64_t
plain_of(const struct levels *l, struct edit_room *room, uint32_t x, uint32_t y)
{
	const struct couple c = couple_of(l, room, x, y);
	uint64_t pattern = 0;

	for (size_t i = 0; i < l->f->count; i++)
		pattern |= (uint64_t)field_level(l, i, &c) << (4 * i);
	return pattern;
}

uint64_t
level_plain(struct levels *l, uint32_t x, uint32_t y)
{
	return plain_of(l, &l->room, x, y);
}

/* One unit and up to ROW others: what a field of it says is compared with many at once. */
struct row {
	const struct levels *l;
	const uint32_t *x, *others; /* what it says; the other units */
	uint64_t words;             /* of x */
	bool fixed;
	uint64_t *out; /* patterns */
	size_t n;
	uint32_t said[LINK_FIELDS][ROW]; /* by the others */
	uint64_t others_words[ROW];
	bool others_fixed[ROW], all_fixed;
	struct glance glances[ROW]; /* of what the others say in the field that is looked at */
	bool apart[ROW];
	struct birth births[ROW]; /* the same of dates */
	uint8_t levels[ROW];
	size_t left[ROW + 1]; /* pairs that no glance told apart: they are compared */
	size_t n_left;
	struct edit_short texts[EDIT_LOT];
	struct edit_lot lot;
	struct edit_room room;
};

static struct couple
row_couple(struct row *r, size_t p)
{
	return (struct couple){r->x, r->l->said + r->others[p] * r->l->stride, r->words,
	    r->others_words[p], r->others_fixed[p], &r->room};
}

/* What can be compared in a lot. */
static struct edit_short
brief_of(const struct levels *l, size_t i, uint32_t v)
{
	struct edit_short text = {.n = l->glances[i][v].bytes};

	memcpy(text.at, l->briefs[i][v], EDIT_SHORT);
	return text;
}

/* Compares x, a text of field i, with those of n pairs. */
static void
row_compare(struct row *r, size_t i, const struct edit_short *x, const size_t *pairs, size_t n)
{
	const struct field_value *values = r->l->f->at[i].values;
	const struct glance *gx = &r->l->glances[i][r->x[i]];
	struct str sound = {(const char *)x->at, x->n};
	double like[EDIT_LOT];
	uint8_t apart[EDIT_LOT];

	for (size_t k = 0; k < n; k++) {
		memcpy(r->texts[k].at, r->l->briefs[i][r->said[i][pairs[k]]], EDIT_SHORT);
		r->texts[k].n = r->glances[pairs[k]].bytes;
	}
	edit_lot_fill(&r->lot, r->texts, n);
	edit_lot_jaro_winkler(&r->lot, x, like);
	edit_lot_osa(&r->lot, x, apart);
	for (size_t k = 0; k < n; k++) {
		struct str other = {(const char *)r->texts[k].at, r->texts[k].n};
		uint32_t vy = r->said[i][pairs[k]];
		unsigned level =
		    apart[k] == 0 ? LEVEL_SOUND : sounds_level(sound, other, like[k], apart[k]);
		if (level == LEVEL_OTHER && (gx->words & r->glances[pairs[k]].words) != 0 &&
		    word_shared(r->l, &values[r->x[i]], &values[vy]))
			level = LEVEL_SHARED;
		r->levels[pairs[k]] = (uint8_t)level;
	}
}

/* Sets the levels of words that are the same, missing or have nothing in common at a glance, and
 * which pairs are to be compared. */
static void
row_glance(struct row *r, size_t i)
{
	const struct glance *of_field = r->l->glances[i], *x = &of_field[r->x[i]];

	for (size_t p = 0; p < r->n; p++)
		r->glances[p] = of_field[r->said[i][p]];
	glance_words_lot(&r->l->bounds, x, r->glances, r->n, r->apart);
	r->n_left = 0;
	for (size_t p = 0; p < r->n; p++) {
		uint32_t vy = r->said[i][p];
		bool same = vy == r->x[i], said = vy != 0;
		r->levels[p] = !said ? LEVEL_MISSING : same ? LEVEL_SAME : LEVEL_OTHER;
		r->left[r->n_left] = p;
		r->n_left += said && !same && !r->apart[p];
	}
}

/* Of words of field i that have nothing to do with each other where they stand: do they stand
 * elsewhere? */
static void
row_elsewhere(struct row *r, size_t i)
{
	const struct field *field = &r->l->f->at[i];
	const struct glance *x = &r->l->glances[i][r->x[i]];

	if (r->all_fixed && wording_is_part(field->kind))
		return;
	for (size_t p = 0; p < r->n; p++) {
		const struct glance *y = &r->glances[p];
		bool there = x->whole && (x->words & ~r->others_words[p]) == 0;
		bool back = y->whole && (y->words & ~r->words) == 0;
		if (r->levels[p] != LEVEL_OTHER || !(there || back))
			continue;
		const struct couple c = row_couple(r, p);
		if (may_move(field, &c))
			r->levels[p] = (uint8_t)words_elsewhere(r->l, i, &c);
	}
}

/* The levels of field i, which is one of words and in which x says something. */
static void
row_words(struct row *r, size_t i)
{
	const struct edit_short x = brief_of(r->l, i, r->x[i]);
	size_t few = 0;

	row_glance(r, i);
	for (size_t k = 0; k < r->n_left; k++) {
		size_t p = r->left[k];
		if (x.n <= EDIT_SHORT && r->glances[p].bytes <= EDIT_SHORT)
			r->left[few++] = p;
		else
			r->levels[p] =
			    (uint8_t)kept_level(r->l, &r->room, i, r->x[i], r->said[i][p]);
	}
	for (size_t first = 0; first < few; first += EDIT_LOT)
		row_compare(
		    r, i, &x, r->left + first, few - first < EDIT_LOT ? few - first : EDIT_LOT);
	row_elsewhere(r, i);
}

/* The same of dates. */
static void
row_dates(struct row *r, size_t i)
{
	const struct birth *of_field = r->l->births[i], x = of_field[r->x[i]];

	for (size_t p = 0; p < r->n; p++)
		r->births[p] = of_field[r->said[i][p]];
	for (size_t p = 0; p < r->n; p++) {
		uint32_t vy = r->said[i][p];
		unsigned level = dates_level(r->l, i, vy == r->x[i], x, r->births[p]);
		r->levels[p] = (uint8_t)(vy == 0 ? LEVEL_MISSING : level);
	}
}

/* The same of a choice. */
static void
row_choices(struct row *r, size_t i)
{
	for (size_t p = 0; p < r->n; p++) {
		uint32_t vy = r->said[i][p];
		unsigned level = vy == r->x[i] ? LEVEL_SAME : LEVEL_CHOICE_OTHER;
		r->levels[p] = (uint8_t)(vy == 0 ? LEVEL_MISSING : level);
	}
}

/* The same of a field of another way. */
static void
row_others(struct row *r, size_t i)
{
	for (size_t p = 0; p < r->n; p++) {
		const struct couple c = row_couple(r, p);
		r->levels[p] = (uint8_t)field_level(r->l, i, &c);
	}
}

/* Sets down what the others say, field by field. */
static void
row_read(struct row *r)
{
	const struct levels *l = r->l;

	r->all_fixed = r->fixed;
	for (size_t p = 0; p < r->n; p++) {
		const uint32_t *said = l->said + r->others[p] * l->stride;
		if (p + AHEAD < r->n) {
			const uint32_t *ahead = l->said + r->others[p + AHEAD] * l->stride;
			__builtin_prefetch(ahead);
			__builtin_prefetch(ahead + l->stride - 1);
		}
		for (size_t i = 0; i < l->f->count; i++)
			r->said[i][p] = said[i];
		r->others_words[p] = unit_words(l, said);
		r->others_fixed[p] = r->fixed && unit_fixed(l, said);
		r->all_fixed = r->all_fixed && r->others_fixed[p];
		r->out[p] = 0;
	}
}

static void
row_look(struct row *r)
{
	const struct fields *f = r->l->f;

	row_read(r);
	for (size_t i = 0; i < f->count; i++) {
		if (r->x[i] == 0)
			continue;
		if (f->at[i].way == FIELD_WAY_WORDS)
			row_words(r, i);
		else if (f->at[i].way == FIELD_WAY_DATE)
			row_dates(r, i);
		else if (f->at[i].way == FIELD_WAY_CLASS)
			row_choices(r, i);
		else
			row_others(r, i);
		for (size_t p = 0; p < r->n; p++)
			r->out[p] |= (uint64_t)r->levels[p] << (4 * i);
	}
}

struct level_rows {
	struct row row;
};

struct level_rows *
level_rows_new(struct arena *a, const struct levels *l)
{
	/* The lot is wider than what an arena aligns for. */
	size_t wide = _Alignof(struct level_rows);
	unsigned char *room = arena_alloc(a, sizeof(struct level_rows) + wide);
	void *aligned = room + (wide - (uintptr_t)room % wide);
	struct level_rows *r = aligned;

	r->row.l = l;
	edit_lot_init(&r->row.lot, edit_lanes_here());
	return r;
}

void
level_row(struct level_rows *rows, uint32_t x, const uint32_t *others, size_t n, uint64_t *out)
{
	struct row *r = &rows->row;

	r->x = r->l->said + x * r->l->stride;
	r->words = unit_words(r->l, r->x);
	r->fixed = unit_fixed(r->l, r->x);
	for (size_t first = 0; first < n; first += ROW) {
		r->others = others + first;
		r->out = out + first;
		r->n = n - first < ROW ? n - first : ROW;
		row_look(r);
	}
}

/* Fetches what values of a unit are glanced at for. */
static void
glances_fetch(const struct levels *l, uint32_t unit)
{
	const uint32_t *said = l->said + unit * l->stride;

	for (size_t i = 0; i < l->f->count; i++)
		if (l->glances[i] != NULL)
			__builtin_prefetch(&l->glances[i][said[i]]);
}

void
level_look(const struct levels *l, const struct block_pair *pairs, size_t n, uint64_t *out)
{
	struct edit_room room = {{0}};

	for (size_t p = 0; p < n; p++) {
		const struct block_pair *ahead = &pairs[p + AHEAD < n ? p + AHEAD : p];
		const struct block_pair *next = &pairs[p + AHEAD / 4 < n ? p + AHEAD / 4 : p];
		level_fetch(l, ahead->x);
		level_fetch(l, ahead->y);
		glances_fetch(l, next->x);
		glances_fetch(l, next->y);
		out[p] = plain_of(l, &room, pairs[p].x, pairs[p].y);
	}
}

uint64_t
level_learned(const struct levels *l, uint64_t plain, uint32_t x, uint32_t y)
{
	const uint32_t *said_x = l->said + x * l->stride, *said_y = l->said + y * l->stride;

	for (uint32_t left = level_with_alias(l, x); left != 0; left &= left - 1) {
		size_t i = (size_t)__builtin_ctz(left);
		if (level_of(plain, i) > LEVEL_ALIAS &&
		    aliased_are(l->aliased, i, said_x[i], said_y[i]))
			plain =
			    (plain & ~(UINT64_C(15) << (4 * i))) | (uint64_t)LEVEL_ALIAS << (4 * i);
	}
	return plain;
}

void
level_fetch(const struct levels *l, uint32_t unit)
{
	__builtin_prefetch(l->said + unit * l->stride);
}

uint32_t
level_with_alias(const struct levels *l, uint32_t x)
{
	return l->with_alias != NULL ? l->with_alias[x] : 0;
}

uint64_t
level_pattern(struct levels *l, uint32_t x, uint32_t y)
{
	return level_learned(l, level_plain(l, x, y), x, y);
}
