/*
 * An act stage by stage, the law and the demands of the example, as everybody may read them.
 * usage: told RECORDS.csv
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "domain/record/record.h"
#include "domain/source/source.h"
#include "face/site/site_case.h"
#include "stocked.h"
#include "kit/os/file.h"

#define FILE_MOST (1 << 20)

static const char *records_path;
static struct fixture fixture;
static struct arena *a;
static struct archive *archive;
static struct vocab vocab;
static struct site site;

/* A source that a row of the table names, without its text. */
static void
source_made(struct str alias)
{
	char id[ARCHIVE_ID_BYTES + 1];
	struct source found;
	struct err e;
	const struct source_draft draft = {.alias = alias,
	    .kind = STR("article"),
	    .title = STR("An article"),
	    .date = STR("2019-06"),
	    .lang = STR("en"),
	    .url = STR(""),
	    .path = STR(""),
	    .is_public = true};

	if (alias.n == 0 || source_find(archive_db(archive), a, alias, &found, &e) == 0)
		return;
	fixture_must(source_add(archive, &vocab, &fixture_stamp, &draft, id, &e), &e);
}

static void
import(struct str text)
{
	const struct record_writer writer = {archive, a, &vocab, &fixture_stamp};
	struct record_table table;
	struct csv csv;
	struct err e;

	fixture_must(csv_read(a, text, &csv, &e), &e);
	fixture_must(record_table_read(a, &csv, &table, &e), &e);
	for (size_t i = 0; i < table.count; i++)
		source_made(table.rows[i].statement.source);
	fixture_must(record_import(&writer, RECORD_ALL, &table, &e), &e);
	assert_int_equal(table.refused, 0);
}

static int
begin(void **state)
{
	(void)state;
	struct err e;
	struct str csv;

	a = arena_new();
	archive = stocked_open(&fixture, a, &vocab);
	fixture_must(file_read_all(a, str_of(records_path), FILE_MOST, &csv, &e), &e);
	import(csv);
	site = (struct site){.a = a, .db = archive_db(archive), .vocab = &vocab, .url = STR("")};
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

static bool
has(struct html page, const char *part)
{
	return str_search(page.markup, str_of(part)) < page.markup.n;
}

static size_t
at(struct html page, const char *part)
{
	size_t i = str_search(page.markup, str_of(part));

	assert_true(i < page.markup.n);
	return i;
}

static void
stages_stand_in_order_with_what_is_not_known(void **state)
{
	(void)state;
	struct html page;
	struct err e;

	fixture_must(site_case_act(&site, STR("observer-detention"), LANG_EN, &page, &e), &e);
	assert_true(at(page, "Order to detain heard") < at(page, "<h4>Seized</h4>"));
	assert_true(at(page, "<h4>Seized</h4>") < at(page, "Refused for lack of room"));
	assert_true(at(page, "Refused for lack of room") < at(page, "<h4>Released</h4>"));
	assert_true(has(page, "Not known at any stage: Officers name themselves,"));
	assert_true(has(page, "None, by choice"));
	assert_true(has(page, "Said by: regional representative, CABAR.asia / IWPR, June 2019"));
}

static void
rights_somebody_speaks_of_stand_at_their_stage(void **state)
{
	(void)state;
	struct html page;
	struct err e;

	import(STR("record,kind,property,value,with,confidentiality\n"
		   "cell,act,name,<i>Held</i>,,public\n"
		   "cell,,stage,held,order=1; right-lawyer=denied,public\n"
		   "cell,,stage,questioned,order=2,archive\n"));
	fixture_must(site_case_act(&site, STR("cell"), LANG_RU, &page, &e), &e);
	assert_true(has(page, "<dt>Адвокат</dt><dd>Отказано</dd>"));
	assert_true(has(page, "<li class=\"undated\">"));
	assert_true(has(page, "&lt;i&gt;Held&lt;/i&gt;"));
	assert_false(has(page, "Допро"));
}

static void
a_finding_stands_in_full_once(void **state)
{
	(void)state;
	struct html page;
	struct err e;

	fixture_must(site_case_law(&site, STR("june-2019"), LANG_EN, &page, &e), &e);
	assert_true(at(page, ">ICCPR 21</a>") < at(page, "id=\"finding-f-assembly\""));
	assert_true(at(page, ">Constitution of Kazakhstan 32</a>") <
	    at(page, "<a href=\"#finding-f-assembly\">"));
}

static void
a_demand_without_an_answer_says_so(void **state)
{
	(void)state;
	struct html page;
	struct err e;

	fixture_must(site_case_demands(&site, STR("june-2019"), LANG_EN, &page, &e), &e);
	assert_true(has(page, "<dd>European Union, United States, Democratic states</dd>"));
	assert_true(has(page, "No answer is known."));
	import(STR("record,kind,property,value,lang,confidentiality\n"
		   "r1,response,answers,d-ohchr,,public\n"
		   "r1,,text,We heard it,en,public\n"));
	fixture_must(site_case_demands(&site, STR("june-2019"), LANG_EN, &page, &e), &e);
	assert_true(has(page, "We heard it"));
}

/* The board of an event is found once for all pages of one state of the archive. */
static void
pages_share_a_board(void **state)
{
	(void)state;
	struct site sharing = site;
	struct count_board one, other;
	struct err e;

	import(STR("record,kind,property,value,confidentiality\nboarded,event,name,B,public\n"));
	sharing.memo = count_memo_new(a);
	fixture_must(site_case_read(&sharing, STR("boarded"), &one, &e), &e);
	fixture_must(site_case_read(&sharing, STR("boarded"), &other, &e), &e);
	assert_ptr_equal(one.standing, other.standing);
	fixture_must(site_case_read(&site, STR("boarded"), &other, &e), &e);
	assert_ptr_not_equal(one.standing, other.standing);
}

static void
what_is_not_public_is_not_there(void **state)
{
	(void)state;
	struct html page;
	struct err e;

	import(STR("record,kind,property,value,confidentiality\nhush,act,name,Quiet,archive\n"
		   "quiet,event,name,Nothing more,public\n"));
	assert_int_equal(site_case_act(&site, STR("hush"), LANG_EN, &page, &e), -1);
	assert_string_equal(e.key, "record.none");
	fixture_must(site_case_law(&site, STR("quiet"), LANG_EN, &page, &e), &e);
	assert_int_equal(page.markup.n, 0);
	fixture_must(site_case_demands(&site, STR("quiet"), LANG_EN, &page, &e), &e);
	assert_int_equal(page.markup.n, 0);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(stages_stand_in_order_with_what_is_not_known),
	    cmocka_unit_test(rights_somebody_speaks_of_stand_at_their_stage),
	    cmocka_unit_test(a_finding_stands_in_full_once),
	    cmocka_unit_test(a_demand_without_an_answer_says_so),
	    cmocka_unit_test(pages_share_a_board),
	    cmocka_unit_test(what_is_not_public_is_not_there),
	};

	if (argc != 2)
		return 2;
	records_path = argv[1];
	return cmocka_run_group_tests(tests, begin, end);
}
