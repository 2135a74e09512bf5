/*
 * name: a person's name as its parts, with the sounds that all its spellings share.
 * "Қасым-Жомарт Тоқаев", "Kassym-Jomart Tokayev" and "Tokaev, Kasym-Zhomart" have the same sounds.
 * The tables are name_letters.def and name_endings.def; sounds are for comparing, never for showing
 * as a romanisation. docs/methods/names.md says where they come from.
 */
#ifndef GUVOH_KIT_LANG_NAME_H
#define GUVOH_KIT_LANG_NAME_H

#include "base/arena.h"
#include "base/str.h"

#define NAME_PARTS 8 /* most parts of a name; what follows is left out */

/* X(name, word for programs) */
#define NAME_ROLES(X)                                                                              \
	X(GIVEN, "given")                                                                          \
	X(FAMILY, "family")                                                                        \
	X(PATRONYMIC, "patronymic")                                                                \
	X(OTHER, "other")

enum name_role {
#define X(name, word) NAME_##name,
	NAME_ROLES(X)
#undef X
	    NAME_ROLE_COUNT
};

/* X(name, word for programs) */
#define NAME_SCRIPTS(X)                                                                            \
	X(NONE, "no-letters")                                                                      \
	X(LATIN, "latin")                                                                          \
	X(CYRILLIC, "cyrillic")                                                                    \
	X(MIXED, "mixed")                                                                          \
	X(FOREIGN, "foreign")

enum name_script {
#define X(name, word) NAME_##name##_SCRIPT,
	NAME_SCRIPTS(X)
#undef X
};

enum name_sex { NAME_EITHER, NAME_MAN, NAME_WOMAN };

struct name_part {
	struct str said;  /* as written, borrowed from the text */
	struct str text;  /* folded, look-alikes repaired */
	struct str sound; /* a to z, or the folded letters of a script that is not known here */
	struct str
	    stem; /* sound without -ovich, -uly, -ov and such, and without a vowel at its end */
	struct str skeleton; /* consonants of the stem in wide classes, for finding */
	enum name_role role;
	enum name_sex sex; /* of whoever has a name that ends so */
	bool sure;    /* an ending or a comma says the role; else the order of the parts does */
	bool initial; /* one letter, or two with a full stop: "Дж." */
};

struct name {
	const struct name_part *parts;
	size_t count; /* 0 when no letter stands in the text */
	enum name_script script;
};

/* The word for programs. */
struct str name_role_word(enum name_role role);
struct str name_script_word(enum name_script script);

/*
 * Reads a name; parts lie on a. Reads "Family, Given Patronymic", initials, stuck parts
 * ("ArmanTuleshovich"), capitals, and a patronymic in two words ("Абдрахман ұлы"). What stands
 * beside a name (name_aside.h) is left out where a name is left.
 */
struct name name_read(struct arena *a, struct str text);

/* What the endings of family and father's name say of the sex; NAME_EITHER where they say nothing
 * or contradict each other. */
enum name_sex name_sex(const struct name *name);

/* The sounds of one word in folded letters, on a. Hyphens and signs have none. */
struct str name_sound(struct arena *a, struct str folded);

/*
 * May a name that begins with letter alone, as an initial, have this sound? "Д." is Джума's, too,
 * and "S." Shynar's. An empty letter begins every name.
 */
bool name_may_begin(struct str letter, struct str sound);

/* Is c one of the signs that stand for an apostrophe? */
bool name_is_apostrophe(uint32_t c);

/* Folded, with every sign that stands for an apostrophe as one. */
struct str name_fold(struct arena *a, struct str text);

/* The skeleton of sounds, on a: "kasim" and "hasum" have one. */
struct str name_skeleton(struct arena *a, struct str sound);

#endif
