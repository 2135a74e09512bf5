#include <assert.h>
#include <string.h>
#include <utf8proc.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "kit/lang/fold.h"
#include "kit/lang/name.h"

struct letter {
	struct str spelling, sound;
};

static const struct letter letters[] = {
#define NAME_LETTER(spelling, sound, source) {STR_INIT(spelling), STR_INIT(sound)},
#include "kit/lang/name_letters.def"
#undef NAME_LETTER
};

static const struct initial {
	char of_letter, of_name;
} initials[] = {
#define NAME_INITIAL(of_letter, of_name, example) {of_letter, of_name},
#include "kit/lang/name_initials.def"
#undef NAME_INITIAL
};

/* Of each letter, a byte that few share: the second of the two that its first sign has, or the only
 * one.
 */
#define TELLING(spelling) (((unsigned char)(spelling)[0] >= 0xC0) ? (spelling)[1] : (spelling)[0])
static const char telling[] = {
#define NAME_LETTER(spelling, sound, source) TELLING(spelling),
#include "kit/lang/name_letters.def"
#undef NAME_LETTER
};

/* Wide classes of consonants, by sound a to z; 0 is left out. */
static const char skeleton_class[26] = {
    ['b' - 'a'] = 'p',
    ['c' - 'a'] = 'x',
    ['d' - 'a'] = 't',
    ['f' - 'a'] = 'p',
    ['g' - 'a'] = 'k',
    ['h' - 'a'] = 'k',
    ['j' - 'a'] = 'j',
    ['k' - 'a'] = 'k',
    ['l' - 'a'] = 'l',
    ['m' - 'a'] = 'm',
    ['n' - 'a'] = 'n',
    ['p' - 'a'] = 'p',
    ['r' - 'a'] = 'r',
    ['s' - 'a'] = 's',
    ['t' - 'a'] = 't',
    ['x' - 'a'] = 'x',
    ['z' - 'a'] = 's',
};

bool
name_is_apostrophe(uint32_t c)
{
	return c == '\'' || c == '`' || c == 0xB4 || (c >= 0x2B9 && c <= 0x2BD) ||
	    (c >= 0x2018 && c <= 0x201B) || c == 0x2032;
}

struct str
name_fold(struct arena *a, struct str text)
{
	struct str folded = fold_text(a, text);
	char *room = arena_alloc(a, folded.n + 1);
	size_t n = 0;

	for (size_t at = 0; at < folded.n;) {
		uint32_t c = utf8_next(folded, &at);
		n += utf8_put(room + n, name_is_apostrophe(c) ? '\'' : c);
	}
	return (struct str){room, n};
}

/* The letter with the longest spelling that text, which is not empty, begins with; or NULL. */
static const struct letter *
letter_at(struct str text)
{
	const struct letter *best = NULL;
	const char *end = telling + sizeof(telling), *at = telling;
	char tells = TELLING(text.p);

	for (; (at = memchr(at, tells, (size_t)(end - at))) != NULL; at++) {
		const struct letter *l = &letters[at - telling];
		if ((best == NULL || l->spelling.n > best->spelling.n) &&
		    str_starts(text, l->spelling))
			best = l;
	}
	return best;
}

/* Appends a sound so that doubles behind seam are one, "ie" and "io" are "e", and "ng" is "n". */
static size_t
sound_put(char *room, size_t n, size_t seam, char c)
{
	char last = n > seam ? room[n - 1] : '\0';

	if (c == last || (c == 'g' && last == 'n'))
		return n;
	if (last == 'i' && (c == 'e' || c == 'o')) {
		n--;
		c = 'e';
		if (n > seam && room[n - 1] == 'e')
			return n;
	}
	room[n] = c;
	return n + 1;
}

/* The letter without its marks: "ě" is "e". */
static uint32_t
unmarked(uint32_t c)
{
	int32_t room[8];
	utf8proc_ssize_t n = utf8proc_decompose_char(
	    (utf8proc_int32_t)c, room, (utf8proc_ssize_t)LENGTH(room), UTF8PROC_DECOMPOSE, NULL);

	return n > 1 && n <= (utf8proc_ssize_t)LENGTH(room) ? (uint32_t)room[0] : c;
}

/* A letter of a script that is not known here, or a digit; a mark that combines has no sound. */
static bool
stands_alone(uint32_t c)
{
	return (c >= '0' && c <= '9') ||
	    (fold_is_letter(c) && utf8proc_category((utf8proc_int32_t)c) < UTF8PROC_CATEGORY_MN);
}

struct str
name_sound(struct arena *a, struct str folded)
{
	char *room = arena_alloc(a, folded.n * 2 + 8);
	size_t n = 0, seam = 0;

	for (size_t at = 0; at < folded.n;) {
		struct str rest = str_sub(folded, at, folded.n);
		const struct letter *l = letter_at(rest);
		char plain[4];
		uint32_t c = 0;
		size_t next = at;
		if (l == NULL) {
			c = utf8_next(folded, &next);
			l = letter_at((struct str){plain, utf8_put(plain, unmarked(c))});
		} else {
			next += l->spelling.n;
		}
		at = next;
		for (size_t i = 0; l != NULL && i < l->sound.n; i++) {
			if (l->sound.p[i] == '|')
				seam = n;
			else
				n = sound_put(room, n, seam, l->sound.p[i]);
		}
		if (l == NULL && stands_alone(c))
			n += utf8_put(room + n, c);
	}
	return (struct str){room, n};
}

struct str
name_skeleton(struct arena *a, struct str sound)
{
	char *room = arena_alloc(a, sound.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < sound.n; i++) {
		unsigned char c = (unsigned char)sound.p[i];
		char wide = c >= 'a' && c <= 'z' ? skeleton_class[c - 'a'] : (char)c;
		if (wide == '\0' && i == 0)
			wide = 'a';
		if (wide != '\0' && (n == 0 || room[n - 1] != wide))
			room[n++] = wide;
	}
	return (struct str){room, n};
}

bool
name_may_begin(struct str letter, struct str sound)
{
	if (letter.n == 0 || sound.n == 0 || str_starts(sound, letter))
		return sound.n > 0;
	for (size_t i = 0; i < LENGTH(initials); i++) {
		if (letter.n == 1 && initials[i].of_letter == letter.p[0] &&
		    initials[i].of_name == sound.p[0])
			return true;
	}
	return false;
}
