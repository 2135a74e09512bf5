/* What cells mean, what columns seem to be, and what rows become. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/date.h"
#include "domain/intake/internal.h"
#include "kit/seal/seal.h"

static struct arena *a;
static struct vocab vocab;

static int
begin(void **state)
{
	size_t count;
	struct err e;

	(void)state;
	a = arena_new();
	const struct vocab_file *files = vocab_shipped(a, &count);
	return seal_start(&e) < 0 ? -1 : vocab_read(a, files, count, &vocab, &e);
}

static int
end(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

static void
is(struct str found, const char *wanted)
{
	if (!str_eq(found, str_of(wanted)))
		fail_msg("found \"%.*s\", wanted \"%s\"", STR_ARG(found), wanted);
}

static struct csv
csv_of(const char *text)
{
	struct csv csv;
	struct err e;

	if (csv_read(a, str_of(text), &csv, &e) < 0)
		fail_msg("%s", e.key);
	return csv;
}

/* --- Cells ---------------------------------------------------------------------------------- */

static const struct {
	const char *of, *property, *cell, *value;
	bool month_first;
} cells[] = {
    {"act", "date", "2019-06-09", "2019-06-09", false},
    {"act", "date", "9.6.2019", "2019-06-09", false},
    {"act", "date", "09.06.2019 г.", "2019-06-09", false},
    {"act", "date", "09/06/2019", "2019-06-09", false},
    {"act", "date", "06/09/2019", "2019-06-09", true},
    {"act", "date", "6.2019", "2019-06", false},
    {"act", "date", "2019-06-09 00:00:00", "2019-06-09", false},
    {"act", "date", "2019-06-09/2019-06-11", "2019-06-09/2019-06-11", false},
    /* What says too little, or is no day, stays as it is: it is refused by whoever keeps
       it. */
    {"act", "date", "9.6.19", "9.6.19", false},
    {"act", "date", "31.02.2019", "31.02.2019", false},
    {"act", "date", "13/14/2019", "13/14/2019", false},
    {"person", "sex", "ЖЕНСКИЙ", "female", false},
    {"person", "sex", "ж", "female", false},
    {"person", "sex", "Ер", "male", false},
    {"person", "sex", "male", "male", false},
    {"person", "sex", "нет", "нет", false},
    {"person", "minor", "Да", "yes", false},
    {"person", "minor", "жоқ", "no", false},
    {"person", "dependants", "1 200", "1200", false},
    {"person", "dependants", "3.0", "3", false},
    {"person", "dependants", "three", "three", false},
    {"act", "place", "алматы", "almaty", false},
    {"act", "place", "АЛМАТЫ", "almaty", false},
    {"act", "place", "Atlantis", "Atlantis", false},
    /* Points as ODK and Kobo write them, with what the device says of its accuracy. */
    {"act", "place", "43.2566700 76.9286100 812.4 4.5", "43.25667,76.92861 exact", false},
    {"act", "place", "43.2566700,76.9286100,,48", "43.25667,76.92861 vicinity", false},
    {"act", "place", "43.2 76.9 0 999", "43.2,76.9 locality", false},
    {"act", "place", "43 -76.0 0 1000", "43,-76 region", false},
    /* Who does not say how exact it is may not be taken for exact. */
    {"act", "place", "43.25667|76.92861", "43.25667,76.92861 region", false},
    {"act", "place", "[43.25667, 76.92861]", "43.25667,76.92861 region", false},
    {"act", "place", "43.25667,76.92861 exact", "43.25667,76.92861 exact", false},
    {"act", "place", "43.25667", "43.25667", false},
    {"act", "place", "43.25667 north", "43.25667 north", false},
    {"act", "place", "- -", "- -", false},
    {"act", "date", "2019/6/9", "2019-06-09", false},
    {"act", "date", "2019 06 09", "2019-06-09", false},
    {"act", "date", "2019/06/09:2019/06/10", "2019-06-09/2019-06-10", false},
    {"act", "date", ":2019/06/10", "../2019-06-10", false},
    {"act", "date", "2019/06/09:", "2019-06-09/..", false},
    {"act", "date", "2019-06-09~2019-06-10", "2019-06-09/2019-06-10", false},
    {"act", "date", "2019-06-09~", "2019-06-09~", false},
    {"act", "date", "2019/06/10:2019/06/09", "2019/06/10:2019/06/09", false},
    {"act", "date", "2019-06-12T08:15:30.123Z", "2019-06-12T08:15:30Z", false},
    {"act", "date", "2019-06-12T08:15:30.123+06:00", "2019-06-12T08:15:30+06:00", false},
    {"act", "date", ":", ":", false},
    {"act", "method", "taken_by_arms", "taken-by-arms", false},
    {"act", "method", "Force::Dragged", "dragged", false},
    {"group", "url", "Report|https://example.org/a", "https://example.org/a", false},
    {"group", "url", "https://example.org/a", "https://example.org/a", false},
    {"act", "reason", "Да", "Да", false},
};

