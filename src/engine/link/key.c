#include "engine/link/key.h"

#include "engine/link/hash.h"
#include "kit/lang/name.h"

#define WORD_LEAST 3  /* sounds of a word that is a key */
#define WORD_MOST 128 /* bytes of one */
#define HEAD 4        /* sounds of a beginning that is a key */

static void
key_add(struct keys *k, uint64_t what, uint64_t value)
{
	if (k->n < KEYS)
		k->at[k->n++] = hash_pair(what, value);
}

enum { KEY_VALUE, KEY_WORD, KEY_SKELETON, KEY_HEAD, KEY_MONTH, KEY_DAY, KEY_YEAR_DAY, KEY_YEAR };

static bool
is_key(struct str word)
{
	return word.n >= WORD_LEAST && word.n <= WORD_MOST;
}

/* A value of one word has no key beside its word's: it would say the same, and take the place of
 * another among the rarest. */
static void
word_keys(struct arena *a, const struct fields *f, struct keys *k, const struct field_value *v)
{
	if (v->n_words != 1 || !is_key(intern_str(f->words, v->words[0])))
		key_add(k, KEY_VALUE, hash_str(v->sound));
	for (size_t i = 0; i < v->n_words; i++) {
		struct str word = intern_str(f->words, v->words[i]);
		if (!is_key(word))
			continue;
		key_add(k, KEY_WORD, hash_str(word));
		struct str skeleton = name_skeleton(a, word);
		if (skeleton.n >= WORD_LEAST)
			key_add(k, KEY_SKELETON, hash_str(skeleton));
		key_add(k, KEY_HEAD, hash_str(str_sub(word, 0, HEAD)));
	}
}

static void
date_keys(struct keys *k, struct birth d)
{
	uint64_t year = (uint64_t)d.year, month = (uint64_t)d.month, day = (uint64_t)d.day;

	key_add(k, KEY_VALUE, (year * 100 + month) * 100 + day);
	if (month == 0)
		return;
	key_add(k, KEY_MONTH, year * 100 + month);
	key_add(k, KEY_YEAR_DAY, year * 100 + day);
	key_add(k, KEY_DAY, month * 100 + day);
	key_add(k, KEY_YEAR, year);
}

static void
code_keys(struct keys *k, struct str text)
{
	size_t head = str_find(text, ' ');

	key_add(k, KEY_VALUE, hash_str(text));
	if (head == text.n)
		head = str_find(text, '@');
	if (head == text.n)
		head = (text.n + 1) / 2;
	if (text.n >= HEAD)
		key_add(k, KEY_HEAD, hash_str(str_sub(text, 0, head)));
}

struct keys
key_of_value(struct arena *a, const struct fields *f, const struct field *field, uint32_t value)
{
	const struct field_value *v = &field->values[value];
	bool words = field->way == FIELD_WAY_WORDS;
	uint64_t space = words ? 1 : 2 + (uint64_t)(field - f->at);
	struct keys k = {.n = 0};

	if (words)
		word_keys(a, f, &k, v);
	else if (field->way == FIELD_WAY_DATE && v->birth.year != 0)
		date_keys(&k, v->birth);
	else if (field->way == FIELD_WAY_CODE)
		code_keys(&k, v->text);
	for (size_t i = 0; i < k.n; i++)
		k.at[i] = hash_pair(space, k.at[i]);
	return k;
}
