/* Readers' reports: what is taken in, what is refused, what the archive knows then. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "domain/errata/errata.h"
#include "domain/errata/errata_sql.h"
#include "domain/ledger.h"
#include "fixture.h"
#include "kit/db/db.h"

/* The page of the revision below: its title, its dek, its text with a figure among the words. */
#define PAGE                                                                                       \
	"\nHow many?\nAt least some.\nThe polise took people near the square. Police: 500 "        \
	"(police).\nNobody was asked.\n"

static struct fixture fixture;
static struct arena *a;
static struct archive *archive;
static struct vocab vocab;
static struct errata_figure figures[1];
static struct errata_page page;

static void
must(int r, const struct err *e)
{
	if (r < 0)
		fail_msg("%s %s %s %s", e->key, e->arg[0], e->arg[1], e->arg[2]);
}

static struct count_writer
writer(void)
{
	return (struct count_writer){archive, a, &vocab, &fixture_stamp};
}

static struct count_reader
reader(void)
{
	return (struct count_reader){archive_db(archive), a, &vocab, NULL};
}

static void
claim_made(void)
{
	const struct count_writer w = writer();
	struct count_claim claim = {.event = STR("may")};
	struct err e;

	for (size_t i = 0; i < COUNT_COLUMNS; i++)
		claim.text[i] = STR("");
	claim.text[COUNT_ID] = STR("c1");
	claim.text[COUNT_WORDS] = STR("500 people");
	claim.text[COUNT_LANG] = STR("en");
	claim.text[COUNT_MEASURE] = STR("detained");
	claim.text[COUNT_PLACE] = STR("almaty");
	claim.text[COUNT_DAYS] = STR("2031-05-12");
	claim.text[COUNT_CLASS] = STR("state");
	claim.text[COUNT_CONFIDENTIALITY] = STR("public");
	must(count_add(&w, &claim, &e), &e);
}

static void
revised(const char *text)
{
	const struct count_writer w = writer();
	const struct count_reader r = reader();
	struct publication publication;
	struct publication_draft draft;
	struct err e;
	int64_t number;
	struct str file = arena_fmt(
	    a, "---\ntitle: How many?\ndek: At least some.\nbyline: The team\n---\n%s", text);

	must(publication_draft_read(a, file, &draft, &e), &e);
	draft.lang = STR("en");
	draft.note = STR("a note");
	must(publication_find(&r, STR("may-2031"), &publication, &e), &e);
	must(publication_revise(&w, &publication, &draft, &number, &e), &e);
}

/* Characters before the words in the page. All of it is ASCII. */
static size_t
place_of(const char *words)
{
	return str_search(page.text, str_of(words));
}

static int
begin(void **state)
{
	(void)state;
	struct publication publication;
	struct err e;
	size_t count, changed;

	a = arena_new();
	fixture_make(&fixture, "");
	const struct vocab_file *files = vocab_shipped(a, &count);
	must(archive_open(&fixture.place, ledger_index(), &archive, &e), &e);
	must(vocab_store(archive, &fixture_stamp, files, count, &changed, &e), &e);
	must(vocab_load(archive_db(archive), a, &vocab, &e), &e);
	claim_made();
	const struct count_writer w = writer();
	must(publication_add(&w, STR("may-2031"), STR("may"), &publication, &e), &e);
	revised("The polise took people *near* the square. Police: {{claim c1}}.\n\nNobody was "
		"asked.\n");
	page = (struct errata_page){STR(PAGE), figures, 1};
	figures[0] = (struct errata_figure){place_of("500"), place_of("500") + 3, STR("claim c1")};
	return 0;
}

static int
end(void **state)
{
	(void)state;
	archive_close(archive);
	fixture_remove(&fixture);
	arena_free(a);
	return 0;
}

static struct errata_note
note_of(const char *words, enum errata_kind kind)
{
	return (struct errata_note){
	    .slug = STR("may-2031"),
	    .lang = STR("en"),
	    .number = 1,
	    .kind = kind,
	    .quote = str_of(words),
	    .start = place_of(words),
	    .end = place_of(words) + strlen(words),
	    .wording = str_of(words),
	    .comment = STR("see there"),
	};
}

static int
try(const struct errata_note *note, struct errata_added *out, struct err *e)
{
	const struct count_writer w = writer();

	return errata_add(&w, note, &page, out, e);
}

static struct errata_added
added(const char *words, enum errata_kind kind)
{
	struct errata_note note = note_of(words, kind);
	struct errata_added out;
	struct err e;

	must(try(&note, &out, &e), &e);
	return out;
}