static void
test_cells_are_read_by_their_property(void **state)
{

	(void)state;
	for (size_t i = 0; i < LENGTH(cells); i++) {
		struct plan_item item = {.self = SIZE_MAX,
		    .month_first = cells[i].month_first,
		    .property =
			vocab_property(&vocab, str_of(cells[i].of), str_of(cells[i].property))};
		assert_non_null(item.property);
		struct cell cell =
		    intake_cell_read(a, &vocab, &item, str_of(cells[i].cell), DATE_OPEN_END);
		is(cell.value, cells[i].value);
		assert_int_equal(cell.other, strcmp(cells[i].cell, cells[i].value) != 0);
		is(intake_cell_read(a, &vocab, &item, str_of(cells[i].cell), DATE_OPEN_END).value,
		    cells[i].value);
	}
}

static void
test_a_place_is_read_by_the_day_of_its_row(void **state)
{
	struct plan_item item = {
	    .self = SIZE_MAX, .property = vocab_property(&vocab, STR("act"), STR("place"))};
	static const struct {
		const char *day, *place;
	} rows[] = {
	    {"2019-06-09", "karaganda-region-until-2022"},
	    {"2023-01-01", "karaganda-region"},
	    {"2019-06-09", "karaganda-region-until-2022"},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct err e;
		int32_t day;
		assert_int_equal(date_day(str_of(rows[i].day), &day, &e), 0);
		is(intake_cell_read(a, &vocab, &item, STR("Карагандинская обл."), day).value,
		    rows[i].place);
	}
}

/* --- Guesses -------------------------------------------------------------------------------- */

static struct intake_form
form_of(const struct csv *csv)
{
	struct intake_form form;
	struct err e;

	if (intake_form_of(a, csv, STR(""), &form, &e) < 0)
		fail_msg("%s", e.key);
	return form;
}

/* "column=to column=to": what the map says, left-out columns too. */
static struct str
guessed(const char *text, const char *kind)
{
	struct csv csv = csv_of(text);
	struct intake_map map;
	struct buf *b = buf_on(a);
	struct err e;

	const struct intake_guess guess = {&vocab, &csv, form_of(&csv), str_of(kind), STR("act")};

	if (intake_map_guess(a, &guess, &map, &e) < 0)
		return str_of(arena_fmt(a, "%s", e.key).p);
	for (size_t i = 0; i < map.count; i++)
		buf_fmt(b, "%s%.*s=%.*s%.*s", i > 0 ? "|" : "", STR_ARG(map.at[i].column),
		    STR_ARG(map.at[i].to), STR_ARG(map.at[i].value));
	return buf_str(b);
}

