/* Connections, transactions and the functions that sqlgen made of schema/. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "kit/db/db.h"
#include "kit/db/memvfs.h"
#include "town_sql.h"

static const struct db_room *const rooms[] = {&town_sql};

struct world {
	struct db *db;
	struct arena *a;
	struct err e;
};

static const struct str lands =
    STR_INIT("CREATE TABLE land (code TEXT PRIMARY KEY, name TEXT NOT NULL)"
	     " STRICT, WITHOUT ROWID;");

static int
set_up(void **state)
{
	static struct world w;
	w = (struct world){.a = arena_new()};
	*state = &w;
	if (db_open(STR("test"), DB_WRITE, &w.db, &w.e) != 0)
		return -1;
	return db_schema(w.db, lands, &w.e) != 0 || db_schema(w.db, town_sql.schema, &w.e) != 0;
}

static int
tear_down(void **state)
{
	struct world *w = *state;
	db_close(w->db);
	memvfs_drop(STR("test"));
	arena_free(w->a);
	return 0;
}

/* Almaty, Astana, Nur-Sultan of 2019 and one without people: figures of the 2009 census. */
static void
fill(struct world *w)
{
	const struct sql_town_add_in towns[] = {
	    {.code = STR("almaty"),
		.name = STR("Алматы"),
		.land = STR("kz"),
		.people = 1365632,
		.seal = {"\0\xff", 2}},
	    {.code = STR("nur-sultan"),
		.name = STR("Нур-Султан\t\"\\"),
		.land = STR("kz"),
		.people = 613006,
		.seal_null = true},
	    {.code = STR("semei"),
		.name = STR(""),
		.land = STR("kz"),
		.people_null = true,
		.seal = STR("")},
	};
	assert_int_equal(sql_land_add(w->db, STR("kz"), STR("Қазақстан"), &w->e), 0);
	for (size_t i = 0; i < LENGTH(towns); i++) {
		struct sql_town_add_row row;
		assert_int_equal(sql_town_add_one(w->db, &towns[i], w->a, &row, &w->e), 1);
		assert_int_equal(row.id, i + 1);
		assert_int_equal(sql_town_text_add(w->db, row.id, towns[i].name, &w->e), 0);
	}
}

static void
what_went_in_comes_out_with_its_nulls(void **state)
{
	struct world *w = *state;
	struct sql_town_by_code_row row;
	fill(w);
	assert_int_equal(sql_town_by_code_one(w->db, STR("almaty"), w->a, &row, &w->e), 1);
	assert_true(str_eq(row.name, STR("Алматы")) && row.people == 1365632 && !row.people_null);
	assert_true(str_eq(row.seal, (struct str){"\0\xff", 2}) && !row.seal_null);
	assert_int_equal(sql_town_by_code_one(w->db, STR("semei"), w->a, &row, &w->e), 1);
	assert_true(row.name.p != NULL && row.name.n == 0 && row.people_null && row.people == 0);
	assert_true(!row.seal_null && row.seal.p != NULL && row.seal.n == 0);
	assert_int_equal(sql_town_by_code_one(w->db, STR("oskemen"), w->a, &row, &w->e), 0);
	assert_true(row.people_null); /* the last one, untouched */
}

static void
rows_come_one_by_one_or_all_at_once(void **state)
{
	struct world *w = *state;
	struct sql_town_where q;
	struct sql_town_where_rows rows = {0};
	fill(w);
	assert_int_equal(sql_town_where_start(&q, w->db, STR("kz"), 600000, &w->e), 0);
	assert_int_equal(sql_town_where_step(&q, &w->e), 1);
	assert_true(str_eq(q.row.code, STR("almaty")));
	assert_int_equal(sql_town_where_step(&q, &w->e), 1);
	assert_true(str_eq(q.row.code, STR("nur-sultan")));
	assert_int_equal(sql_town_where_step(&q, &w->e), 0);
	sql_town_where_end(&q);
	assert_int_equal(sql_town_where_all(w->db, STR("kz"), 0, w->a, &rows, &w->e), 0);
	assert_int_equal(rows.count, 3);
	assert_true(rows.count == 3 && str_eq(rows.at[2].code, STR("semei")));
	assert_int_equal(sql_town_where_all(w->db, STR("kg"), 0, w->a, &rows, &w->e), 0);
	assert_int_equal(rows.count, 0);
}

