/*
 * What is found is what a reading of every text, one by one, says; however the index grew, for
 * the team and for everybody. The texts are invented: words, places and days at random.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "domain/find/find.h"
#include "domain/find/find_sql.h"
#include "kit/db/db.h"

#define TEXTS 3000
#define SOURCES 6
#define RECORDS 9

static const char *const words[] = {"полиция", "полиции", "суд", "площадь", "адам", "ұсталды",
    "held", "hours", "detained", "detention", "400", "жуық"};
static const char *const places[] = {"", "kazakhstan", "almaty", "astana-square", "nur-sultan"};
static const char *const dates[] = {
    "", "2019-06-09", "2019-06-12", "2019-06", "2019", "2020-01-01", "2019-06-13/..", "2010/2019"};
static const char *const whom[] = {"", "public", "archive", "restricted"};

struct text {
	char id[8], words[128];
	size_t place, date, whom, source, record; /* source and record: 0 is none */
};

static struct text texts[TEXTS];
static struct arena *a;
static struct vocab vocab;
static struct db *once, *grown; /* two indexes of the same texts */
static uint64_t seed = 7;

static size_t
below(size_t n)
{
	seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (size_t)(seed >> 33) % n;
}

static void
must(int r, const struct err *e)
{
	if (r < 0)
		fail_msg("%s:%d: %s %s %s", e->file, e->line, e->key, e->arg[0], e->arg[1]);
}

static void
invent(void)
{
	for (size_t i = 0; i < TEXTS; i++) {
		struct text *t = &texts[i];
		snprintf(t->id, sizeof(t->id), "t%zu", i);
		t->words[0] = '\0';
		for (size_t k = 0; k < LENGTH(words); k++)
			if (below(1 + k) == 0) {
				strcat(t->words, words[(k * 5 + i) % LENGTH(words)]);
				strcat(t->words, " ");
			}
		t->place = below(LENGTH(places));
		t->date = below(LENGTH(dates));
		t->whom = below(LENGTH(whom));
		t->source = below(SOURCES + 1);
		t->record = below(RECORDS + 1);
	}
}

/* The source as it is in the end. */
static bool
is_open(size_t source)
{
	return source % 2 == 1;
}

static void
put_root(struct db *db, char letter, size_t number, bool last)
{
	struct err e;
	bool source = letter == 's';
	const struct find_root root = {.id = arena_fmt(a, "%c%zu", letter, number),
	    .kind = !source  ? (number % 2 ? STR("act") : STR("person"))
		: number % 3 ? STR("article")
			     : STR("list"),
	    .alias = source ? arena_fmt(a, "radio-%zu", number) : STR(""),
	    .confidentiality = !source    ? STR("")
		: is_open(number) == last ? STR("public")
					  : STR("archive")};

	must(find_root(db, &root, &e), &e);
}

static void
put_roots(struct db *db, bool last)
{
	for (size_t i = 1; i <= SOURCES; i++)
		put_root(db, 's', i, last);
	for (size_t i = 1; i <= RECORDS; i++)
		put_root(db, 'r', i, last);
}

static void
put_text(struct db *db, size_t i)
{
	const struct text *t = &texts[i];
	const struct find_mark marks[] = {
	    {FIND_PLACE, str_of(places[t->place])}, {FIND_DATE, str_of(dates[t->date])}};
	const struct str text = str_of(t->words);
	struct err e;
	const struct find_doc doc = {.id = str_of(t->id),
	    .at = arena_fmt(a, "2019-06-12T%02zu:00:00Z", i * 7 % 24),
	    .lang = STR("ru"),
	    .texts = &text,
	    .n_texts = 1,
	    .marks = marks,
	    .n_marks = LENGTH(marks),
	    .source = t->source > 0 ? arena_fmt(a, "s%zu", t->source) : STR(""),
	    .record = t->record > 0 ? arena_fmt(a, "r%zu", t->record) : STR(""),
	    .confidentiality = str_of(whom[t->whom])};

	must(find_put(db, &doc, &e), &e);
}

static struct db *
open_db(const char *name)
{
	struct db *db;
	struct err e;

	must(db_open(str_of(name), DB_WRITE, &db, &e), &e);
	must(db_schema(db, find_sql.schema, &e), &e);
	must(db_begin(db, &e), &e);
	return db;
}

/* Sources and records are known first, and all is indexed at once. */
static struct db *
made_at_once(void)
{
	struct db *db = open_db("once");
	struct err e;

	put_roots(db, true);
	for (size_t i = 0; i < TEXTS; i++)
		put_text(db, i);
	must(find_finish(db, &e), &e);
	must(db_commit(db, &e), &e);
	return db;
}

