#include "kit/lang/name.h"

#include <utf8proc.h>

#include "base/utf8.h"
#include "kit/lang/fold.h"
#include "kit/lang/name_aside.h"

#define STEM_LEAST 3  /* sounds before an ending with a slip; vowels behind them are no stem's */
#define SLIP_LEAST 4  /* sounds of an ending that is known with a slip inside a name */
#define STUCK_LEAST 3 /* letters on both sides where a capital in a word begins another one */

enum ending_way { SAYS, HINTS, APART, ALONE };

static const struct ending {
	struct str sounds;
	enum name_role role;
	enum name_sex sex;
	enum ending_way way;
	size_t least; /* sounds before it */
} endings[] = {
#define NAME_ENDING(sounds, role, sex, way, least, what)                                           \
	{STR_INIT(sounds), NAME_##role, NAME_##sex, way, least},
#include "kit/lang/name_endings.def"
#undef NAME_ENDING
};

struct reading {
	struct arena *a;
	struct name_part *parts;
	size_t count;
	size_t before_comma; /* parts before the first comma; 0: there is none */
	bool latin, cyrillic, foreign;
};

struct str
name_role_word(enum name_role role)
{
	static const struct str words[] = {
#define X(name, word) STR_INIT(word),
	    NAME_ROLES(X)
#undef X
	};
	return words[role];
}

struct str
name_script_word(enum name_script script)
{
	static const struct str words[] = {
#define X(name, word) STR_INIT(word),
	    NAME_SCRIPTS(X)
#undef X
	};
	return words[script];
}

static bool
joins(uint32_t c)
{
	return fold_is_letter(c) || fold_is_dash(c) || fold_is_invisible(c) ||
	    name_is_apostrophe(c) || c == 0xB7 || (c >= '0' && c <= '9');
}

static void
script_note(struct reading *r, struct str folded)
{
	for (size_t at = 0; at < folded.n;) {
		uint32_t c = utf8_next(folded, &at);
		if (c >= 0x400 && c <= 0x52F)
			r->cyrillic = true;
		else if (fold_is_letter(c) &&
		    (c < 0x250 || (c >= 0x1E00 && c <= 0x1EFF) || c == 0x259))
			r->latin = true;
		else if (fold_is_letter(c) && !(c >= 0x2B0 && c <= 0x36F))
			r->foreign = true;
	}
}

static bool
is_vowel(char c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

static struct str
without_last_vowels(struct str sound)
{
	while (sound.n > STEM_LEAST && is_vowel(sound.p[sound.n - 1]))
		sound.n--;
	return sound;
}

/* The ending of part, or NULL. */
static const struct ending *
ending_of(struct str sound)
{
	char last = sound.n > 0 ? sound.p[sound.n - 1] : '\0';

	for (size_t i = 0; i < LENGTH(endings); i++) {
		struct str sounds = endings[i].sounds;
		if (sounds.p[sounds.n - 1] == last && endings[i].way != ALONE &&
		    sound.n >= sounds.n + endings[i].least && str_ends(sound, sounds))
			return &endings[i];
	}
	return NULL;
}

static void
part_end(struct reading *r, struct name_part *part)
{
	const struct ending *ending = part->initial ? NULL : ending_of(part->sound);

	part->stem = part->sound;
	if (ending != NULL) {
		part->stem.n -= ending->sounds.n;
		part->sex = ending->sex;
		if (ending->way != HINTS) {
			part->role = ending->role;
			part->sure = true;
		}
	}
	part->stem = without_last_vowels(part->stem);
	part->skeleton = name_skeleton(r->a, part->stem);
}

/* The father's ending that this word is: "ұлы", "кызы"; or NULL. */
static const struct ending *
apart_of(struct str sound)
{
	for (size_t i = 0; i < LENGTH(endings); i++) {
		if (endings[i].way >= APART && str_eq(sound, endings[i].sounds))
			return &endings[i];
	}
	return NULL;
}

static void
word_add(struct reading *r, struct str said, bool stop)
{
	struct str folded = name_fold(r->a, said), sound = name_sound(r->a, folded);
	size_t letters = 0;

	if (sound.n == 0)
		return;
	const struct ending *apart = r->count > 0 ? apart_of(sound) : NULL;
	if (apart != NULL) {
		struct name_part *father = &r->parts[r->count - 1];
		father->said.n = (size_t)(said.p + said.n - father->said.p);
		father->role = NAME_PATRONYMIC;
		father->sex = apart->sex;
		father->sure = true;
		father->stem = without_last_vowels(father->sound);
		father->skeleton = name_skeleton(r->a, father->stem);
		return;
	}
	if (r->count == NAME_PARTS)
		return;
	for (size_t at = 0; at < folded.n; letters++)
		utf8_next(folded, &at);
	struct name_part *part = &r->parts[r->count++];
	*part =
	    (struct name_part){.said = said, .text = folded, .sound = sound, .role = NAME_OTHER};
	part->initial = letters == 1 || (letters == 2 && stop);
	script_note(r, folded);
	part_end(r, part);
}

static bool
is_of(uint32_t c, utf8proc_category_t category)
{
	return utf8proc_category((utf8proc_int32_t)c) == category;
}

/*
 * Where a second word begins inside said ("ArmanTuleshovich"), or said.n. A small letter among
 * capitals is a slip, and no word ends there.
 */
static size_t
stuck_at(struct str said)
{
	size_t letters = 0, capitals = 0, found = said.n, behind = 0;
	bool small = false;

	for (size_t at = 0, next = 0; at < said.n; at = next) {
		uint32_t c = utf8_next(said, &next);
		bool capital = is_of(c, UTF8PROC_CATEGORY_LU);
		if (is_of(c, UTF8PROC_CATEGORY_MN))
			continue; /* a sign over the letter before it */
		if (capital && small && letters >= STUCK_LEAST && capitals < 2 && found == said.n) {
			found = at;
			behind = letters;
		}
		small = !capital && fold_is_letter(c);
		capitals += capital;
		letters++;
	}
	return found < said.n && letters - behind >= STUCK_LEAST ? found : said.n;
}

static void
words_add(struct reading *r, struct str said, bool stop)
{
	size_t at = stuck_at(said);

	word_add(r, str_sub(said, 0, at), stop);
	if (at < said.n)
		words_add(r, str_sub(said, at, said.n), stop);
}

/* whole: with what stands beside a name. */
static void
words_cut(struct reading *r, struct str text, bool whole)
{
	for (size_t at = 0, start = 0; start < text.n && r->count < NAME_PARTS; start = at) {
		uint32_t c = 0;
		size_t end = start;
		size_t behind = whole ? start : name_aside(text, start, r->count > 0);
		if (behind > start) {
			at = behind;
			continue;
		}
		for (at = start; at < text.n; end = at) {
			c = utf8_next(text, &at);
			if (!joins(c))
				break;
			c = 0;
		}
		if (end > start)
			words_add(r, str_sub(text, start, end), c == '.');
		if (end > start && c == '(')
			at = end; /* it may begin an aside */
		if (c == ',' && r->before_comma == 0)
			r->before_comma = r->count;
	}
}

static size_t
role_count(const struct reading *r, enum name_role role)
{
	size_t n = 0;

	for (size_t i = 0; i < r->count; i++)
		n += r->parts[i].role == role;
	return n;
}

/* Gives every part from first up to end that has no role yet this one. */
static void
roles_fill(struct reading *r, size_t first, size_t end, enum name_role role)
{
	for (size_t i = first; i < end; i++) {
		if (r->parts[i].role == NAME_OTHER)
			r->parts[i].role = role;
	}
}

/* "Тоқаев Қ.К.": the whole word is the family's. Returns false where that is not how it looks. */
static bool
roles_by_initials(struct reading *r)
{
	size_t whole = 0, at = 0, initials = 0;

	for (size_t i = 0; i < r->count; i++) {
		whole += !r->parts[i].initial;
		at = r->parts[i].initial ? at : i;
	}
	if (whole != 1 || r->count < 2 ||
	    (r->parts[at].role != NAME_OTHER && r->parts[at].role != NAME_FAMILY))
		return false;
	r->parts[at].role = NAME_FAMILY;
	for (size_t i = 0; i < r->count; i++) {
		if (r->parts[i].initial)
			r->parts[i].role = initials++ == 0 ? NAME_GIVEN : NAME_PATRONYMIC;
	}
	return true;
}

/* Do x and y differ by one letter, or by two neighbours that changed places? */
static bool
is_slip(struct str x, struct str y)
{
	size_t head = 0, tail = 0;

	while (head < x.n && head < y.n && x.p[head] == y.p[head])
		head++;
	while (tail < x.n - head && tail < y.n - head && x.p[x.n - 1 - tail] == y.p[y.n - 1 - tail])
		tail++;
	size_t rest = x.n - head - tail, rest_y = y.n - head - tail;
	bool swapped =
	    rest == 2 && rest_y == 2 && x.p[head] == y.p[head + 1] && x.p[head + 1] == y.p[head];
	return swapped || (rest <= 1 && rest_y <= 1);
}

/* How many sounds at the end are a father's ending, of so many sounds at least, with one slip in
 * it, and whose; 0: none are. */
static size_t
slipped_ending(struct str sound, size_t least, enum name_sex *sex)
{
	for (size_t i = 0; i < LENGTH(endings); i++) {
		struct str ending = endings[i].sounds;
		if (endings[i].role != NAME_PATRONYMIC || endings[i].way == ALONE ||
		    ending.n < least)
			continue;
		for (size_t n = ending.n + 1; n + 1 >= ending.n; n--) {
			if (sound.n >= n + STEM_LEAST &&
			    is_slip(str_sub(sound, sound.n - n, sound.n), ending)) {
				*sex = endings[i].sex;
				return n;
			}
		}
	}
	return 0;
}

/*
 * Of three parts or more, none of them a father's name: one behind the first that ends as a
 * father's name but for a slip is it. One that says the family's stays where no other does, and
 * names in Latin letters ("Mary Helena Stanley") must have one that does.
 */
static void
father_find(struct reading *r)
{
	size_t families = role_count(r, NAME_FAMILY);

	if (r->count < 3 || role_count(r, NAME_PATRONYMIC) > 0 || (families == 0 && r->latin))
		return;
	for (size_t i = r->count - 1; i > 0; i--) {
		struct name_part *part = &r->parts[i];
		size_t least = i + 1 == r->count ? 0 : SLIP_LEAST; /* Назгүл stands before -ұлы */
		enum name_sex sex = NAME_EITHER;
		size_t n = part->initial ? 0 : slipped_ending(part->sound, least, &sex);
		if (n == 0 || (part->role == NAME_FAMILY && families < 2))
			continue;
		part->role = NAME_PATRONYMIC;
		part->sex = sex;
		part->stem = without_last_vowels(str_sub(part->sound, 0, part->sound.n - n));
		part->skeleton = name_skeleton(r->a, part->stem);
		return;
	}
}

static void
roles_by_order(struct reading *r)
{
	size_t father = 0;

	father_find(r);
	while (father < r->count && r->parts[father].role != NAME_PATRONYMIC)
		father++;
	if (roles_by_initials(r) || role_count(r, NAME_FAMILY) > 0) {
		roles_fill(r, 0, r->count, NAME_GIVEN);
	} else if (father == r->count) {
		if (r->count > 1)
			roles_fill(r, r->count - 1, r->count, NAME_FAMILY);
		roles_fill(r, 0, r->count > 1 ? r->count : 0, NAME_GIVEN);
	} else if (father + 1 == r->count && father > 1) {
		roles_fill(r, 0, 1, NAME_FAMILY);
		roles_fill(r, 1, father, NAME_GIVEN);
	} else {
		roles_fill(r, 0, father, NAME_GIVEN);
		roles_fill(r, father, r->count, NAME_FAMILY);
	}
}

static enum name_script
script_of(const struct reading *r)
{
	if (r->foreign)
		return r->latin || r->cyrillic ? NAME_MIXED_SCRIPT : NAME_FOREIGN_SCRIPT;
	if (r->latin && r->cyrillic)
		return NAME_MIXED_SCRIPT;
	if (r->latin)
		return NAME_LATIN_SCRIPT;
	return r->cyrillic ? NAME_CYRILLIC_SCRIPT : NAME_NONE_SCRIPT;
}

struct name
name_read(struct arena *a, struct str text)
{
	struct reading r = {.a = a, .parts = ARENA_ARRAY(a, struct name_part, NAME_PARTS)};

	words_cut(&r, text, false);
	if (r.count == 0)
		words_cut(&r, text, true);
	if (r.before_comma < r.count) {
		for (size_t i = 0; i < r.before_comma; i++) {
			if (r.parts[i].role != NAME_PATRONYMIC) {
				r.parts[i].role = NAME_FAMILY;
				r.parts[i].sure = true;
			}
		}
	}
	roles_by_order(&r);
	return (struct name){r.parts, r.count, script_of(&r)};
}

enum name_sex
name_sex(const struct name *name)
{
	enum name_sex sex = NAME_EITHER;

	for (size_t i = 0; i < name->count; i++) {
		const struct name_part *part = &name->parts[i];
		bool says = part->role == NAME_PATRONYMIC || part->role == NAME_FAMILY;
		if (!says || part->sex == NAME_EITHER)
			continue;
		if (sex != NAME_EITHER && sex != part->sex)
			return NAME_EITHER;
		sex = part->sex;
	}
	return sex;
}