static void
test_columns_are_told_by_name_in_three_languages(void **state)
{
	(void)state;
	is(guessed("Дата задержания,Место задержания\n9.6.2019,Алматы\n", ""),
	    "Дата задержания=act.date|Место задержания=act.place");
	is(guessed("ФИО;Дата рождения;Пол\nАсанова;1.2.1990;ж\n", ""),
	    "ФИО=person.name|Дата рождения=person.born|Пол=person.sex");
	is(guessed("Аты-жөні,Туған күні\nАсанова,1990\n", ""),
	    "Аты-жөні=person.name|Туған күні=person.born");
	is(guessed("id,date_of_detention,place,full_name\n1,2019-06-09,almaty,A\n", ""),
	    "id=act.id{file}-|date_of_detention=act.date|place=act.place|full_name=person.name|"
	    "=act.victim{person}");
	is(guessed("act.date,act.place\n2019,almaty\n", ""),
	    "act.date=act.date|act.place=act.place");
	is(guessed("colour,size\nred,3\n", ""), "intake.guess_none");
	is(guessed("name\nA\n", "person"), "name=person.name");
	is(guessed("name\nA\n", "ship"), "record.kind");
}

static void
test_a_form_says_what_its_columns_are(void **state)
{
	(void)state;
	is(guessed("SubmissionDate,today,act-date,act-place-Latitude,act-place-Longitude,"
		   "act-place-Altitude,act-place-Accuracy,photo,KEY\n",
	       "act"),
	    "act-date=act.date|=act.point{act-place-Latitude},{act-place-Longitude},"
	    "{act-place-Altitude},{act-place-Accuracy}|act-place-Latitude=-|KEY=act.id{file}-|"
	    "SubmissionDate=-|today=said_at|act-place-Longitude=-|act-place-Altitude=-|"
	    "act-place-Accuracy=-|photo=-");
	/* The rows of a repeated group belong to acts. */
	is(guessed("name,PARENT_KEY,KEY\nA,uuid:b,uuid:b/p[1]\n", "person"),
	    "name=person.name|KEY=person.id|PARENT_KEY=act.id|=act.victim{person}");
	is(guessed("act/method/beaten,act/method/dragged,_uuid,_submission_time\n1,0,b,2019\n", ""),
	    "act/method/beaten=act.methodbeaten|act/method/beaten=act.method|"
	    "act/method/beaten=act.methodbeaten|act/method/beaten=act.method|"
	    "act/method/dragged=act.methoddragged|act/method/dragged=act.method|"
	    "act/method/dragged=act.methoddragged|act/method/dragged=act.method|_uuid=act.id|"
	    "_submission_time=said_at");
	/* A term needs no second language, a text has two. */
	is(guessed("title__en,title__ru,type__en,type__ru\nA,Ð,Assembly,Ð\n", "event"),
	    "title__en=event.name|title__ru=event.name|type__en=event.type|type__ru=-");
}

static void
test_every_form_can_be_read(void **state)
{
	static const struct str names[] = {STR_INIT("odk"), STR_INIT("kobo"), STR_INIT("uwazi")};
	static const char *columns[] = {"KEY,SubmissionDate\n", "_uuid,_submission_time\n",
	    "title__en\n", "KEY,PARENT_KEY\n", "_submission__uuid,_parent_index,_index\n"};
	struct intake_form form;
	struct err e;

	(void)state;
	for (size_t i = 0; i < LENGTH(names); i++)
		assert_true(intake_form_known(names[i]));
	assert_false(intake_form_known(STR("odk-repeat")));
	assert_false(intake_form_known(STR("map.csv")));
	for (size_t i = 0; i < LENGTH(columns); i++) {
		struct csv csv = csv_of(columns[i]);
		assert_int_equal(intake_form_of(a, &csv, STR(""), &form, &e), 0);
		assert_true(form.name.n > 0 && form.label.n > 0 && form.count > 3);
	}
	struct csv plain = csv_of("title,KEY,_uuid\n");
	assert_int_equal(intake_form_of(a, &plain, STR(""), &form, &e), 0);
	assert_int_equal(form.name.n, 0);
	assert_int_equal(intake_form_of(a, &plain, STR("odk"), &form, &e), 0);
	is(form.name, "odk");
}

static void
test_keys_of_submissions_become_ids(void **state)
{
	const char *deep =
	    "uuid:5f1c0b1e-8a51-4e0f-9a3e-1f6c5e2d0a01/group_of_people/people[12]/x[1]";
	struct str one = intake_cell_id(a, str_of(deep));

	(void)state;
	is(intake_cell_id(a, STR("uuid:5f1c/people[12]")), "5f1c-people-12");
	is(intake_cell_id(a, STR("list 17")), "list 17");
	assert_int_equal(one.n, 57);
	assert_false(str_eq(one, intake_cell_id(a, arena_fmt(a, "%s/y[1]", deep))));
}