/* A few texts at a time; what they belong to is said later, and then otherwise. */
static struct db *
made_little_by_little(void)
{
	struct db *db = open_db("grown");
	struct err e;

	for (size_t i = 0; i < TEXTS; i++) {
		put_text(db, i);
		if (i % 37 == 0)
			must(find_finish(db, &e), &e);
		if (i == TEXTS / 3)
			put_roots(db, false);
		if (i == TEXTS / 2)
			put_roots(db, true);
	}
	must(find_finish(db, &e), &e);
	must(db_commit(db, &e), &e);
	return db;
}

static struct find_answer
ask(struct db *db, enum viewer_role role, const char *query, size_t from, size_t most)
{
	const struct find_asked asked = {.viewer = {role},
	    .query = str_of(query),
	    .order = FIND_NEWEST,
	    .from = from,
	    .most = most,
	    .count = true};
	struct find_answer answer;
	struct err e;

	must(find_ask(db, a, &vocab, &asked, &answer, &e), &e);
	return answer;
}

/* --- A reading of every text ------------------------------------------------------------------ */

static bool
may_see(const struct text *t, enum viewer_role role)
{
	bool of_source = t->source == 0 || is_open(t->source);

	if (role == VIEWER_TEAM)
		return true;
	return t->whom == 1 ? of_source : t->whom == 0 && t->source > 0 && of_source;
}

static bool
has(const struct text *t, const char *word)
{
	return strstr(t->words, word) != NULL;
}

static bool
police(const struct text *t)
{
	return has(t, "полици"); /* every form of it */
}

static bool
detained_held(const struct text *t)
{
	return has(t, "detained") && has(t, "held");
}

static bool
begins_detenti(const struct text *t)
{
	return has(t, "detent");
}

static bool
court_not_square(const struct text *t)
{
	return has(t, "суд ") && !has(t, "площадь");
}

static bool
phrase(const struct text *t)
{
	return has(t, "held hours ") || has(t, "held hours");
}

static bool
not_phrase(const struct text *t)
{
	return has(t, "400 ") && !has(t, "суд held");
}

static bool
in_almaty(const struct text *t)
{
	return t->place == 2 || t->place == 3;
}

static bool
in_kazakhstan_or_none(const struct text *t)
{
	return t->place > 0;
}

static bool
on_9_june(const struct text *t)
{
	return t->date == 1 || t->date == 3 || t->date == 4 || t->date == 7;
}

static bool
after_2020(const struct text *t)
{
	return t->date == 6;
}

static bool
act_of_article(const struct text *t)
{
	return t->record % 2 == 1 && t->source > 0 && t->source % 3 != 0;
}

static bool
of_radio_2(const struct text *t)
{
	return t->source == 2;
}

static bool
for_the_archive(const struct text *t)
{
	return t->whom == 2 || (t->whom == 0 && t->source > 0 && !is_open(t->source));
}

static const struct row {
	const char *query;
	bool (*holds)(const struct text *t);
	bool team; /* everybody must not ask so */
} rows[] = {
    {"полицией", police, false},
    {"DETAINED held", detained_held, false},
    {"detent*", begins_detenti, false},
    {"суд -площадь", court_not_square, false},
    {"\"held hours\"", phrase, false},
    {"400 -\"суд held\"", not_phrase, false},
    {"place:almaty", in_almaty, false},
    {"place:kazakhstan", in_kazakhstan_or_none, false},
    {"date:2019-06-09", on_9_june, false},
    {"date:2020-03/..", after_2020, false},
    {"kind:act source-kind:article", act_of_article, false},
    {"source:radio-2", of_radio_2, true},
    {"confidentiality:archive", for_the_archive, true},
};

static int64_t
read_all(const struct row *row, enum viewer_role role)
{
	int64_t count = 0;

	for (size_t i = 0; i < TEXTS; i++)
		count += may_see(&texts[i], role) && row->holds(&texts[i]);
	return count;
}

/* --- The tests -------------------------------------------------------------------------------- */

static void
check_rows(struct db *db, enum viewer_role role)
{
	for (size_t i = 0; i < LENGTH(rows); i++) {
		if (rows[i].team && role != VIEWER_TEAM)
			continue;
		int64_t want = read_all(&rows[i], role);
		int64_t total = ask(db, role, rows[i].query, 0, 1).total;
		if (total != want)
			fail_msg("%s: found %d, read %d", rows[i].query, (int)total, (int)want);
	}
}

