/*
 * message: sentences of the program by key and language, from the files of locale/.
 * {0} to {5} are filled in; where a sentence counts, its plural form follows the
 * number that argument 0 begins with.
 */
#ifndef GUVOH_FACE_SAY_MESSAGE_H
#define GUVOH_FACE_SAY_MESSAGE_H

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"
#include "kit/lang/lang.h"

#define MESSAGE_ARGS 6

struct message {
	struct str key;
	struct str text[LANG_COUNT]; /* plural forms parted by 0x1F */
};

/* Made at build from locale/, sorted by key. */
extern const struct message message_table[];
extern const size_t message_count;

/* "en", "ru-KZ", "kk_KZ.UTF-8": the language by its first letters. false: none of ours. */
bool message_lang_of(struct str name, enum lang *out);

/* The row of that key, or NULL. */
const struct message *message_find(struct str key);

/*
 * Appends the sentence of key with count <= MESSAGE_ARGS arguments. A key without
 * a row is our own mistake: the key and its arguments are written instead, so that nobody is
 * left without a word.
 */
void message_put(
    struct buf *out, enum lang lang, struct str key, const struct str *args, size_t count);

/* The sentence as a str on a: message_text(a, lang, STR("cli.log.entries"), number). */
#define message_text(a, lang, ...)                                                                 \
	message_list((a), (lang), (const struct str[MESSAGE_ARGS + 2]){__VA_ARGS__})

/* text: key, then arguments; one whose p is NULL ends the list. */
struct str message_list(struct arena *a, enum lang lang, const struct str text[MESSAGE_ARGS + 2]);

/* The sentence of the key that prefix and name make together; name itself when there is none. */
struct str message_named(struct arena *a, enum lang lang, struct str prefix, struct str name);

/* Appends the sentence for a failure. */
void message_err(struct buf *out, enum lang lang, const struct err *e);

#endif
