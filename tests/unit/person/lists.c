/* Lists in an archive: what they bring, what goes again, and that a rebuild says the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "domain/person/internal.h"
#include "domain/source/source.h"
#include "stocked.h"
#include "kit/os/file.h"

#define MANY 1234 /* rows: more than one entry of mentions */

static struct fixture fixture;
static struct arena *a;
static struct archive *archive;
static struct vocab vocab;

static void
must(int r, const struct err *e)
{
	if (r < 0)
		fail_msg("%s %s %s %s", e->key, e->arg[0], e->arg[1], e->arg[2]);
}

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

static struct person_reader
reader_of(enum viewer_role role)
{
	return (struct person_reader){archive_db(archive), a, {role}, NULL};
}

/* A list of rows invented people, the first of them number first. */
static struct person_list
add(const char *name, size_t rows, size_t first)
{
	const struct person_writer writer = {archive, a, &vocab, &fixture_stamp, NULL};
	struct buf *text = buf_on(a);
	struct person_list list;
	struct csv table;
	struct err e;
	bool fresh;

	buf_put(text, STR("name,born\n"));
	for (size_t i = first; i < first + rows; i++)
		buf_fmt(text, "Name%zu Family%zu,19%02zu-%02zu-%02zu\n", i % 97, i, i % 90 + 10,
		    i % 12 + 1, i % 28 + 1);
	struct str path = arena_fmt(a, "%s/%s.csv", fixture.root, name);
	must(file_write_atomic(path, text->p, text->n, 0600, &e), &e);
	must(csv_read(a, buf_str(text), &table, &e), &e);
	const struct person_list_draft draft = {.path = path,
	    .bytes = buf_str(text),
	    .name = str_of(name),
	    .event = STR("may"),
	    .source = STR(""),
	    .title = STR("")};
	must(person_list_add(&writer, &draft, &table, &list, &fresh, &e), &e);
	assert_true(fresh);
	return list;
}

static size_t
mentions_of(const struct person_list *list, enum viewer_role role)
{
	const struct person_reader reader = reader_of(role);
	struct person_mentions mentions;
	struct err e;

	must(person_mentions(&reader, list, &mentions, &e), &e);
	for (size_t i = 0; i < mentions.count; i++)
		assert_int_equal(mentions.at[i].line, i + 2);
	return mentions.count;
}

static void
rebuild_says_the_same(void)
{
	struct str table;
	struct err e;
	bool same;

	must(archive_rebuild(archive, &same, a, &table, &e), &e);
	assert_true(same);
}

static struct person_linkage
linked(bool wanted_fresh)
{
	const struct person_writer writer = {archive, a, NULL, &fixture_stamp, NULL};
	struct person_linkage made;
	struct err e;
	bool fresh;

	must(person_link(&writer, STR("may"), &made, &fresh, &e), &e);
	assert_int_equal(fresh, wanted_fresh);
	assert_true(made.least <= made.persons && made.persons <= made.most);
	return made;
}

static struct persons
persons(void)
{
	const struct person_reader reader = reader_of(VIEWER_TEAM);
	struct persons all;
	struct err e;

	must(person_all(&reader, STR("may"), &all, &e), &e);
	return all;
}

static bool
has(const struct persons *all, struct str id)
{
	for (size_t i = 0; i < all->count; i++)
		if (str_eq(all->at[i].id, id))
			return true;
	return false;
}

static void
test_rows_over_several_entries_come_back_in_order(void **state)
{
	(void)state;
	struct person_list list = add("many", MANY, 0);

	assert_int_equal(list.lines, MANY);
	assert_int_equal(mentions_of(&list, VIEWER_TEAM), MANY);
	rebuild_says_the_same();
	assert_int_equal(mentions_of(&list, VIEWER_TEAM), MANY);
}

static void
test_nobody_but_the_team_is_shown_a_list_or_a_mention(void **state)
{
	(void)state;
	const struct person_reader everybody = reader_of(VIEWER_PUBLIC);
	struct person_list list = add("many", 20, 0);
	struct person_lists lists;
	struct person_seen seen;
	struct err e;

	must(person_list_all(&everybody, &lists, &e), &e);
	assert_int_equal(lists.count, 0);
	assert_int_equal(mentions_of(&list, VIEWER_PUBLIC), 0);
	assert_int_equal(person_list_find(&everybody, STR("many"), &list, &e), -1);
	assert_int_equal(e.code, ERR_NOTFOUND);
	assert_int_equal(person_mention_find(&everybody, STR("many:2"), &seen, &e), -1);
	assert_int_equal(e.code, ERR_NOTFOUND);
}

static void
test_ids_stay_when_a_list_is_added(void **state)
{
	(void)state;
	add("one", 200, 0);
	assert_int_equal(linked(true).mentions, 200);
	linked(false);
	struct persons before = persons();

	add("two", 150, 100);
	assert_int_equal(linked(true).mentions, 350);
	struct persons after = persons();
	for (size_t i = 0; i < before.count; i++)
		assert_true(has(&after, before.at[i].id));
	assert_in_range(after.count, before.count, before.count + 150);
	rebuild_says_the_same();
	assert_int_equal(persons().count, after.count);
}

static void
test_a_list_that_was_taken_back_links_no_more(void **state)
{
	(void)state;
	const struct person_writer writer = {archive, a, NULL, &fixture_stamp, NULL};
	struct person_list list;
	struct err e;

	add("one", 50, 0);
	list = add("two", 30, 1000);
	assert_int_equal(linked(true).mentions, 80);
	must(person_list_undo(archive, writer.stamp, &list, STR("a draft"), &e), &e);
	assert_int_equal(mentions_of(&list, VIEWER_TEAM), 30);
	assert_int_equal(linked(true).mentions, 50);
	rebuild_says_the_same();
}

static void
test_mentions_go_with_their_source(void **state)
{
	(void)state;
	struct person_list list, other;
	struct source source;
	struct err e;
	int64_t resting;

	add("one", 50, 0);
	list = add("two", 30, 1000);
	linked(true);
	struct persons before = persons();
	must(source_find(archive_db(archive), a, list.source_id, &source, &e), &e);
	must(person_resting(archive_db(archive), source.id, &resting, &e), &e);
	assert_int_equal(resting, 30);
	must(source_destroy(archive, &fixture_stamp, &source, STR("asked for"), &e), &e);
	assert_int_equal(mentions_of(&list, VIEWER_TEAM), 0);
	/* The linkage named them; of those persons nothing is left. */
	assert_int_equal(persons().count, before.count - 30);
	const struct person_reader reader = reader_of(VIEWER_TEAM);
	assert_int_equal(person_list_find(&reader, STR("two"), &other, &e), -1);
	rebuild_says_the_same();
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		test_rows_over_several_entries_come_back_in_order, begin, end),
	    cmocka_unit_test_setup_teardown(
		test_nobody_but_the_team_is_shown_a_list_or_a_mention, begin, end),
	    cmocka_unit_test_setup_teardown(test_ids_stay_when_a_list_is_added, begin, end),
	    cmocka_unit_test_setup_teardown(
		test_a_list_that_was_taken_back_links_no_more, begin, end),
	    cmocka_unit_test_setup_teardown(test_mentions_go_with_their_source, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
