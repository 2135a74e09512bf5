#include "kit/lang/search.h"

#include <assert.h>
#include <libstemmer.h>

#include "base/utf8.h"
#include "kit/lang/fold.h"

/* Letters of Kazakh that Russian does not have: ә ғ қ ң ө ұ ү һ і. */
static const uint16_t kazakh_letters[] = {
    0x4D9, 0x493, 0x49B, 0x4A3, 0x4E9, 0x4B1, 0x4AF, 0x4BB, 0x456};

static bool
is_word(uint32_t c)
{
	return (c >= '0' && c <= '9') || fold_is_letter(c);
}

static bool
is_kazakh(uint32_t c)
{
	for (size_t i = 0; i < LENGTH(kazakh_letters); i++)
		if (kazakh_letters[i] == c)
			return true;
	return false;
}

/* Is the folded word Russian, as far as its letters can tell? */
static bool
looks_russian(struct str word)
{
	bool cyrillic = false;

	for (size_t at = 0; at < word.n;) {
		uint32_t c = utf8_next(word, &at);
		if (is_kazakh(c))
			return false;
		cyrillic = cyrillic || (c >= 0x430 && c <= 0x44F);
	}
	return cyrillic;
}

/* The stemmer is made when the first word wants it: most texts have none that does. */
static struct str
stem_of(struct sb_stemmer **stemmer, struct arena *a, struct str word)
{
	if (*stemmer == NULL)
		*stemmer = sb_stemmer_new("russian", "UTF_8");
	assert(*stemmer != NULL);
	const sb_symbol *stem = sb_stemmer_stem(*stemmer, (const sb_symbol *)word.p, (int)word.n);

	assert(stem != NULL);
	return arena_str(a, (struct str){(const char *)stem, (size_t)sb_stemmer_length(*stemmer)});
}

static size_t
word_end(struct str text, size_t at)
{
	for (size_t next = at; at < text.n; at = next)
		if (!is_word(utf8_next(text, &next)))
			break;
	return at;
}

/* The words of folded text; russian: those that look so have stems. */
static struct search_words
cut(struct arena *a, struct str text, bool russian)
{
	struct sb_stemmer *stemmer = NULL;
	struct search_word *all = NULL;
	size_t count = 0, capacity = 0;

	for (size_t at = 0, next; at < text.n; at = next) {
		next = at;
		if (!is_word(utf8_next(text, &next)))
			continue;
		next = word_end(text, at);
		struct search_word w = {str_sub(text, at, next), STR_INIT(""), false};
		w.begins = next < text.n && text.p[next] == '*';
		if (russian && looks_russian(w.text))
			w.stem = stem_of(&stemmer, a, w.text);
		all = arena_grow(a, all, count, &capacity, sizeof(w));
		all[count++] = w;
	}
	sb_stemmer_delete(stemmer);
	return (struct search_words){all, count};
}

struct search_words
search_cut(struct arena *a, struct str text, struct str lang)
{
	bool russian = lang.n == 0 || str_eq(lang, STR("ru")) || str_starts(lang, STR("ru-"));

	if (text.n == 0)
		return (struct search_words){NULL, 0};
	return cut(a, fold_text(a, text), russian);
}
