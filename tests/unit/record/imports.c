/* A table of statements on its way in: how far it is, and what it says twice. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "domain/record/record.h"
#include "stocked.h"

static struct fixture fixture;
static struct arena *a;
static struct archive *archive;
static struct vocab vocab;

static int
begin(void **state)
{
	(void)state;
	a = arena_new();
	archive = stocked_open(&fixture, a, &vocab);
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

/* The last tick, and whether all came in order. */
struct ticked {
	size_t done, of;
	bool in_order;
};

static void
on_tick(void *arg, size_t done, size_t of)
{
	struct ticked *t = arg;

	t->in_order = t->in_order && done >= t->done && done <= of;
	t->done = done;
	t->of = of;
}

/* Rows that were judged once and then written, or only judged. */
static struct ticked
imported(enum record_how how, size_t passes)
{
	const struct record_writer w = {archive, a, &vocab, &fixture_stamp};
	struct ticked ticked = {.in_order = true};
	struct record_table table;
	struct csv csv;
	struct err e;

	if (csv_read(a,
		STR("record,kind,property,value\njune,event,type,assembly\n"
		    "june,,name,One\njune,,name,Two\n"),
		&csv, &e) < 0 ||
	    record_table_read(a, &csv, &table, &e) < 0)
		fail_msg("%s", e.key);
	table.steps = (struct record_steps){on_tick, &ticked, table.count, passes, 0};
	if (record_import(&w, how, &table, &e) < 0)
		fail_msg("%s", e.key);
	assert_int_equal(table.fresh, 3);
	return ticked;
}

static void
an_import_says_how_far_it_is_up_to_its_end(void **state)
{
	(void)state;
	struct ticked dry = imported(RECORD_DRY, 1), all = imported(RECORD_ALL, 2);

	assert_true(dry.in_order && all.in_order);
	assert_int_equal(dry.done, 3);
	assert_int_equal(all.done, 3);
	assert_int_equal(all.of, 3);
}

static void
a_long_table_is_looked_through_for_what_it_says_twice(void **state)
{
	enum { ROWS = 600, VALUES = 200 };
	const struct record_writer w = {archive, a, &vocab, &fixture_stamp};
	struct record_statement *all = ARENA_ARRAY(a, struct record_statement, ROWS);
	struct record record;
	size_t count, at;
	bool fresh;
	struct err e;

	(void)state;
	assert_int_equal(record_add(&w, STR("act"), STR("a-long"), &record, &fresh, &e), 0);
	for (size_t i = 0; i < ROWS; i++)
		all[i] = (struct record_statement){.record = STR("a-long"),
		    .property = i % 2 == 0 ? STR("reason") : STR("name"),
		    .value = arena_fmt(a, "value %zu", i % VALUES),
		    .lang = STR(""),
		    .source = STR(""),
		    .words = STR("")};
	if (record_state(&w, all, ROWS, &count, &at, &e) < 0)
		fail_msg("%s", e.key);
	assert_int_equal(count, VALUES);
	assert_true(str_eq(all[0].id, all[VALUES].id));
	assert_int_equal(all[VALUES - 2].nth, VALUES / 2);
}

/* In the order of the log, where each entry's ops stand: by records, whose ids are drawn by chance.
 */
static void
ids_of_statements_follow_those_of_records_not_the_table(void **state)
{
	enum { ACTS = 12, ROWS = 2 * ACTS };
	const struct record_writer w = {archive, a, &vocab, &fixture_stamp};
	struct record_statement *all = ARENA_ARRAY(a, struct record_statement, ROWS);
	struct record record;
	size_t count, at;
	bool fresh;
	struct err e;

	(void)state;
	for (size_t i = 0; i < ROWS; i++) {
		struct str alias = arena_fmt(a, "a-%zu", i % ACTS);
		if (i < ACTS && record_add(&w, STR("act"), alias, &record, &fresh, &e) < 0)
			fail_msg("%s", e.key);
		all[i] = (struct record_statement){.record = alias,
		    .property = STR("reason"),
		    .value = i < ACTS ? STR("one") : STR("other")};
	}
	if (record_state(&w, all, ROWS, &count, &at, &e) < 0)
		fail_msg("%s", e.key);
	assert_int_equal(count, ROWS);
	for (size_t i = 0; i < ROWS; i++)
		for (size_t k = 0; k < ROWS; k++) {
			int by_record = str_cmp(all[i].subject.id, all[k].subject.id);
			bool before = by_record != 0 ? by_record < 0 : i < k;
			assert_int_equal(str_cmp(all[i].id, all[k].id) < 0, before);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_import_says_how_far_it_is_up_to_its_end),
	    cmocka_unit_test(a_long_table_is_looked_through_for_what_it_says_twice),
	    cmocka_unit_test(ids_of_statements_follow_those_of_records_not_the_table),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
