#include "domain/vocab/gazetteer.h"

#include "base/date.h"
#include "base/utf8.h"
#include "kit/lang/fold.h"
#include "kit/lang/name.h"

#define LISTED 6 /* places that are named to choose from */

/* What a name says of its place beside the name. */
enum word { BARE, REGION, DISTRICT, CITY };

static const struct {
	struct str text;
	enum word word;
} words[] = {
#define PLACE_WORD(text, word) {STR_INIT(text), word},
#include "domain/vocab/place_words.def"
#undef PLACE_WORD
};

static const struct {
	uint32_t letter, instead;
} letters[] = {
#define PLACE_LETTER(letter, instead) {letter, instead},
#include "domain/vocab/place_letters.def"
#undef PLACE_LETTER
};

/* A name taken apart: "Карагандинская обл." is "карагандинская" and REGION. */
struct parted {
	struct str core; /* folded, words by single blanks */
	enum word word;
};

/* A place by one of its names. */
struct bearer {
	size_t place;
	struct parted name;
	bool label; /* borne when no name with days is */
	int32_t first, last;
};

struct vocab_gazetteer {
	struct arena *a;
	bool filled, heard; /* holds the names; their sounds */
	struct bearer *bearers;
	size_t count, capacity;
	struct names exact, loose, sounds; /* index of a bearer by core, and by what core becomes */
};

struct vocab_gazetteer *
vocab_gazetteer_new(struct arena *a)
{
	struct vocab_gazetteer *g = ARENA_NEW(a, struct vocab_gazetteer);

	*g = (struct vocab_gazetteer){.a = a};
	return g;
}

/* --- Names ---------------------------------------------------------------------------------- */

static enum word
word_of(struct str text)
{
	for (size_t i = 0; i < LENGTH(words); i++)
		if (str_eq(words[i].text, text))
			return words[i].word;
	return BARE;
}

static bool
parts_words(char c)
{
	return c == ' ' || c == '.' || c == ',' || c == '(' || c == ')' || c == '"';
}

static struct parted
part(struct arena *a, struct str text)
{
	struct str folded = fold_text(a, text);
	struct buf *core = buf_on(a);
	enum word said = BARE;

	for (size_t at = 0, end; at < folded.n; at = end + 1) {
		end = at;
		while (end < folded.n && !parts_words(folded.p[end]))
			end++;
		struct str one = str_sub(folded, at, end);
		enum word word = word_of(one);
		if (word != BARE && said == BARE)
			said = word;
		if (word == BARE && one.n > 0)
			buf_fmt(core, "%s%.*s", buf_str(core).n > 0 ? " " : "", STR_ARG(one));
	}
	return buf_str(core).n > 0 ? (struct parted){buf_str(core), said}
				   : (struct parted){folded, BARE};
}

static uint32_t
letter_for(uint32_t c)
{
	for (size_t i = 0; i < LENGTH(letters); i++)
		if (letters[i].letter == c)
			return letters[i].instead;
	return c;
}

/* Without what keyboards and habits differ in. */
static struct str
loosened(struct arena *a, struct str core)
{
	struct buf *out = buf_on(a);
	char room[4];

	for (size_t at = 0; at < core.n;) {
		uint32_t c = utf8_next(core, &at);
		if (c == ' ' || c == '-' || c == U'ъ' || c == U'ь' || name_is_apostrophe(c))
			continue;
		buf_bytes(out, room, utf8_put(room, letter_for(c)));
	}
	return buf_str(out);
}

static struct str
sound_of(struct arena *a, struct str core)
{
	struct str rest = core;
	struct buf *joined = buf_on(a);

	while (rest.n > 0)
		buf_put(joined, name_sound(a, str_cut(&rest, ' ')));
	return buf_str(joined);
}

/* --- The index ------------------------------------------------------------------------------ */

static void
add_bearer(struct vocab_gazetteer *g, struct str name, struct bearer bearer)
{
	bearer.name = part(g->a, name);
	g->bearers = arena_grow(g->a, g->bearers, g->count, &g->capacity, sizeof(*g->bearers));
	g->bearers[g->count] = bearer;
	names_add(g->a, &g->exact, bearer.name.core, g->count);
	names_add(g->a, &g->loose, loosened(g->a, bearer.name.core), g->count);
	g->count++;
}

static void
add_label(struct vocab_gazetteer *g, const struct vocab_label *label, struct bearer bearer)
{
	add_bearer(g, label->en, bearer);
	add_bearer(g, label->ru, bearer);
	if (!str_eq(label->kk, label->ru))
		add_bearer(g, label->kk, bearer);
}