static void
test_a_column_of_days_has_days(void **state)
{
	(void)state;
	/* The name alone fits a day, the cells do not. */
	is(guessed("ФИО,Дата рождения\nА,неизвестно\nБ,не помнит\n", ""),
	    "ФИО=person.name|Дата рождения=-");
	/* One bad cell among days is for whoever typed it. */
	is(guessed("ФИО,Дата рождения\nА,1.2.1990\nБ,не помнит\n", ""),
	    "ФИО=person.name|Дата рождения=person.born");
}

static void
test_a_map_reads_back_as_it_was_written(void **state)
{
	const char *text = "column,to,lang,split,dates,was,value\n"
			   "ФИО,person.name,,,,,\n"
			   "\"Дата, день\",act.date,,,mdy,,\n"
			   ",act.victim,,,,,{person}\n";
	struct buf *b = buf_on(a);
	struct intake_map map;
	struct err e;

	(void)state;
	assert_int_equal(intake_map_read(a, str_of(text), &map, &e), 0);
	intake_map_write(b, &map);
	is(buf_str(b), text);
	assert_int_equal(intake_map_read(a, STR("column,becomes\n"), &map, &e), -1);
	assert_string_equal(e.key, "intake.map_column");
}

/* --- Rows ----------------------------------------------------------------------------------- */

/* "record.property=value (words) {qualifier=value}" of each statement, one a line. */
static struct str
rows_of(const char *table, const char *map_text)
{
	struct csv csv = csv_of(table);
	struct intake_map map;
	struct record_table rows;
	struct buf *b = buf_on(a);
	struct err e;

	if (intake_map_read(a, str_of(map_text), &map, &e) < 0 ||
	    intake_rows(a, &vocab, &csv, &map, &rows, &e) < 0)
		return str_of(arena_fmt(a, "%s", e.key).p);
	for (size_t i = 0; i < rows.count; i++) {
		const struct record_statement *s = &rows.rows[i].statement;
		buf_fmt(b, "%zu %.*s %.*s.%.*s=%.*s", rows.rows[i].line, STR_ARG(rows.rows[i].kind),
		    STR_ARG(s->record), STR_ARG(s->property), STR_ARG(s->value));
		if (s->words.n > 0)
			buf_fmt(b, " (%.*s)", STR_ARG(s->words));
		for (size_t k = 0; k < s->n_with; k++)
			buf_fmt(b, " {%.*s=%.*s}", STR_ARG(s->with[k].property),
			    STR_ARG(s->with[k].value));
		buf_putc(b, '\n');
	}
	return buf_str(b);
}

static void
test_a_row_makes_records_that_mean_each_other(void **state)
{
	(void)state;
	is(rows_of("n,who,day\n7,Асанова,9.6.2019\n,,\n8,,10.6.2019\n",
	       "column,to,value\nn,act.id,{file}-\nday,act.date,\nwho,person.name,\n"
	       ",act.victim,{person}\n,act.type,detention\n"),
	    "2 act table-7.date=2019-06-09 (9.6.2019)\n"
	    "2 person table-7-person.name=Асанова\n"
	    "2  table-7.victim=table-7-person\n"
	    "2  table-7.type=detention\n"
	    "4 act table-8.date=2019-06-10 (10.6.2019)\n"
	    "4  table-8.type=detention\n");
}

static void
test_cells_of_several_values_have_qualifiers_of_their_own(void **state)
{
	(void)state;
	is(rows_of("stage,on,where\ntaken; held,9.6.2019; 10.6.2019,Алматы\n",
	       "column,to,split\nstage,act.stage,;\non,act.stage.date,;\nwhere,act.stage.place,\n"),
	    "2 act table-2.stage=taken {date=2019-06-09} {place=almaty}\n"
	    "2  table-2.stage=held {date=2019-06-10} {place=almaty}\n");
}