static void
what_is_found_is_what_a_reading_says(void **state)
{
	(void)state;

	check_rows(once, VIEWER_TEAM);
	check_rows(once, VIEWER_PUBLIC);
	check_rows(grown, VIEWER_TEAM);
	check_rows(grown, VIEWER_PUBLIC);
}

/* Each count beside an answer is what the answer becomes when it is narrowed by that value. */
static void
a_count_is_what_narrowing_finds(void **state)
{
	(void)state;
	static const char *const queries[] = {"полиция", "date:2019-06", "-held", "kind:act суд"};
	struct db *db = grown;

	for (int role = VIEWER_PUBLIC; role <= VIEWER_TEAM; role++) {
		for (size_t q = 0; q < LENGTH(queries); q++) {
			struct find_answer all = ask(db, (enum viewer_role)role, queries[q], 0, 0);
			assert_int_equal(all.n_facets, 7);
			for (size_t i = 0; i < all.n_facets * 50; i++) {
				const struct find_facet *f = &all.facets[i / 50];
				if (i % 50 >= f->count)
					continue;
				const struct find_count *c = &f->at[i % 50];
				struct str narrowed = arena_fmt(a, "%s %.*s:%.*s", queries[q],
				    STR_ARG(find_filter_name(f->filter)), STR_ARG(c->value));
				assert_int_equal(
				    ask(db, (enum viewer_role)role, narrowed.p, 0, 0).total,
				    c->count);
			}
		}
	}
}

static void
keep(void *arg, struct str line)
{
	buf_put(arg, line);
}

static void
an_index_that_grew_is_the_one_made_at_once(void **state)
{
	(void)state;
	static const struct db_room *const rooms[] = {&find_sql};
	struct db *const dbs[] = {once, grown};
	struct buf *dumps[] = {buf_on(a), buf_on(a)};
	struct err e;

	for (size_t i = 0; i < LENGTH(dbs); i++)
		must(db_dump(dbs[i], rooms, 1, keep, dumps[i], &e), &e);
	assert_true(dumps[0]->n > 10000);
	assert_true(str_eq(buf_str(dumps[0]), buf_str(dumps[1])));
}

static void
pages_are_the_whole_answer_each_text_once(void **state)
{
	(void)state;
	struct db *db = grown;
	struct find_answer whole = ask(db, VIEWER_TEAM, "place:almaty", 0, TEXTS);
	size_t seen = 0;

	assert_int_equal(whole.count, whole.total);
	for (size_t from = 0; from < whole.count; from += 97) {
		struct find_answer page = ask(db, VIEWER_TEAM, "place:almaty", from, 97);
		for (size_t i = 0; i < page.count; i++)
			assert_true(str_eq(page.ids[i], whole.ids[seen++]));
	}
	assert_int_equal(seen, whole.count);
	assert_int_equal(ask(db, VIEWER_TEAM, "place:almaty", TEXTS, 10).count, 0);
}

static void
everybody_is_told_nothing_of_what_is_not_public(void **state)
{
	(void)state;
	struct db *db = grown;
	struct find_asked asked = {
	    .viewer = {VIEWER_PUBLIC}, .query = STR("source:radio-2"), .most = 1};
	struct find_answer answer;
	struct err closed, none;

	assert_int_equal(find_ask(db, a, &vocab, &asked, &answer, &closed), -1);
	asked.query = STR("source:radio-9");
	assert_int_equal(find_ask(db, a, &vocab, &asked, &answer, &none), -1);
	assert_string_equal(closed.key, none.key);
	assert_string_equal(closed.key, "find.value");
	asked.query = STR("source:radio-1");
	assert_int_equal(find_ask(db, a, &vocab, &asked, &answer, &none), 0);
	assert_true(answer.total > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_found_is_what_a_reading_says),
	    cmocka_unit_test(a_count_is_what_narrowing_finds),
	    cmocka_unit_test(an_index_that_grew_is_the_one_made_at_once),
	    cmocka_unit_test(pages_are_the_whole_answer_each_text_once),
	    cmocka_unit_test(everybody_is_told_nothing_of_what_is_not_public),
	};
	struct err e;
	size_t count;

	a = arena_new();
	const struct vocab_file *files = vocab_shipped(a, &count);
	must(vocab_read(a, files, count, &vocab, &e), &e);
	invent();
	once = made_at_once();
	grown = made_little_by_little();
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	db_close(once);
	db_close(grown);
	arena_free(a);
	return failed;
}
