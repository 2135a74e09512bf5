/*
 * How long a search takes over a million statements in three languages, facets included; what the
 * index weighs and how long it takes to make. Words and records are invented; how often a word
 * comes follows Zipf's law, as in texts (his 1949 book; exponent 1 over 40,000 words a language).
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "domain/find/find.h"
#include "domain/find/find_sql.h"
#include "kit/db/db.h"
#include "kit/db/memvfs.h"

#define STATEMENTS 1000000
#define RECORDS 100000
#define SOURCES 5000
#define BATCH 10000 /* what comes after the index was made anew, in one append */
#define LANGS 3
#define WORDS 40000 /* of a language */
#define ENDINGS 6
#define RUNS 300 /* of each kind of query */

static const struct tongue {
	struct str code, syllables, endings; /* parted by blanks */
	int share;                           /* of a hundred texts */
} tongues[LANGS] = {
    {STR_INIT("ru"),
	STR_INIT("за по на вы до ре со пра ко ми ли ва за дер жан пло щад ми тин су де ни сво бо "
		 "да ру ка "
		 "ве та ло но мос ти гра ни че ло век по ли ция от ряд уча сток"),
	STR_INIT("ы ов ам ами ах ый"), 60},
    {STR_INIT("kk"),
	STR_INIT("қа ла лық ұс тал ған жі гіт бас шы сы адам дар ала ңы на сот ше шім құ қық тар "
		 "өті ніш те "
		 "рі үкі мет жи на лыс ха бар ла ды кө ше бо ла"),
	STR_INIT("дар ның ға да ды тар"), 25},
    {STR_INIT("en"),
	STR_INIT("de tain ed as sem bly pro test er po lice off ic er court re lease wit ness "
		 "state ment "
		 "coun try free dom or der squa re ar rest peo ple mar ket"),
	STR_INIT("s ed ing er ly al"), 15},
};

struct made {
	struct str words[LANGS][WORDS];
	double reach[WORDS]; /* chance of this word or a more frequent one */
	struct str places[64];
	size_t n_places;
};

static uint64_t seed = 2019;