static void
fill(struct vocab_gazetteer *g, const struct vocab *v)
{
	if (g->filled)
		return;
	g->filled = true;
	for (size_t i = 0; i < v->n_places; i++)
		add_label(g, &v->places[i].label, (struct bearer){.place = i, .label = true});
	for (size_t i = 0; i < v->n_place_names; i++) {
		const struct vocab_place_name *n = &v->place_names[i];
		struct bearer bearer = {.place = n->place, .first = n->first, .last = n->last};
		add_label(g, &n->label, bearer);
	}
	for (size_t i = 0; i < v->n_spellings; i++) {
		const struct vocab_spelling *s = &v->spellings[i];
		struct bearer bearer = {.place = s->place, .first = s->first, .last = s->last};
		add_bearer(g, s->name, bearer);
	}
}

static void
hear(struct vocab_gazetteer *g)
{
	for (size_t i = 0; i < g->count && !g->heard; i++) {
		struct str sound = sound_of(g->a, g->bearers[i].name.core);
		if (sound.n > 0)
			names_add(g->a, &g->sounds, sound, i);
	}
	g->heard = true;
}

/* --- Choosing ------------------------------------------------------------------------------- */

/* A question on its way. */
struct seeking {
	struct arena *a;
	const struct vocab *v;
	int32_t day;
	struct parted name;
	const struct vocab_meant *outer; /* in one of these, or NULL */
	const struct bearer **found;
	size_t count;
	bool sure; /* what was found fits the name, and bears it on the day */
};

static bool
kind_is(const struct vocab *v, size_t place, const char *kind)
{
	return str_eq(v->places[place].kind, str_of(kind));
}

static bool
is_small(const struct vocab *v, size_t place)
{
	return kind_is(v, place, "town") || kind_is(v, place, "village");
}

/* Can a place whose name does not say what it is be meant by a name that does? */
static bool
is_a(const struct vocab *v, size_t place, enum word word)
{
	if (word == REGION)
		return kind_is(v, place, "region");
	if (word == DISTRICT)
		return kind_is(v, place, "district") || kind_is(v, place, "quarter");
	return kind_is(v, place, "city") || is_small(v, place);
}

static bool
lies_in_outer(const struct seeking *s, size_t place)
{
	bool in = s->outer == NULL;

	for (size_t i = 0; !in && i < s->outer->count; i++)
		in = vocab_place_in(s->v, place, s->outer->places[i]);
	return in;
}

static void
gather(
    struct seeking *s, const struct vocab_gazetteer *g, const struct names *names, struct str key)
{
	const struct named *named = key.n > 0 ? names_last(names, key) : NULL;
	size_t capacity = 0;

	s->count = 0;
	s->found = NULL;
	for (; named != NULL; named = names_before(names, named)) {
		const struct bearer *bearer = &g->bearers[named->number];
		if (!lies_in_outer(s, bearer->place))
			continue;
		s->found = arena_grow(
		    s->a, (void *)s->found, s->count, &capacity, sizeof(struct bearer *));
		s->found[s->count++] = bearer;
	}
}

/* A label is borne where nothing with days says what the place is called. */
static bool
is_borne(const struct seeking *s, const struct bearer *b)
{
	if (!b->label)
		return b->first <= s->day && s->day <= b->last;
	for (size_t i = 0; i < s->v->n_place_names; i++) {
		const struct vocab_place_name *n = &s->v->place_names[i];
		if (n->place == b->place &&
		    (n->last == DATE_OPEN_END || (n->first <= s->day && s->day <= n->last)))
			return false;
	}
	return true;
}

/* Does a district stand for more than the town in it that bears the name too? */
static bool
is_elsewhere(const struct seeking *s, const struct bearer *b)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->found[i]->name.word == BARE &&
		    vocab_place_in(s->v, s->found[i]->place, b->place))
			return false;
	return true;
}

/* What the best of those found are: a name that says what it is; one that does not. */
struct best {
	bool same, large;
};

static struct best
best_of(const struct seeking *s)
{
	struct best best = {false, false};

	for (size_t i = 0; i < s->count; i++) {
		const struct bearer *b = s->found[i];
		best.same = best.same || b->name.word == s->name.word;
		best.large = best.large || (b->name.word == BARE && !is_small(s->v, b->place));
	}
	return best;
}