static void
a_report_has_a_code_that_says_its_state_and_nothing_else(void **state)
{
	(void)state;
	const struct errata_added one = added("polise", ERRATA_SPELLING);
	const struct count_reader r = reader();
	struct str said;
	struct err e;

	assert_true(archive_id_like(one.code));
	assert_false(one.again || one.rings);
	must(errata_state(&r, one.code, &said, &e), &e);
	assert_string_equal(said.p, "new");
	assert_int_equal(errata_state(&r, str_sub(one.code, 0, 16), &said, &e), -1);
	assert_string_equal(e.key, "errata.none");
	assert_int_equal(errata_state(&r, STR(""), &said, &e), -1);
	assert_int_equal(e.code, ERR_NOTFOUND);
}

static void
words_that_do_not_stand_there_are_refused(void **state)
{
	(void)state;
	struct errata_note good = note_of("polise", ERRATA_SPELLING), note;
	struct errata_added out;
	struct err e;

	note = good;
	note.start++;
	note.end++;
	assert_int_equal(try(&note, &out, &e), -1);
	assert_string_equal(e.key, "errata.moved");
	note = good;
	note.end = SIZE_MAX;
	assert_int_equal(try(&note, &out, &e), -1);
	assert_string_equal(e.key, "errata.moved");
	note = good;
	note.start = note.end;
	assert_int_equal(try(&note, &out, &e), -1);
	assert_string_equal(e.key, "errata.moved");
	note = good;
	note.number = 2;
	assert_int_equal(try(&note, &out, &e), -1);
	assert_string_equal(e.key, "publication.no_revision");
	note = good;
	note.slug = STR("may-2013");
	assert_int_equal(try(&note, &out, &e), -1);
	assert_int_equal(e.code, ERR_NOTFOUND);
	note = good;
	note.quote = STR(" \n");
	assert_int_equal(try(&note, &out, &e), -1);
	assert_string_equal(e.key, "errata.empty");
	note = good;
	note.comment = STR("\xFF");
	assert_int_equal(try(&note, &out, &e), -1);
	assert_string_equal(e.key, "errata.utf8");
}

static void
a_thousand_characters_are_enough(void **state)
{
	(void)state;
	struct errata_note note = note_of("polise", ERRATA_SPELLING);
	char words[2 * ERRATA_LONGEST + 2];
	struct errata_added out;
	struct err e;

	for (size_t i = 0; i < sizeof(words); i += 2)
		memcpy(words + i, "ж", 2);
	note.comment = (struct str){words, 2 * ERRATA_LONGEST};
	must(try(&note, &out, &e), &e);
	note.comment.n += 2;
	assert_int_equal(try(&note, &out, &e), -1);
	assert_int_equal(e.code, ERR_LIMIT);
	assert_string_equal(e.arg[0], "comment");
}

static void
the_same_words_again_raise_a_count_but_danger_stands_apart(void **state)
{
	(void)state;
	const struct errata_added first = added("took people near", ERRATA_SPELLING);
	const struct errata_added second = added("people", ERRATA_FACT);
	const struct errata_added other = added("asked", ERRATA_FACT);
	const struct errata_added danger = added("took people", ERRATA_DANGER);
	const struct errata_added more = added("took", ERRATA_DANGER);

	assert_true(second.again);
	assert_true(str_eq(first.code, second.code));
	assert_false(other.again);
	assert_false(danger.again);
	assert_true(danger.rings);
	assert_true(more.again);
	assert_false(more.rings);
	assert_true(str_eq(danger.code, more.code));
}

static void
only_so_many_readers_are_kept_word_for_word(void **state)
{
	(void)state;
	const struct errata_added first = added("polise", ERRATA_SPELLING);
	struct sql_errata_voices_row voices;
	struct err e;

	for (size_t i = 0; i < 2 * ERRATA_VOICES; i++)
		assert_true(added("polise", ERRATA_SPELLING).again);
	assert_int_equal(sql_errata_voices_one(archive_db(archive), first.code, a, &voices, &e), 1);
	assert_int_equal(voices.n, 2 * ERRATA_VOICES);
}

int
main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, begin, end)
	const struct CMUnitTest tests[] = {
	    CASE(a_report_has_a_code_that_says_its_state_and_nothing_else),
	    CASE(words_that_do_not_stand_there_are_refused),
	    CASE(a_thousand_characters_are_enough),
	    CASE(the_same_words_again_raise_a_count_but_danger_stands_apart),
	    CASE(only_so_many_readers_are_kept_word_for_word),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