static void
a_statement_runs_inside_itself_and_may_be_left_early(void **state)
{
	struct world *w = *state;
	struct sql_town_where outer, inner;
	int seen = 0;
	fill(w);
	assert_int_equal(sql_town_where_start(&outer, w->db, STR("kz"), 0, &w->e), 0);
	while (sql_town_where_step(&outer, &w->e) == 1) {
		assert_int_equal(sql_town_where_start(&inner, w->db, STR("kz"), 0, &w->e), 0);
		assert_int_equal(sql_town_where_step(&inner, &w->e), 1);
		assert_true(str_eq(inner.row.code, STR("almaty")));
		sql_town_where_end(&inner);
		seen++;
	}
	assert_int_equal(seen, 3);
}

static void
a_second_row_where_one_was_asked_for_is_our_mistake(void **state)
{
	struct world *w = *state;
	struct sql_town_where_row row;
	fill(w);
	assert_int_equal(sql_town_where_one(w->db, STR("kz"), 0, w->a, &row, &w->e), -1);
	assert_int_equal(w->e.code, ERR_BUG);
	assert_string_equal(w->e.key, "db.rows");
	assert_string_equal(w->e.arg[0], "town_where");
}

static void
a_broken_constraint_is_a_conflict_that_names_the_statement_only(void **state)
{
	struct world *w = *state;
	fill(w);
	assert_int_equal(sql_land_add(w->db, STR("kz"), STR("secret"), &w->e), -1);
	assert_int_equal(w->e.code, ERR_CONFLICT);
	assert_string_equal(w->e.key, "db.constraint");
	assert_string_equal(w->e.arg[0], "land_add");
	assert_string_equal(w->e.arg[1], "1555"); /* SQLITE_CONSTRAINT_PRIMARYKEY */
	assert_int_equal(sql_twin_add(w->db, 1, 2, &w->e), 0);
}

static void
a_value_of_another_type_than_declared_is_our_mistake(void **state)
{
	struct world *w = *state;
	struct sql_town_wrong_type_row row;
	assert_int_equal(sql_town_wrong_type_one(w->db, w->a, &row, &w->e), -1);
	assert_string_equal(w->e.key, "db.type");
	assert_string_equal(w->e.arg[1], "name");
}

static void
there_is_no_clock(void **state)
{
	struct world *w = *state;
	struct sql_town_today_row row;
	assert_int_equal(sql_town_today_one(w->db, w->a, &row, &w->e), 1);
	assert_true(row.day_null);
}

static void
what_is_not_allowed_is_refused(void **state)
{
	struct world *w = *state;
	static const char *const refused[] = {"ATTACH 'other' AS other", "DETACH main",
	    "SELECT random()", "SELECT load_extension('x')", "SELECT \"text\"", "VACUUM",
	    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = ''",
	    "INSERT INTO town_text_data VALUES (1, x'00')"};
	for (size_t i = 0; i < LENGTH(refused); i++)
		assert_int_equal(db_schema(w->db, str_of(refused[i]), &w->e), -1);
}

static void
a_rollback_takes_everything_back_and_is_fine_twice(void **state)
{
	struct world *w = *state;
	struct sql_town_sum_row sum;
	assert_int_equal(db_begin(w->db, &w->e), 0);
	fill(w);
	assert_int_equal(db_begin(w->db, &w->e), -1);
	db_rollback(w->db);
	db_rollback(w->db);
	assert_int_equal(sql_town_sum_one(w->db, w->a, &sum, &w->e), 1);
	assert_true(sum.towns == 0 && sum.people_null);
	assert_int_equal(db_begin(w->db, &w->e), 0);
	fill(w);
	assert_int_equal(db_commit(w->db, &w->e), 0);
	assert_int_equal(
	    sql_town_people(
		w->db, &(struct sql_town_people_in){.code = STR("semei"), .people = 1}, &w->e),
	    0);
	assert_int_equal(db_changes(w->db), 1);
	assert_int_equal(sql_town_sum_one(w->db, w->a, &sum, &w->e), 1);
	assert_true(sum.towns == 3 && sum.people == 1365632 + 613006 + 1);
}