/* Is it what the name says it is? A bare name is a town's rather than a district's. */
static bool
fits(const struct seeking *s, const struct best *best, const struct bearer *b)
{
	if (s->name.word == BARE)
		return b->name.word == BARE || (!best->large && is_elsewhere(s, b));
	if (best->same)
		return b->name.word == s->name.word;
	return b->name.word == BARE && is_a(s->v, b->place, s->name.word);
}

/*
 * Keeps those that fit and bear the name on the day. Are there none, nobody can tell whether the
 * day or the kind of place is meant: both are kept.
 */
static void
choose(struct seeking *s)
{
	const struct bearer **all = s->found;
	const struct best best = best_of(s);
	size_t n = s->count, kept = 0;
	bool *fit = ARENA_ARRAY(s->a, bool, n + 1), *borne = ARENA_ARRAY(s->a, bool, n + 1);
	bool both = false;

	for (size_t i = 0; i < n; i++) {
		fit[i] = fits(s, &best, all[i]);
		borne[i] = is_borne(s, all[i]);
		both = both || (fit[i] && borne[i]);
	}
	for (size_t i = 0; i < n; i++) {
		bool kept_too = !both && s->name.word == BARE && borne[i];
		if (both ? fit[i] && borne[i] : fit[i] || kept_too)
			all[kept++] = all[i];
	}
	s->count = kept;
	s->sure = both;
}

static struct vocab_meant
places_of(const struct seeking *s)
{
	size_t *places = ARENA_ARRAY(s->a, size_t, s->count + 1), n = 0;

	for (size_t i = 0; i < s->count; i++) {
		size_t place = s->found[i]->place, at = n;
		while (at > 0 && places[at - 1] > place)
			at--;
		if (at > 0 && places[at - 1] == place)
			continue;
		for (size_t k = n++; k > at; k--)
			places[k] = places[k - 1];
		places[at] = place;
	}
	return (struct vocab_meant){places, n};
}

/* None, or towns alone: another town or district may be written nearly so. */
static bool
all_small(const struct seeking *s)
{
	for (size_t i = 0; i < s->count; i++)
		if (!is_small(s->v, s->found[i]->place))
			return false;
	return true;
}

static struct vocab_meant
seek(struct seeking *s, struct str text)
{
	struct vocab_gazetteer *g = s->v->gazetteer;

	s->name = part(s->a, text);
	gather(s, g, &g->exact, s->name.core);
	choose(s);
	if (!s->sure || all_small(s)) {
		gather(s, g, &g->loose, loosened(s->a, s->name.core));
		choose(s);
	}
	if (s->count == 0) {
		hear(g);
		gather(s, g, &g->sounds, sound_of(s->a, s->name.core));
		choose(s);
	}
	return places_of(s);
}

/* "Abai, Karaganda Region": what stands behind the last comma is what the place lies in. */
static struct vocab_meant
seek_in(struct seeking *s, struct str text)
{
	size_t comma = text.n;

	while (comma > 0 && text.p[comma - 1] != ',')
		comma--;
	if (comma == 0)
		return (struct vocab_meant){NULL, 0};
	struct vocab_meant *outer = ARENA_NEW(s->a, struct vocab_meant);
	*outer = vocab_place_meant(s->a, s->v, str_trim(str_sub(text, comma, text.n)), s->day);
	s->outer = outer;
	return outer->count > 0 ? seek(s, str_sub(text, 0, comma - 1)) : *outer;
}

struct vocab_meant
vocab_place_meant(struct arena *a, const struct vocab *v, struct str text, int32_t day)
{
	struct seeking s = {.a = a, .v = v, .day = day};
	size_t place = vocab_place(v, text);

	if (place != VOCAB_NONE) {
		size_t *one = ARENA_NEW(a, size_t);
		*one = place;
		return (struct vocab_meant){one, 1};
	}
	fill(v->gazetteer, v);
	struct vocab_meant meant = seek(&s, text);
	return meant.count > 0 ? meant : seek_in(&s, text);
}

struct str
vocab_meant_ids(struct arena *a, const struct vocab *v, struct vocab_meant meant)
{
	struct buf *ids = buf_on(a);

	for (size_t i = 0; i < meant.count && i < LISTED; i++)
		buf_fmt(ids, "%s%.*s", i > 0 ? ", " : "", STR_ARG(v->places[meant.places[i]].id));
	if (meant.count > LISTED)
		buf_put(ids, STR(" ..."));
	return buf_str(ids);
}
