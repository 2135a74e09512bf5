#include <stdlib.h>

#include "domain/find/ask.h"
#include "domain/find/find_sql.h"
#include "kit/db/db.h"

#define COMPARED 1000 /* texts that are compared with a phrase, at most */
#define WORDS 32      /* of a query that decide the order */

/* --- Phrases -------------------------------------------------------------------------------- */

static bool
is_word(struct str token, const struct search_word *word)
{
	struct str text = str_sub(token, 0, str_find(token, '/'));
	struct str wanted = find_shortened(word->text);

	return word->begins ? str_starts(text, wanted) : str_eq(text, wanted);
}

/* Does rest go on with the words? */
static bool
goes_on(struct str rest, struct search_words words)
{
	for (size_t i = 0; i < words.count; i++)
		if (!is_word(str_cut(&rest, ' '), &words.at[i]))
			return false;
	return true;
}

/* Looks at the places only where the first word stands: a text is mostly other words. */
static bool
has_phrase(struct str text, struct search_words words)
{
	struct str first = find_shortened(words.at[0].text);

	for (size_t at = 0; at < text.n; at++) {
		at += str_search(str_sub(text, at, text.n), first);
		if (at < text.n && (at == 0 || text.p[at - 1] == ' ') &&
		    goes_on(str_sub(text, at, text.n), words))
			return true;
	}
	return false;
}

static bool
has_phrases(const struct find_asking *q, struct str text)
{
	for (size_t i = 0; i < q->n_tests; i++)
		if (q->tests[i].phrase &&
		    has_phrase(text, q->tests[i].words) == q->tests[i].without)
			return false;
	return true;
}

static bool
asks_phrases(const struct find_asking *q)
{
	for (size_t i = 0; i < q->n_tests; i++)
		if (q->tests[i].phrase)
			return true;
	return false;
}

/* 1, 0 or -1. */
static int
fits(struct find_asking *q, int64_t n, struct err *e)
{
	struct sql_find_doc_words words;

	if (sql_find_doc_words_start(&words, q->db, n, e) < 0)
		return -1;
	int found = sql_find_doc_words_step(&words, e);
	if (found <= 0)
		return found;
	bool has = has_phrases(q, words.row.words);
	sql_find_doc_words_end(&words);
	return has;
}

/* Takes out of a run what does not fit. */
static int
compare_run(struct find_asking *q, struct find_seen *s, struct err *e)
{
	int64_t n;

	for (int32_t at = find_set_below(s->found, (int32_t)s->block->size); at >= 0;
	     at = find_set_below(s->found, at)) {
		if (find_block_row(q->db, q->a, s->block, (size_t)at, &n, e) < 0)
			return -1;
		int fit = fits(q, n, e);
		if (fit < 0)
			return -1;
		if (fit > 0)
			continue;
		find_set_drop(s->found, (size_t)at);
		find_set_drop(s->exact, (size_t)at);
	}
	return 0;
}

/* Takes out what is not among the newest: it is not known to fit. */
static int
keep_newest(struct find_asking *q, struct err *e)
{
	struct find_hits hits;
	struct find_head text;
	struct find_seen *of;
	int more = 0;
	uint64_t **kept = ARENA_ARRAY(q->a, uint64_t *, q->count);

	for (size_t i = 0; i < q->count; i++)
		kept[i] = ARENA_ARRAY(q->a, uint64_t, q->seen[i].words);
	if (find_hits_begin(&hits, q, false, e) < 0)
		return -1;
	for (size_t i = 0; i < COMPARED; i++) {
		more = find_hits_next(&hits, &text, &of, e);
		if (more <= 0)
			break;
		find_set_add(kept[of - q->seen], (size_t)text.number);
	}
	for (size_t i = 0; i < q->count; i++) {
		struct find_seen *s = &q->seen[i];
		for (size_t k = 0; k < s->words; k++) {
			s->found[k] &= kept[i][k];
			s->exact[k] &= kept[i][k];
		}
	}
	return more < 0 ? -1 : 0;
}