static void
a_reader_keeps_its_view_and_cannot_write(void **state)
{
	struct world *w = *state;
	struct db *reader;
	struct sql_town_sum_row sum;
	fill(w);
	assert_int_equal(db_open(STR("test"), DB_READ, &reader, &w->e), 0);
	assert_int_equal(db_begin(reader, &w->e), 0);
	assert_int_equal(sql_town_sum_one(reader, w->a, &sum, &w->e), 1);
	assert_int_equal(sum.towns, 3);
	assert_int_equal(sql_town_clear(w->db, &w->e), 0);
	assert_int_equal(sql_town_sum_one(reader, w->a, &sum, &w->e), 1);
	assert_int_equal(sum.towns, 3);
	assert_int_equal(db_commit(reader, &w->e), 0);
	assert_int_equal(sql_town_sum_one(reader, w->a, &sum, &w->e), 1);
	assert_int_equal(sum.towns, 0);
	assert_int_equal(sql_town_clear(reader, &w->e), -1);
	db_close(reader);
	assert_int_equal(db_open(STR("nothing"), DB_READ, &reader, &w->e), -1);
	assert_string_equal(w->e.key, "db.nofile");
}

static void
collect(void *arg, struct str line)
{
	buf_put(arg, line);
}

static void
a_dump_lists_declared_tables_by_key_in_one_form(void **state)
{
	struct world *w = *state;
	struct buf dump = BUF_INIT;
	fill(w);
	assert_int_equal(sql_twin_add(w->db, 1, 3, &w->e), 0);
	assert_int_equal(sql_twin_add(w->db, 2, 1, &w->e), 0);
	assert_int_equal(db_dump(w->db, rooms, LENGTH(rooms), collect, &dump, &w->e), 0);
	assert_string_equal(dump.p,
	    "town\n"
	    "1\t\"almaty\"\t\"Алматы\"\t\"kz\"\t1365632\tx00FF\n"
	    "2\t\"nur-sultan\"\t\"Нур-Султан\\t\\\"\\\\\"\t\"kz\"\t613006\tnull\n"
	    "3\t\"semei\"\t\"\"\t\"kz\"\tnull\tx\n"
	    "twin\n"
	    "2\t1\n"
	    "1\t3\n");
	buf_free(&dump);
}

static void
full_text_is_found_and_checked(void **state)
{
	struct world *w = *state;
	struct sql_town_text_find_rows rows = {0};
	fill(w);
	assert_int_equal(sql_town_text_find_all(w->db, STR("алматы"), w->a, &rows, &w->e), 0);
	assert_true(rows.count == 1 && rows.at[0].id == 1);
	assert_int_equal(db_check(w->db, rooms, LENGTH(rooms), &w->e), 0);
}

static int
copy(void *arg, uint8_t *room, size_t n, struct err *e)
{
	(void)e;
	memcpy(room, ((const struct str *)arg)->p, n);
	return 0;
}

static int
refuse(void *arg, uint8_t *room, size_t n, struct err *e)
{
	(void)arg;
	(void)room;
	(void)n;
	return err_fail(e, ERR_IO, STR("test.refused"));
}

static void
an_image_opens_as_another_file_with_the_same_dump(void **state)
{
	struct world *w = *state;
	struct buf before = BUF_INIT, after = BUF_INIT;
	struct db *other;
	struct str bytes;
	fill(w);
	assert_int_equal(db_dump(w->db, rooms, LENGTH(rooms), collect, &before, &w->e), 0);
	assert_int_equal(db_open(STR("test"), DB_WRITE, &other, &w->e), 0);
	assert_int_equal(db_image_begin(w->db, &bytes, &w->e), 0);
	assert_int_equal(sql_town_clear(other, &w->e), 0); /* goes to the log, not to the image */
	db_close(other);
	assert_int_equal(memvfs_put(STR("copy"), bytes.n, refuse, NULL, &w->e), -1);
	assert_string_equal(w->e.key, "test.refused");
	assert_int_equal(memvfs_put(STR("copy"), bytes.n, copy, &bytes, &w->e), 0);
	assert_int_equal(memvfs_put(STR("copy"), bytes.n, copy, &bytes, &w->e), -1);
	assert_string_equal(w->e.key, "db.exists");
	db_image_end(w->db);
	assert_int_equal(db_open(STR("copy"), DB_WRITE, &other, &w->e), 0);
	assert_int_equal(db_dump(other, rooms, LENGTH(rooms), collect, &after, &w->e), 0);
	assert_string_equal(after.p, before.p);
	assert_int_equal(db_check(other, rooms, LENGTH(rooms), &w->e), 0);
	db_close(other);
	memvfs_drop(STR("copy"));
	buf_free(&before);
	buf_free(&after);
}