static void
test_a_map_says_what_a_cell_stands_for(void **state)
{
	(void)state;
	is(rows_of("id,sex\na,1\nb,2\nc,9\n",
	       "column,to,was,value\nid,person.id,,\nsex,person.sex,1,female\nsex,person.sex,2,"
	       "male\n"
	       "sex,person.sex,9,\n"),
	    "2 person a.sex=female (1)\n"
	    "3 person b.sex=male (2)\n"
	    "4 person c.=\n");
}

static void
test_a_value_may_hold_columns(void **state)
{
	(void)state;
	is(rows_of("lat,lon,n\n43.2,76.9,7\n,,8\n",
	       "column,to,value\nn,act.id,{file}-{n}-\n,act.place,\"{lat},{lon}\"\n"),
	    "2 act table-7-7.place=43.2,76.9 region (43.2,76.9)\n"
	    "3 act table-8-8.=\n");
}

static void
test_records_are_found_by_their_names_in_the_table(void **state)
{
	(void)state;
	is(rows_of("title,after\nOne,\nTwo,ONE\nThree,Four\nFive,Same\nSame,\nSame,\n",
	       "column,to\ntitle,event.name\nafter,event.follows\n"),
	    "2 event table-2.name=One\n"
	    "3 event table-3.name=Two\n"
	    "3  table-3.follows=table-2 (ONE)\n"
	    "4 event table-4.name=Three\n"
	    "4  table-4.follows=Four\n"
	    "5 event table-5.name=Five\n"
	    "5  table-5.follows=Same\n"
	    "6 event table-6.name=Same\n"
	    "7 event table-7.name=Same\n");
}

static void
test_a_map_that_does_not_fit_is_refused(void **state)
{
	(void)state;
	is(rows_of("day\n1\n", "column,to\ndate,act.date\n"), "intake.no_column");
	is(rows_of("dates\n1\n", "column,to\ndate,act.date\n"), "intake.no_column_near");
	is(rows_of("day\n1\n", "column,to\nday,act.day\n"), "intake.to");
	is(rows_of("day\n1\n", "column,to\nday,ship.date\n"), "intake.to");
	is(rows_of("day\n1\n", "column,to\nday,act.stage.colour\n"), "intake.to");
	is(rows_of("day\n1\n", "column,to\nday,colour\n"), "intake.to");
	is(rows_of("day\n1\n", "column,to\nday,-\n"), "intake.nothing");
	is(rows_of("day\n1\n", "column,to,value\nday,act.date,\n,act.victim,{person}\n"),
	    "intake.self");
}

static void
test_a_file_lends_its_name(void **state)
{
	(void)state;
	is(intake_stem(a, STR("/tmp/List of 9 June.csv")), "list-of-9-june");
	is(intake_stem(a, STR("задержанные.xlsx")), "table");
	is(intake_stem(a, STR("a.b/c.csv")), "c");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_cells_are_read_by_their_property),
	    cmocka_unit_test(test_a_place_is_read_by_the_day_of_its_row),
	    cmocka_unit_test(test_columns_are_told_by_name_in_three_languages),
	    cmocka_unit_test(test_a_form_says_what_its_columns_are),
	    cmocka_unit_test(test_every_form_can_be_read),
	    cmocka_unit_test(test_keys_of_submissions_become_ids),
	    cmocka_unit_test(test_a_value_may_hold_columns),
	    cmocka_unit_test(test_records_are_found_by_their_names_in_the_table),
	    cmocka_unit_test(test_a_column_of_days_has_days),
	    cmocka_unit_test(test_a_map_reads_back_as_it_was_written),
	    cmocka_unit_test(test_a_row_makes_records_that_mean_each_other),
	    cmocka_unit_test(test_cells_of_several_values_have_qualifiers_of_their_own),
	    cmocka_unit_test(test_a_map_says_what_a_cell_stands_for),
	    cmocka_unit_test(test_a_map_that_does_not_fit_is_refused),
	    cmocka_unit_test(test_a_file_lends_its_name),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