int
find_phrases(struct find_asking *q, struct err *e)
{
	size_t total = 0;

	if (!asks_phrases(q))
		return 0;
	for (size_t i = 0; i < q->count; i++)
		total += find_set_count(q->seen[i].found, q->seen[i].words);
	q->cut = total > COMPARED;
	if (q->cut && keep_newest(q, e) < 0)
		return -1;
	for (size_t i = 0; i < q->count; i++)
		if (compare_run(q, &q->seen[i], e) < 0)
			return -1;
	return 0;
}

/* --- Order ---------------------------------------------------------------------------------- */

/* A word that was looked for. */
struct wanted {
	const struct search_word *word;
	struct str stem;
	int64_t rare; /* 16 for each time that half as many texts have it */
};

struct ranking {
	struct wanted words[WORDS];
	size_t count;
};

struct ranked {
	struct find_head text;
	int64_t score;
};

static int64_t
rareness(int64_t texts, int64_t all)
{
	int64_t rare = 16;

	for (int64_t n = texts > 0 ? texts : 1; n * 2 <= all; n *= 2)
		rare += 16;
	return rare;
}

static struct ranking
ranking_of(const struct find_asking *q)
{
	struct ranking r = {.count = 0};
	int64_t all = 0;

	for (size_t i = 0; i < q->count; i++)
		all += (int64_t)q->seen[i].block->count;
	for (size_t i = 0; i < q->n_tests && r.count < WORDS; i++) {
		const struct find_test *t = &q->tests[i];
		if (!t->without && !t->phrase && t->words.count > 0)
			r.words[r.count++] = (struct wanted){t->words.at,
			    find_shortened(t->words.at->stem), rareness(t->texts, all)};
	}
	return r;
}

/* 4 for the word as it was typed, 3 for one that begins so, 2 for another form; 0: another word. */
static int64_t
likeness(struct str token, const struct wanted *wanted)
{
	struct str word = str_sub(token, 0, str_find(token, '/'));
	struct str stem = str_sub(token, word.n + 1, token.n);

	if (is_word(token, wanted->word))
		return wanted->word->begins ? 3 : 4;
	if (wanted->word->begins || wanted->stem.n == 0 || word.n == token.n)
		return 0;
	return str_eq(stem.n > 0 ? stem : word, wanted->stem) ? 2 : 0;
}

/*
 * The more a word says and the shorter the text, the better; words that follow each other as they
 * were typed count double. In the manner of BM25 (Robertson and Zaragoza 2009), in integers: a word
 * counts less each time it comes again.
 */
static int64_t
score_of(const struct ranking *r, struct str text)
{
	int64_t sum = 0, length = 8, times[WORDS] = {0};
	size_t before = r->count; /* the word that the last token was */

	for (struct str rest = text; rest.n > 0; length++) {
		struct str token = str_cut(&rest, ' ');
		size_t now = r->count;
		for (size_t i = 0; i < r->count; i++) {
			int64_t like = likeness(token, &r->words[i]);
			if (like == 0)
				continue;
			int64_t worth = like * r->words[i].rare * 64 / (1 + times[i]++);
			sum += i == before + 1 ? 2 * worth : worth;
			now = i;
		}
		before = now;
	}
	return sum * 16 / length;
}

static int
by_score(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;
	int order = str_cmp(y->text.at, x->text.at);

	if (x->score != y->score)
		return x->score < y->score ? 1 : -1;
	return order != 0 ? order : str_cmp(x->text.id, y->text.id);
}

int
find_rank(struct find_asking *q, struct find_head *texts, size_t count, struct err *e)
{
	struct ranking ranking = ranking_of(q);
	struct ranked *all = ARENA_ARRAY(q->a, struct ranked, count);
	struct sql_find_doc_words words;

	for (size_t i = 0; i < count; i++) {
		all[i].text = texts[i];
		if (sql_find_doc_words_start(&words, q->db, texts[i].n, e) < 0)
			return -1;
		int found = sql_find_doc_words_step(&words, e);
		if (found < 0)
			return -1;
		if (found == 0)
			continue;
		all[i].score = score_of(&ranking, words.row.words);
		sql_find_doc_words_end(&words);
	}
	if (count > 0)
		qsort(all, count, sizeof(*all), by_score);
	for (size_t i = 0; i < count; i++)
		texts[i] = all[i].text;
	return 0;
}