static void
an_image_waits_for_an_open_reader_of_the_log(void **state)
{
	struct world *w = *state;
	struct db *reader;
	struct sql_town_sum_row sum;
	struct str bytes;
	fill(w);
	assert_int_equal(db_open(STR("test"), DB_READ, &reader, &w->e), 0);
	assert_int_equal(db_begin(reader, &w->e), 0);
	assert_int_equal(sql_town_sum_one(reader, w->a, &sum, &w->e), 1);
	assert_int_equal(sql_town_clear(w->db, &w->e), 0);
	assert_int_equal(db_image_begin(w->db, &bytes, &w->e), -1);
	assert_string_equal(w->e.key, "db.unsettled");
	assert_int_equal(db_commit(reader, &w->e), 0);
	assert_int_equal(db_image_begin(w->db, &bytes, &w->e), 0);
	db_image_end(w->db);
	db_close(reader);
}

static void
a_bulk_load_gives_the_same_dump_and_returns_to_wal(void **state)
{
	struct world *w = *state;
	struct buf slow = BUF_INIT, fast = BUF_INIT;
	struct db *reader;
	fill(w);
	assert_int_equal(db_dump(w->db, rooms, LENGTH(rooms), collect, &slow, &w->e), 0);
	assert_int_equal(tear_down(state), 0);
	assert_int_equal(set_up(state), 0);
	assert_int_equal(db_bulk_begin(w->db, &w->e), 0);
	assert_int_equal(db_begin(w->db, &w->e), 0);
	fill(w);
	assert_int_equal(db_commit(w->db, &w->e), 0);
	assert_int_equal(db_bulk_end(w->db, &w->e), 0);
	assert_int_equal(db_dump(w->db, rooms, LENGTH(rooms), collect, &fast, &w->e), 0);
	assert_string_equal(fast.p, slow.p);
	assert_int_equal(db_open(STR("test"), DB_READ, &reader, &w->e), 0);
	assert_int_equal(db_begin(w->db, &w->e), 0);
	assert_int_equal(sql_town_clear(w->db, &w->e), 0);
	buf_cut(&fast, 0);
	assert_int_equal(db_dump(reader, rooms, LENGTH(rooms), collect, &fast, &w->e), 0);
	assert_string_equal(fast.p, slow.p);
	db_rollback(w->db);
	db_close(reader);
	buf_free(&slow);
	buf_free(&fast);
}

static void
a_bulk_load_that_was_rolled_back_is_spoilt(void **state)
{
	struct world *w = *state;
	assert_int_equal(db_bulk_begin(w->db, &w->e), 0);
	assert_int_equal(db_begin(w->db, &w->e), 0);
	assert_int_equal(sql_land_add(w->db, STR("kz"), STR("Қазақстан"), &w->e), 0);
	db_rollback(w->db);
	assert_int_equal(db_bulk_end(w->db, &w->e), -1);
	assert_string_equal(w->e.key, "db.spoilt");
}

static void
the_schema_hash_changes_with_the_order_of_rooms(void **state)
{
	(void)state;
	struct db_room other = town_sql;
	const struct db_room *const one[] = {&town_sql, &other}, *const two[] = {&other, &town_sql};
	other.schema_hash++;
	assert_true(db_schema_hash(one, 2) != db_schema_hash(two, 2));
	assert_true(db_schema_hash(one, 2) != db_schema_hash(one, 1));
	assert_true(str_search(town_sql.schema, STR("\"?\" in a comment and Алматы")) < 100);
	assert_int_equal(town_sql.table_count, 3);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    CASE(what_went_in_comes_out_with_its_nulls),
	    CASE(rows_come_one_by_one_or_all_at_once),
	    CASE(a_statement_runs_inside_itself_and_may_be_left_early),
	    CASE(a_second_row_where_one_was_asked_for_is_our_mistake),
	    CASE(a_broken_constraint_is_a_conflict_that_names_the_statement_only),
	    CASE(a_value_of_another_type_than_declared_is_our_mistake),
	    CASE(there_is_no_clock),
	    CASE(what_is_not_allowed_is_refused),
	    CASE(a_rollback_takes_everything_back_and_is_fine_twice),
	    CASE(a_reader_keeps_its_view_and_cannot_write),
	    CASE(a_dump_lists_declared_tables_by_key_in_one_form),
	    CASE(full_text_is_found_and_checked),
	    CASE(an_image_opens_as_another_file_with_the_same_dump),
	    CASE(an_image_waits_for_an_open_reader_of_the_log),
	    CASE(a_bulk_load_gives_the_same_dump_and_returns_to_wal),
	    CASE(a_bulk_load_that_was_rolled_back_is_spoilt),
	    cmocka_unit_test(the_schema_hash_changes_with_the_order_of_rooms),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