static uint64_t
next_number(void)
{
	uint64_t z = (seed += UINT64_C(0x9e3779b97f4a7c15));

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

static int
below(int n)
{
	return (int)(next_number() % (uint64_t)n);
}

static double
chance(void)
{
	return (double)(next_number() >> 11) / (double)(UINT64_C(1) << 53);
}

static void
must(int r, const struct err *e)
{
	if (r >= 0)
		return;
	printf("%s:%d: %s %s %s\n", e->file, e->line, e->key, e->arg[0], e->arg[1]);
	exit(1);
}

/* Of the processor: others may be at work on this machine. */
static double
milliseconds_since(clock_t start)
{
	return (double)(clock() - start) * 1e3 / CLOCKS_PER_SEC;
}

static struct str
pick(struct str list)
{
	int count = 1;

	for (size_t i = 0; i < list.n; i++)
		count += list.p[i] == ' ';
	for (int skip = below(count); skip > 0; skip--)
		(void)str_cut(&list, ' ');
	return str_cut(&list, ' ');
}

static void
make_words(struct made *m, struct arena *a)
{
	double sum = 0;

	for (int t = 0; t < LANGS; t++) {
		for (int i = 0; i < WORDS; i++) {
			struct buf *word = buf_on(a);
			int syllables = i < 60 ? 1 + below(2) : 2 + below(3);
			for (int s = 0; s < syllables; s++)
				buf_put(word, pick(tongues[t].syllables));
			buf_put(word, pick(tongues[t].endings));
			m->words[t][i] = buf_str(word);
		}
	}
	for (int i = 0; i < WORDS; i++)
		sum += 1.0 / (i + 1);
	double reach = 0;
	for (int i = 0; i < WORDS; i++) {
		reach += 1.0 / (i + 1) / sum;
		m->reach[i] = reach;
	}
}

static int
frequent(const struct made *m)
{
	double at = chance();
	int low = 0, high = WORDS - 1;

	while (low < high) {
		int middle = (low + high) / 2;
		if (m->reach[middle] < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static int
tongue(void)
{
	int share = below(100), t = 0;

	while (share >= tongues[t].share)
		share -= tongues[t++].share;
	return t;
}

static struct str
sentence(const struct made *m, struct arena *a, int t)
{
	struct buf *text = buf_on(a);

	for (int i = 4 + below(14); i > 0; i--)
		buf_fmt(text, "%.*s ", STR_ARG(m->words[t][frequent(m)]));
	return buf_str(text);
}

/* Most on one of a few days, as it is after an assembly; some months and open spans. */
static struct str
date(struct arena *a)
{
	int year = 2014 + below(10), kind = below(50);

	if (kind == 0)
		return arena_fmt(a, "%d-06-13/..", year);
	if (kind < 6)
		return arena_fmt(a, "%d-%02d", year, 1 + below(12));
	if (kind < 30)
		return arena_fmt(a, "2019-06-%02d", 9 + below(5));
	return arena_fmt(a, "%d-%02d-%02d", year, 1 + below(12), 1 + below(28));
}

static void
put_statement(struct db *db, const struct made *m, int number)
{
	static const struct str properties[] = {
	    STR_INIT("name"), STR_INIT("stage"), STR_INIT("description"), STR_INIT("place")};
	struct arena *a = arena_new();
	int t = tongue();
	struct str text = sentence(m, a, t);
	struct str place = m->places[(size_t)(chance() * chance() * (double)m->n_places)];
	const struct find_mark marks[] = {{FIND_PROPERTY, properties[below(4)]},
	    {FIND_LANG, tongues[t].code}, {FIND_HAS, STR("words")},
	    {FIND_PLACE, below(3) > 0 ? place : STR("")},
	    {FIND_DATE, below(4) > 0 ? date(a) : STR("")}};
	const struct find_doc doc = {.id = arena_fmt(a, "t%016d", number),
	    .at = arena_fmt(a, "20%02d-01-01T%02d:%02d:00Z", 14 + number / 110000,
		number / 3600 % 24, number / 60 % 60),
	    .lang = tongues[t].code,
	    .texts = &text,
	    .n_texts = 1,
	    .marks = marks,
	    .n_marks = LENGTH(marks),
	    .source = arena_fmt(a, "s%016d", number / 40 % SOURCES),
	    .record = arena_fmt(a, "r%016d", number / 10 % RECORDS),
	    .confidentiality = below(3) == 0 ? STR("public") : STR("archive")};
	struct err e;

	must(find_put(db, &doc, &e), &e);
	arena_free(a);
}

static void
put_roots(struct db *db)
{
	static const struct str kinds[] = {
	    STR_INIT("act"), STR_INIT("act"), STR_INIT("person"), STR_INIT("event")};
	static const struct str sources[] = {
	    STR_INIT("article"), STR_INIT("interview"), STR_INIT("list")};
	struct err e;

	for (int i = 0; i < RECORDS + SOURCES; i++) {
		struct arena *a = arena_new();
		bool source = i >= RECORDS;
		const struct find_root root = {
		    .id = source ? arena_fmt(a, "s%016d", i - RECORDS) : arena_fmt(a, "r%016d", i),
		    .kind = source ? sources[i % 3] : kinds[i % 4],
		    .alias = STR(""),
		    .confidentiality = i % 2 == 0 ? STR("public") : STR("archive")};
		must(find_root(db, &root, &e), &e);
		arena_free(a);
	}
}

static void
fill(struct db *db, const struct made *m)
{
	struct str image;
	struct err e;
	clock_t start = clock();

	must(db_bulk_begin(db, &e), &e);
	must(db_begin(db, &e), &e);
	put_roots(db);
	for (int i = 0; i < STATEMENTS - BATCH; i++)
		put_statement(db, m, i);
	printf("write a million rows (with the time it takes to invent them) in %.3g s\n",
	    milliseconds_since(start) / 1e3);
	start = clock();
	must(find_finish(db, &e), &e);
	must(db_commit(db, &e), &e);
	must(db_bulk_end(db, &e), &e);
	printf("index a million statements\t%.3g\t12\ts\tless\n", milliseconds_since(start) / 1e3);
	must(db_begin(db, &e), &e);
	for (int i = STATEMENTS - BATCH; i < STATEMENTS; i++)
		put_statement(db, m, i);
	start = clock();
	must(find_finish(db, &e), &e);
	printf("index 10,000 more in one append\t%.3g\t400\tms\tless\n", milliseconds_since(start));
	must(db_commit(db, &e), &e);
	must(db_image_begin(db, &image, &e), &e);
	printf(
	    "rows and index of a million statements\t%.3g\t600\tMB\tless\n", (double)image.n / 1e6);
	db_image_end(db);
}

static struct str
word(const struct made *m, int t, int first, int last)
{
	return m->words[t][first + below(last - first)];
}

/* Queries, one kind each. */

static struct str
common(const struct made *m, struct arena *a)
{
	(void)a;
	return word(m, tongue(), 0, 20);
}

static struct str
joined(struct arena *a, const char *format, struct str one, struct str other)
{
	struct buf *query = buf_on(a);

	for (; *format != '\0'; format++) {
		if (*format != '<' && *format != '>')
			buf_putc(query, *format);
		else
			buf_put(query, *format == '<' ? one : other);
	}
	return buf_str(query);
}

static struct str
two_common(const struct made *m, struct arena *a)
{
	int t = tongue();

	return joined(a, "< >", word(m, t, 0, 20), word(m, t, 0, 20));
}

static struct str
like_people(const struct made *m, struct arena *a)
{
	int t = tongue();

	return joined(a, "< >", m->words[t][frequent(m)], m->words[t][frequent(m)]);
}

static struct str
rare(const struct made *m, struct arena *a)
{
	(void)a;
	return word(m, tongue(), 5000, WORDS);
}

static struct str
beginning(const struct made *m, struct arena *a)
{
	struct str whole = word(m, tongue(), 0, 2000);
	size_t letters = 1 + (size_t)below(4);

	return joined(a, "<*", str_sub(whole, 0, utf8_index(whole, letters)), STR(""));
}

static struct str
without(const struct made *m, struct arena *a)
{
	int t = tongue();

	return joined(a, "< ->", word(m, t, 0, 20), word(m, t, 20, 200));
}

static struct str
phrase(const struct made *m, struct arena *a)
{
	int t = tongue();

	return joined(a, "\"< >\"", word(m, t, 0, 20), word(m, t, 0, 20));
}

static struct str
filters(const struct made *m, struct arena *a)
{
	return joined(
	    a, "kind:act place:< date:2019-06", m->places[below((int)m->n_places)], STR(""));
}

static struct str
spans(const struct made *m, struct arena *a)
{
	return joined(a, "< place:kazakhstan date:>", word(m, tongue(), 0, 200),
	    arena_fmt(a, "%d-03-05/%d-11-20", 2014 + below(4), 2018 + below(5)));
}

static const struct sort {
	const char *what;
	struct str (*make)(const struct made *m, struct arena *a);
	enum viewer_role role;
} sorts[] = {
    {"one of the 20 most common words", common, VIEWER_TEAM},
    {"two of the 20 most common words", two_common, VIEWER_TEAM},
    {"two words as people write them", like_people, VIEWER_TEAM},
    {"a rare word", rare, VIEWER_TEAM},
    {"the first 1 to 4 letters of a word", beginning, VIEWER_TEAM},
    {"a common word without another", without, VIEWER_TEAM},
    {"a phrase of two of the 20 most common words", phrase, VIEWER_TEAM},
    {"kind, place and month", filters, VIEWER_TEAM},
    {"a word in a country over years, day by day", spans, VIEWER_TEAM},
    {"one of the 20 most common words, for everybody", common, VIEWER_PUBLIC},
};

static int
by_time(const void *a, const void *b)
{
	const double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

static void
report(const char *what, double *took, size_t count)
{
	qsort(took, count, sizeof(*took), by_time);
	printf("%s: p99 (half in %.2g)\t%.3g\t20\tms\tless\n", what, took[count / 2],
	    took[count * 99 / 100]);
}

static void
measure(struct db *db, const struct vocab *vocab, const struct made *m)
{
	static double all[LENGTH(sorts) * RUNS];

	for (size_t s = 0; s < LENGTH(sorts); s++) {
		double *took = &all[s * RUNS];
		for (size_t i = 0; i < RUNS; i++) {
			struct arena *a = arena_new();
			const struct find_asked asked = {.viewer = {sorts[s].role},
			    .query = sorts[s].make(m, a),
			    .most = 50,
			    .count = true};
			struct find_answer answer;
			struct err e;
			clock_t start = clock();
			must(find_ask(db, a, vocab, &asked, &answer, &e), &e);
			took[i] = milliseconds_since(start);
			arena_free(a);
		}
		double sorted[RUNS];
		for (size_t i = 0; i < RUNS; i++)
			sorted[i] = took[i];
		report(sorts[s].what, sorted, RUNS);
	}
	report("all of these", all, LENGTH(all));
}

int
main(void)
{
	static struct made made;
	struct arena *a = arena_new();
	struct vocab vocab;
	struct db *db;
	struct err e;
	size_t count;

	setvbuf(stdout, NULL, _IOLBF, 0);
	const struct vocab_file *files = vocab_shipped(a, &count);
	must(vocab_read(a, files, count, &vocab, &e), &e);
	made.n_places = vocab.n_places < LENGTH(made.places) ? vocab.n_places : LENGTH(made.places);
	for (size_t i = 0; i < made.n_places; i++)
		made.places[i] = vocab.places[i].id;
	make_words(&made, a);
	must(memvfs_register(&e), &e);
	must(db_open(STR("find"), DB_WRITE, &db, &e), &e);
	must(db_schema(db, find_sql.schema, &e), &e);
	fill(db, &made);
	measure(db, &vocab, &made);
	db_close(db);
	arena_free(a);
	return 0;
}
