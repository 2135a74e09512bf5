/*
 * The records of the example: an observer's detention stage by stage, demands and what came of
 * them, findings by provision, for the team and for everybody.
 * usage: june RECORDS.csv
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "domain/advocacy/advocacy.h"
#include "domain/source/source.h"
#include "stocked.h"
#include "kit/os/file.h"

#define FILE_MOST (1 << 20)

static const char *records_path;
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

/* A source that a row of the table names, without its text. */
static void
source_made(struct str alias)
{
	char id[ARCHIVE_ID_BYTES + 1];
	struct source found;
	struct err e;
	const struct source_draft draft = {
	    .alias = alias,
	    .kind = STR("article"),
	    .title = STR("An article"),
	    .date = STR("2019-06"),
	    .lang = STR("en"),
	    .url = STR(""),
	    .path = STR(""),
	    .is_public = true,
	};

	if (alias.n == 0 || source_find(archive_db(archive), a, alias, &found, &e) == 0)
		return;
	must(source_add(archive, &vocab, &fixture_stamp, &draft, id, &e), &e);
}

static struct record_table
imported(struct str text)
{
	const struct record_writer writer = {archive, a, &vocab, &fixture_stamp};
	struct record_table table;
	struct csv csv;
	struct err e;

	must(csv_read(a, text, &csv, &e), &e);
	must(record_table_read(a, &csv, &table, &e), &e);
	for (size_t i = 0; i < table.count; i++)
		source_made(table.rows[i].statement.source);
	must(record_import(&writer, RECORD_ALL, &table, &e), &e);
	return table;
}

static struct str
example(void)
{
	struct str csv;
	struct err e;

	must(file_read_all(a, str_of(records_path), FILE_MOST, &csv, &e), &e);
	return csv;
}

static int
begin(void **state)
{
	(void)state;

	a = arena_new();
	archive = stocked_open(&fixture, a, &vocab);
	assert_int_equal(imported(example()).refused, 0);
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

/* Who asks, in which language. */
struct asking {
	struct record_reader records;
	struct advocacy_reader reader;
};

static const struct advocacy_reader *
ask(struct asking *asking, enum viewer_role role, const char *lang)
{
	asking->records = (struct record_reader){archive_db(archive), a, &vocab, {role}};
	asking->reader = (struct advocacy_reader){&asking->records, str_of(lang)};
	return &asking->reader;
}

static struct record
record_of(const struct advocacy_reader *reader, const char *name)
{
	struct record record;
	struct err e;

	must(record_find(reader->records, str_of(name), &record, &e), &e);
	return record;
}

static struct advocacy_act
act_of(const struct advocacy_reader *reader, const char *name)
{
	struct record record = record_of(reader, name);
	struct advocacy_act act;
	struct err e;

	must(advocacy_act(reader, &record, &act, &e), &e);
	return act;
}

static struct advocacy_demands
demands_of(const struct advocacy_reader *reader, const char *event)
{
	struct record record = record_of(reader, event);
	struct advocacy_demands demands;
	struct err e;

	must(advocacy_demands(reader, &record, &demands, &e), &e);
	return demands;
}

#define SAME(text, wanted) assert_true(str_eq((text), STR(wanted)))

static void
the_same_table_again_changes_nothing(void **state)
{
	(void)state;
	struct record_table table = imported(example());

	assert_int_equal(table.refused, 0);
	assert_int_equal(table.fresh, 0);
	assert_int_equal(table.records, 0);
	assert_int_equal(table.unchanged, table.count);
}

static void
one_row_that_cannot_stand_keeps_the_others_out(void **state)
{
	(void)state;
	struct asking asking;
	const struct advocacy_reader *reader = ask(&asking, VIEWER_TEAM, "en");
	struct record record;
	struct err e;
	struct record_table table = imported(STR("record,kind,property,value,lang,with\n"
						 "e9,event,name,A walk,en,\n"
						 "e9,,type,tea-party,,\n"
						 "a9,act,part-of,e9,,\n"
						 "a9,,stage,seized,,colour=red\n"));

	assert_int_equal(table.refused, 2);
	assert_string_equal(table.rows[1].err->key, "record.term");
	assert_string_equal(table.rows[3].err->key, "record.qualifier");
	assert_int_equal(record_find(reader->records, STR("e9"), &record, &e), -1);
	assert_int_equal(record_find(reader->records, STR("a9"), &record, &e), -1);
}

static void
a_table_may_name_a_record_before_the_row_that_makes_it(void **state)
{
	(void)state;
	struct record_table table = imported(STR("record,kind,property,value\n"
						 "a8,act,part-of,e8\n"
						 "e8,event,type,assembly\n"
						 "g8,group,,\n"));

	assert_int_equal(table.refused, 0);
	assert_int_equal(table.records, 3);
	assert_int_equal(table.fresh, 2);
}

static void
the_detention_is_told_stage_by_stage(void **state)
{
	(void)state;
	static const char *stages[] = {"order-heard", "seized", "brought-to-vehicle",
	    "refused-no-room", "waiting", "released"};
	struct asking asking;
	struct advocacy_act act = act_of(ask(&asking, VIEWER_TEAM, "en"), "observer-detention");

	assert_int_equal(act.stages.count, LENGTH(stages));
	for (size_t i = 0; i < act.stages.count; i++) {
		const struct advocacy_step *stage = &act.stages.at[i];
		assert_true(str_eq(stage->what.id, str_of(stages[i])));
		assert_int_equal(stage->order, i + 1);
		SAME(stage->date, "2019-06-XX");
		SAME(stage->place.id, "astana-square");
		assert_int_equal(stage->notes.count, 1);
		SAME(stage->what.said->speaker, "regional representative");
	}
	SAME(act.stages.at[1].authority.id, "men-in-black");
	SAME(act.stages.at[1].authority.text, "Men in black uniforms");
	assert_null(act.stages.at[3].authority.said);
	SAME(act.stages.at[3].notes.at[0].text, "The van is full");
}

static void
a_right_that_nobody_speaks_of_is_not_known(void **state)
{
	(void)state;
	struct asking asking;
	struct advocacy_act act = act_of(ask(&asking, VIEWER_TEAM, "en"), "observer-detention");

	for (size_t i = 0; i < act.stages.count; i++) {
		assert_int_equal(act.stages.at[i].n_rights, 12);
		for (size_t r = 0; r < 12; r++) {
			assert_false(act.stages.at[i].rights[r].known);
			SAME(act.stages.at[i].rights[r].state, "unknown");
			SAME(act.stages.at[i].rights[r].text, "Not known");
		}
	}
	assert_int_equal(act.involved.at[0].n_rights, 0);
}

static void
a_right_that_somebody_speaks_of_is_known_at_that_stage(void **state)
{
	(void)state;
	struct asking asking;
	imported(STR("record,kind,property,value,with\n"
		     "a7,act,stage,delivered,order=2; right-lawyer=denied\n"
		     "a7,,stage,seized,order=1\n"
		     "a7,,stage,whereabouts-unknown,\n"));
	struct advocacy_act act = act_of(ask(&asking, VIEWER_TEAM, "ru"), "a7");

	assert_int_equal(act.stages.count, 3);
	SAME(act.stages.at[0].what.id, "seized");
	SAME(act.stages.at[1].what.id, "delivered");
	SAME(act.stages.at[2].what.id, "whereabouts-unknown");
	for (size_t r = 0; r < act.stages.at[1].n_rights; r++) {
		const struct advocacy_right *right = &act.stages.at[1].rights[r];
		bool lawyer = str_eq(right->id, STR("right-lawyer"));
		assert_int_equal(right->known, lawyer);
		if (lawyer)
			SAME(right->text, "Отказано");
	}
	assert_int_equal(act.stages.at[1].details.count, 0);
}

static void
who_was_involved_stands_in_order_with_how_it_is_known(void **state)
{
	(void)state;
	struct asking asking;
	struct advocacy_act act = act_of(ask(&asking, VIEWER_TEAM, "en"), "observer-detention");

	assert_int_equal(act.involved.count, 3);
	SAME(act.involved.at[0].what.text, "a voice behind the observer");
	SAME(act.involved.at[1].what.text, "Men in black uniforms");
	SAME(act.involved.at[2].what.text, "a plain-clothes security officer");
	SAME(act.involved.at[1].details.at[0].property->id, "role");
	SAME(act.involved.at[1].details.at[0].values.at[0].id, "carried-out");
	SAME(act.involved.at[1].details.at[2].values.at[0].text, "Black uniform");
	SAME(act.involved.at[1].details.at[3].values.at[0].text, "4–5");
	assert_int_equal(act.remedies.count, 1);
	SAME(act.remedies.at[0].what.id, "none-by-choice");
}

static void
texts_come_in_the_language_asked_for_else_in_english(void **state)
{
	(void)state;
	struct asking asking;

	SAME(act_of(ask(&asking, VIEWER_TEAM, "kk"), "observer-detention").name,
	    "Бақылаушының ұсталуы");
	SAME(act_of(ask(&asking, VIEWER_TEAM, "ru"), "observer-detention")
		 .stages.at[3]
		 .notes.at[0]
		 .text,
	    "Фургон полон");
	SAME(act_of(ask(&asking, VIEWER_TEAM, "uz"), "observer-detention").name,
	    "Detention of an observer");
}

static void
relatives_who_look_for_somebody_are_an_act_whose_one_stage_is_unknown_whereabouts(void **state)
{
	(void)state;
	struct asking asking;
	struct advocacy_act act = act_of(ask(&asking, VIEWER_PUBLIC, "en"), "c24");

	assert_int_equal(act.stages.count, 1);
	SAME(act.stages.at[0].what.id, "whereabouts-unknown");
	SAME(act.stages.at[0].what.said->speaker, "relatives");
	assert_int_equal(act.date.text.n, 0);
}

static void
what_is_about_an_act_of_a_part_of_an_event_is_about_the_event(void **state)
{
	(void)state;
	struct asking asking;
	imported(STR("record,kind,property,value\n"
		     "whole,event,type,assembly\n"
		     "part,event,part-of,whole\n"
		     "whole,,part-of,part\n"
		     "deed,act,part-of,part\n"
		     "plea,demand,about,deed\n"
		     "late,demand,about,whole\n"
		     "late,,made,2031-05-20\n"));
	struct advocacy_demands demands = demands_of(ask(&asking, VIEWER_TEAM, "en"), "whole");

	assert_int_equal(demands.count, 2);
	SAME(demands.at[0].record.alias, "late");
	SAME(demands.at[1].record.alias, "plea");
}

static void
every_demand_says_who_asks_what_of_whom_and_that_no_answer_is_known(void **state)
{
	(void)state;
	static const struct {
		const char *id, *by, *to;
		size_t n_to;
	} wanted[] = {
	    {"d-amnesty", "amnesty", "authorities", 1},
	    {"d-nhc-dialogue", "nhc", "authorities", 1},
	    {"d-nhc-release", "nhc", "european-union", 3},
	    {"d-ohchr", "ohchr", "authorities", 1},
	};
	struct asking asking;
	struct advocacy_demands demands = demands_of(ask(&asking, VIEWER_TEAM, "en"), "june-2019");

	assert_int_equal(demands.count, LENGTH(wanted));
	for (size_t i = 0; i < demands.count; i++) {
		const struct advocacy_demand *d = &demands.at[i];
		assert_true(str_eq(d->record.alias, str_of(wanted[i].id)));
		assert_true(str_eq(d->by.at[0].id, str_of(wanted[i].by)));
		assert_true(str_eq(d->to.at[0].id, str_of(wanted[i].to)));
		assert_int_equal(d->to.count, wanted[i].n_to);
		assert_true(d->action.text.n > 0);
		assert_int_equal(d->deadline.text.n, 0);
		assert_int_equal(d->n_answers, 0);
	}
	assert_true(demands.at[2].consequence.text.n > 0);
}

static void
answers_and_steps_of_a_dialogue_stand_under_their_demand_by_day(void **state)
{
	(void)state;
	struct asking asking;
	imported(STR("record,kind,property,value,lang\n"
		     "e6,event,type,assembly,\n"
		     "m6,group,name,A ministry,en\n"
		     "d6,demand,action,Answer the letter,en\n"
		     "d6,,about,e6,\n"
		     "s6,dialogue,step,commitment,\n"
		     "s6,,answers,d6,\n"
		     "s6,,date,2031-05-20,\n"
		     "s6,,kept,not-kept,\n"
		     "r6,response,kind,asked-more,\n"
		     "r6,,answers,d6,\n"
		     "r6,,by,m6,\n"
		     "r6,,date,2031-05-11,\n"));
	struct advocacy_demands demands = demands_of(ask(&asking, VIEWER_TEAM, "en"), "e6");

	assert_int_equal(demands.count, 1);
	assert_int_equal(demands.at[0].n_answers, 2);
	SAME(demands.at[0].answers[0].what.id, "asked-more");
	SAME(demands.at[0].answers[0].by.at[0].text, "A ministry");
	SAME(demands.at[0].answers[1].what.id, "commitment");
	SAME(demands.at[0].answers[1].kept.id, "not-kept");
}

static void
findings_stand_under_each_provision_with_who_found_it(void **state)
{
	(void)state;
	struct asking asking;
	const struct advocacy_reader *reader = ask(&asking, VIEWER_TEAM, "en");
	struct record event = record_of(reader, "june-2019");
	struct advocacy_law law;
	struct err e;

	must(advocacy_law(reader, &event, &law, &e), &e);
	assert_int_equal(law.n_findings, 3);
	assert_int_equal(law.n_provisions, 3);
	SAME(law.provisions[0].provision->id, "iccpr-19");
	SAME(law.provisions[1].provision->id, "iccpr-21");
	SAME(law.provisions[2].provision->id, "kz-constitution-32");
	assert_int_equal(law.provisions[1].n_findings, 2);
	const struct advocacy_finding *f = &law.findings[law.provisions[2].findings[0]];
	SAME(f->result.id, "violated");
	SAME(f->by.text, "Norwegian Helsinki Committee");
}

static void
voices_that_differ_about_peacefulness_stand_side_by_side(void **state)
{
	(void)state;
	struct asking asking;
	const struct advocacy_reader *reader = ask(&asking, VIEWER_PUBLIC, "en");
	struct record event = record_of(reader, "june-2019");
	struct record_sheet sheet;
	struct err e;

	must(record_read(reader->records, &event, &sheet, &e), &e);
	const struct record_property *p = record_said(&sheet, STR("peacefulness"));
	assert_true(p->disputed);
	assert_int_equal(p->n_values, 2);
	assert_false(record_said(&sheet, STR("injured"))->disputed);
	assert_int_equal(record_said(&sheet, STR("injured"))->n_values, 2);
}

static void
what_everybody_may_not_see_is_not_there(void **state)
{
	(void)state;
	struct asking asking;
	imported(STR("record,kind,property,value,with,confidentiality\n"
		     "e5,event,type,assembly,,public\n"
		     "a5,act,part-of,e5,,public\n"
		     "a5,,stage,seized,order=1,public\n"
		     "a5,,stage,searched,order=2,archive\n"
		     "p5,person,sex,unknown,,archive\n"
		     "a5,,victim,p5,,public\n"
		     "d5,demand,about,e5,,archive\n"));

	assert_int_equal(act_of(ask(&asking, VIEWER_TEAM, "en"), "a5").stages.count, 2);
	assert_int_equal(act_of(ask(&asking, VIEWER_TEAM, "en"), "a5").victims.count, 1);
	assert_int_equal(act_of(ask(&asking, VIEWER_PUBLIC, "en"), "a5").stages.count, 1);
	assert_int_equal(act_of(ask(&asking, VIEWER_PUBLIC, "en"), "a5").victims.count, 0);
	assert_int_equal(demands_of(ask(&asking, VIEWER_TEAM, "en"), "e5").count, 1);
	assert_int_equal(demands_of(ask(&asking, VIEWER_PUBLIC, "en"), "e5").count, 0);
}

static void
a_person_of_no_name_is_called_by_its_description_and_never_by_its_id(void **state)
{
	(void)state;
	struct asking asking;
	struct advocacy_act act = act_of(ask(&asking, VIEWER_PUBLIC, "en"), "observer-detention");

	assert_int_equal(act.victims.count, 1);
	SAME(act.victims.at[0].text, "regional representative of the Norwegian Helsinki Committee");
	assert_true(str_search(act.victims.at[0].id, STR("observer")) == act.victims.at[0].id.n);
}

static void
only_an_event_has_demands_and_only_an_act_has_stages(void **state)
{
	(void)state;
	struct asking asking;
	const struct advocacy_reader *reader = ask(&asking, VIEWER_TEAM, "en");
	struct record event = record_of(reader, "june-2019"), group = record_of(reader, "nhc");
	struct advocacy_demands demands;
	struct advocacy_act act;
	struct err e;

	assert_int_equal(advocacy_act(reader, &event, &act, &e), -1);
	assert_string_equal(e.key, "advocacy.kind");
	assert_int_equal(advocacy_demands(reader, &group, &demands, &e), -1);
	assert_string_equal(e.key, "advocacy.kind");
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_same_table_again_changes_nothing),
	    cmocka_unit_test(one_row_that_cannot_stand_keeps_the_others_out),
	    cmocka_unit_test(a_table_may_name_a_record_before_the_row_that_makes_it),
	    cmocka_unit_test(the_detention_is_told_stage_by_stage),
	    cmocka_unit_test(a_right_that_nobody_speaks_of_is_not_known),
	    cmocka_unit_test(a_right_that_somebody_speaks_of_is_known_at_that_stage),
	    cmocka_unit_test(who_was_involved_stands_in_order_with_how_it_is_known),
	    cmocka_unit_test(texts_come_in_the_language_asked_for_else_in_english),
	    cmocka_unit_test(
		relatives_who_look_for_somebody_are_an_act_whose_one_stage_is_unknown_whereabouts),
	    cmocka_unit_test(what_is_about_an_act_of_a_part_of_an_event_is_about_the_event),
	    cmocka_unit_test(every_demand_says_who_asks_what_of_whom_and_that_no_answer_is_known),
	    cmocka_unit_test(answers_and_steps_of_a_dialogue_stand_under_their_demand_by_day),
	    cmocka_unit_test(findings_stand_under_each_provision_with_who_found_it),
	    cmocka_unit_test(voices_that_differ_about_peacefulness_stand_side_by_side),
	    cmocka_unit_test(what_everybody_may_not_see_is_not_there),
	    cmocka_unit_test(a_person_of_no_name_is_called_by_its_description_and_never_by_its_id),
	    cmocka_unit_test(only_an_event_has_demands_and_only_an_act_has_stages),
	};

	if (argc != 2)
		return 2;
	records_path = argv[1];
	return cmocka_run_group_tests(tests, begin, end);
}
