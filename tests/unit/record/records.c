/* Records and statements: what stands, what contradicts, who may see it, what a destroyed key
 * takes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/date.h"
#include "domain/find/find.h"
#include "domain/find/find_sql.h"
#include "domain/ledger.h"
#include "domain/record/consent.h"
#include "domain/record/record.h"
#include "domain/source/source.h"
#include "stocked.h"
#include "kit/db/db.h"

static struct fixture fixture;
static struct arena *a;
static struct archive *archive;
static struct vocab vocab;

static const struct viewer team = {VIEWER_TEAM}, everybody = {VIEWER_PUBLIC};

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

static struct record_reader
reader(struct viewer viewer)
{
	return (struct record_reader){archive_db(archive), a, &vocab, viewer};
}

static struct record_writer
writer(void)
{
	return (struct record_writer){archive, a, &vocab, &fixture_stamp};
}

static struct record
record_made(const char *kind, const char *alias)
{
	const struct record_writer w = writer();
	struct record record;
	bool fresh;
	struct err e;

	must(record_add(&w, str_of(kind), str_of(alias), &record, &fresh, &e), &e);
	return record;
}

static struct str
source_made(const char *alias, bool is_public)
{
	char id[ARCHIVE_ID_BYTES + 1];
	struct err e;
	const struct source_draft draft = {
	    .alias = str_of(alias),
	    .kind = STR("interview"),
	    .title = STR("A talk in a kitchen"),
	    .date = STR("2019-06"),
	    .lang = STR("en"),
	    .url = STR(""),
	    .path = STR(""),
	    .is_public = is_public,
	};

	must(source_add(archive, &vocab, &fixture_stamp, &draft, id, &e), &e);
	return arena_str(a, str_of(id));
}

static struct record_statement
said(const char *record, const char *property, const char *value)
{
	return (struct record_statement){
	    .record = str_of(record),
	    .property = str_of(property),
	    .value = str_of(value),
	    .lang = STR("en"),
	};
}

static int
try(struct record_statement *s, struct err *e)
{
	const struct record_writer w = writer();
	size_t fresh, at;

	return record_state(&w, s, 1, &fresh, &at, e);
}

static struct record_statement
stated(struct record_statement s)
{
	struct err e;

	must(try(&s, &e), &e);
	return s;
}

static struct record_sheet
sheet_of(const char *name, struct viewer viewer)
{
	const struct record_reader r = reader(viewer);
	struct record record;
	struct record_sheet sheet;
	struct err e;

	must(record_find(&r, str_of(name), &record, &e), &e);
	must(record_read(&r, &record, &sheet, &e), &e);
	return sheet;
}

static bool
is_there(const char *name, struct viewer viewer)
{
	const struct record_reader r = reader(viewer);
	struct record record;
	struct err e;

	if (record_find(&r, str_of(name), &record, &e) == 0)
		return true;
	assert_string_equal(e.key, "record.none");
	return false;
}

static void
rebuilds_the_same(void)
{
	bool same;
	struct str table;
	struct err e;

	must(archive_rebuild(archive, &same, a, &table, &e), &e);
	if (!same)
		fail_msg("%s", table.p);
}

static void
values_that_differ_are_disputed_until_an_editor_decides(void **state)
{
	(void)state;
	struct err e;

	record_made("event", "e1");
	struct record_statement first = stated(said("e1", "peacefulness", "peaceful"));
	stated(said("e1", "peacefulness", "violence-by-participants"));
	struct record_sheet sheet = sheet_of("e1", team);
	const struct record_property *p = record_said(&sheet, STR("peacefulness"));
	assert_true(p->disputed);
	assert_int_equal(p->n_values, 2);

	must(record_accept(archive, &fixture_stamp, &first, &e), &e);
	sheet = sheet_of("e1", team);
	p = record_said(&sheet, STR("peacefulness"));
	assert_false(p->disputed);
	assert_true(p->values[0].accepted);
	assert_int_equal(p->n_values, 2);

	must(record_withdraw(archive, &fixture_stamp, &first, STR("a slip"), &e), &e);
	sheet = sheet_of("e1", team);
	p = record_said(&sheet, STR("peacefulness"));
	assert_int_equal(p->n_values, 1);
	assert_false(p->values[0].accepted);
	rebuilds_the_same();
}

/* As it comes when two archives are brought together: each has withdrawn it. */
static void
a_statement_that_was_withdrawn_twice_is_one_and_says_the_first_why(void **state)
{
	(void)state;
	struct record_reader r = reader(team);
	struct archive_stamp before = fixture_stamp;
	struct record_statements all;
	struct err e;

	before.at = STR("2019-06-01T08:00:00Z");
	struct record record = record_made("event", "e9");
	struct record_statement one = stated(said("e9", "peacefulness", "peaceful"));
	for (int i = 0; i < 2; i++)
		must(record_accept(archive, &fixture_stamp, &one, &e), &e);
	must(record_withdraw(archive, &fixture_stamp, &one, STR("later"), &e), &e);
	must(record_withdraw(archive, &before, &one, STR("first"), &e), &e);
	must(record_statements(&r, record.id, true, &all, &e), &e);
	assert_int_equal(all.count, 1);
	assert_true(all.at[0].withdrawn);
	assert_true(str_eq(all.at[0].why, STR("first")));
	assert_true(all.at[0].accepted.n > 0);
}

static void
the_last_decision_counts_within_one_second(void **state)
{
	(void)state;
	struct err e;

	record_made("event", "e2");
	struct record_statement one = stated(said("e2", "peacefulness", "peaceful"));
	struct record_statement other = stated(said("e2", "peacefulness", "unknown"));
	for (int i = 0; i < 8; i++) {
		struct record_statement *chosen = i % 2 == 0 ? &one : &other;
		must(record_accept(archive, &fixture_stamp, chosen, &e), &e);
		struct record_sheet sheet = sheet_of("e2", team);
		assert_true(
		    str_eq(record_shown(&sheet, STR("peacefulness"))->value, chosen->value));
	}
}

static void
translations_and_what_a_qualifier_tells_apart_do_not_contradict(void **state)
{
	(void)state;
	const struct record_qualifier morning[] = {{STR("date"), STR("2019-06-09"), {0}, 0}};
	const struct record_qualifier evening[] = {{STR("date"), STR("2019-06-10"), {0}, 0}};

	record_made("event", "e3");
	struct record_statement s = said("e3", "peacefulness", "peaceful");
	s.with = morning;
	s.n_with = 1;
	stated(s);
	s.value = STR("isolated-acts");
	s.with = evening;
	stated(s);
	struct record_sheet sheet = sheet_of("e3", team);
	assert_false(record_said(&sheet, STR("peacefulness"))->disputed);
	stated(said("e3", "peacefulness", "unknown"));
	sheet = sheet_of("e3", team);
	assert_true(record_said(&sheet, STR("peacefulness"))->disputed);
}

static void
the_same_value_of_two_sources_is_one_value_said_twice(void **state)
{
	(void)state;

	record_made("event", "e4");
	source_made("e4-one", false);
	source_made("e4-two", false);
	struct record_statement s = said("e4", "date", "2019-06-09");
	s.source = STR("e4-one");
	stated(s);
	s.source = STR("e4-two");
	stated(s);
	struct record_sheet sheet = sheet_of("e4", team);
	const struct record_property *p = record_said(&sheet, STR("date"));
	assert_int_equal(p->n_values, 1);
	assert_int_equal(p->values[0].n_said, 2);
	assert_true(str_eq(p->values[0].said[0]->source, STR("e4-one")));
	assert_true(str_eq(p->values[0].said[1]->source, STR("e4-two")));
}

static void
many_are_said_together_or_none_and_again_nothing(void **state)
{
	(void)state;
	const struct record_writer w = writer();
	size_t fresh, at;
	struct err e;
	int64_t before;

	record_made("act", "a1");
	struct record_statement all[] = {
	    said("a1", "stage", "stopped"),
	    said("a1", "stage", "released"),
	    said("a1", "stage", "stopped"),
	    said("a1", "stage", "flown"),
	};
	before = archive_entries(archive);
	assert_int_equal(record_state(&w, all, 4, &fresh, &at, &e), -1);
	assert_int_equal(at, 3);
	assert_string_equal(e.key, "record.term");
	assert_int_equal(archive_entries(archive), before);

	must(record_state(&w, all, 3, &fresh, &at, &e), &e);
	assert_int_equal(fresh, 2);
	assert_true(str_eq(all[0].id, all[2].id));
	struct record_sheet sheet = sheet_of("a1", team);
	const struct record_property *p = record_said(&sheet, STR("stage"));
	assert_true(str_eq(p->values[0].said[0]->value, STR("stopped")));
	assert_true(str_eq(p->values[1].said[0]->value, STR("released")));
	must(record_state(&w, all, 3, &fresh, &at, &e), &e);
	assert_int_equal(fresh, 0);
	rebuilds_the_same();
}

static void
the_public_sees_what_is_public_and_stands_and_nothing_else(void **state)
{
	(void)state;
	const struct record_reader r = reader(everybody);
	struct record_statement s;
	struct err e;

	record_made("event", "e5");
	source_made("e5-kept", false);
	stated(said("e5", "name", "Kept in the archive"));
	assert_true(is_there("e5", team));
	assert_false(is_there("e5", everybody));

	s = said("e5", "peacefulness", "peaceful");
	s.source = STR("e5-kept");
	s.words = STR("nobody threw anything");
	s.speaker = STR("A neighbour");
	s.said_at = STR("2019-06-11");
	s.confidentiality = STR("public");
	s = stated(s);
	struct record_sheet sheet = sheet_of("e5", everybody);
	assert_int_equal(sheet.n_properties, 1);
	const struct record_statement *seen = record_shown(&sheet, STR("peacefulness"));
	assert_int_equal(seen->words.n, 0);
	assert_int_equal(seen->source.n, 0);
	assert_int_equal(seen->source_title.n, 0);
	assert_int_equal(seen->source_id.n, 0);
	assert_int_equal(seen->speaker.n, 0);
	assert_int_equal(seen->added_by.n, 0);
	assert_true(seen->withheld);
	assert_true(str_eq(seen->said_at, STR("2019-06")));
	assert_true(str_eq(seen->source_kind, STR("interview")));
	assert_true(str_eq(seen->source_date, STR("2019-06")));
	sheet = sheet_of("e5", team);
	assert_true(
	    str_eq(record_shown(&sheet, STR("peacefulness"))->words, STR("nobody threw anything")));

	must(record_withdraw(archive, &fixture_stamp, &s, STR("asked to"), &e), &e);
	assert_false(is_there("e5", everybody));
	assert_int_equal(record_statement_find(&r, s.id, &s, &e), -1);
	assert_string_equal(e.key, "record.no_statement");
}

static void
the_alias_of_a_record_that_is_not_public_does_not_leave(void **state)
{
	(void)state;
	struct record_statement s;
	struct record event = record_made("event", "e-hidden");

	record_made("act", "a5");
	s = said("a5", "part-of", "e-hidden");
	s.confidentiality = STR("public");
	stated(s);
	struct record_sheet sheet = sheet_of("a5", everybody);
	assert_true(str_eq(record_shown(&sheet, STR("part-of"))->value, event.id));
	s = said("e-hidden", "name", "Seen by all");
	s.confidentiality = STR("public");
	stated(s);
	sheet = sheet_of("a5", everybody);
	assert_true(str_eq(record_shown(&sheet, STR("part-of"))->value, STR("e-hidden")));
}

static void
the_alias_of_a_person_is_for_the_team(void **state)
{
	(void)state;
	const struct record_reader r = reader(everybody);
	struct record found;
	struct err e;
	struct record person = record_made("person", "serik-t");

	record_made("act", "a2");
	struct record_statement s = said("a2", "victim", "serik-t");
	s.confidentiality = STR("public");
	stated(s);
	s = said("serik-t", "sex", "male");
	s.confidentiality = STR("public");
	stated(s);
	assert_false(is_there("serik-t", everybody));
	must(record_find(&r, person.id, &found, &e), &e);
	assert_int_equal(found.alias.n, 0);
	struct record_sheet sheet = sheet_of("a2", everybody);
	assert_true(str_eq(record_shown(&sheet, STR("victim"))->value, person.id));
	sheet = sheet_of("a2", team);
	assert_true(str_eq(record_shown(&sheet, STR("victim"))->value, STR("serik-t")));
}

static void
what_refers_to_a_record_is_found_while_it_refers(void **state)
{
	(void)state;
	const struct record_reader r = reader(team);
	struct record_sheets acts;
	struct err e;
	struct record event = record_made("event", "e6");

	record_made("act", "a3");
	record_made("act", "a4");
	stated(said("a3", "part-of", "e6"));
	stated(said("a3", "type", "detention"));
	struct record_statement link = stated(said("a4", "part-of", "e6"));
	must(record_related(&r, event.id, STR("act"), &acts, &e), &e);
	assert_int_equal(acts.count, 2);
	must(record_related(&r, event.id, STR("finding"), &acts, &e), &e);
	assert_int_equal(acts.count, 0);
	must(record_withdraw(archive, &fixture_stamp, &link, STR("another day"), &e), &e);
	must(record_related(&r, event.id, STR(""), &acts, &e), &e);
	assert_int_equal(acts.count, 1);
	assert_int_equal(acts.at[0].n_properties, 2);
	assert_true(str_eq(acts.at[0].record.alias, STR("a3")));
}

static void
a_persons_key_takes_what_is_said_of_them(void **state)
{
	(void)state;
	const struct record_reader r = reader(team);
	struct record_statement s;
	struct record_consents consents;
	struct record person = record_made("person", "aliya-t");
	struct err e;
	struct str source = source_made("p1-talk", false);

	s = said("aliya-t", "name", "Алия Тестова");
	s.source = STR("p1-talk");
	s.words = STR("Алия Тестова");
	s = stated(s);
	stated(said("aliya-t", "sex", "female"));
	const struct record_writer w = writer();
	struct record_consent consent = {.person = STR("aliya-t"),
	    .source = STR("p1-talk"),
	    .use = STR("name"),
	    .given_by = STR("self"),
	    .how = STR(""),
	    .until = STR("2020-01-01")};
	bool fresh;
	int32_t last;
	must(record_consent_give(&w, &consent, &fresh, &e), &e);
	must(date_day(STR("2020-01-01"), &last, &e), &e);
	assert_int_equal(record_consent_may(&r, person.id, STR("name"), source, last, &e), 1);
	assert_int_equal(record_consent_may(&r, person.id, STR("name"), source, last + 1, &e), 0);
	assert_int_equal(record_consent_may(&r, person.id, STR("face"), source, last, &e), 0);
	assert_int_equal(record_consent_may(&r, person.id, STR("name"), STR(""), last, &e), 0);

	must(
	    archive_key_destroy(archive, &fixture_stamp, person.id, NULL, STR("asked to"), &e), &e);
	const struct record_reader later = reader(team);
	struct record left;
	must(record_find(&later, person.id, &left, &e), &e);
	assert_true(left.destroyed);
	assert_int_equal(left.alias.n, 0);
	assert_int_equal(record_statement_find(&later, s.id, &s, &e), -1);
	must(record_consents(&later, person.id, &consents, &e), &e);
	assert_int_equal(consents.count, 0);
	assert_int_equal(record_consent_may(&later, person.id, STR("name"), source, last, &e), 0);
	assert_false(is_there("aliya-t", team));
	rebuilds_the_same();
}

static int
count_halves(void *arg, const struct archive_entry *entry, struct err *e)
{
	size_t *open = arg;

	(void)e;
	for (size_t i = 0; i < entry->n; i++)
		*open +=
		    str_eq(entry->ops[i].op, STR("statement.half")) && !entry->ops[i].destroyed;
	return 0;
}

static size_t
open_halves(void)
{
	size_t open = 0;
	struct err e;

	must(archive_log(archive, ARCHIVE_OLDEST_FIRST, count_halves, &open, &e), &e);
	return open;
}

static void
what_is_said_of_a_person_needs_both_keys(void **state)
{
	(void)state;
	struct err e;
	struct str source = source_made("two-keys", false);
	size_t before = open_halves();

	record_made("person", "kamila-t");
	struct record_statement s = said("kamila-t", "name", "Камила Тестова");
	s.source = STR("two-keys");
	s = stated(s);
	assert_int_equal(open_halves(), before + 2);
	must(archive_key_destroy(archive, &fixture_stamp, source, NULL, STR("asked to"), &e), &e);
	assert_int_equal(open_halves(), before + 1);
	const struct record_reader r = reader(team);
	assert_int_equal(record_statement_find(&r, s.id, &s, &e), -1);
	assert_true(is_there("kamila-t", team));
	rebuilds_the_same();
}

static void
a_sources_key_takes_what_was_said_from_it(void **state)
{
	(void)state;
	struct str source = source_made("p2-talk", false);
	struct err e;

	record_made("person", "daniyar-t");
	record_made("event", "e7");
	struct record_statement s = said("daniyar-t", "name", "Данияр Тестов");
	s.source = STR("p2-talk");
	stated(s);
	s = said("e7", "declared-aim", "fair elections");
	s.source = STR("p2-talk");
	stated(s);
	stated(said("e7", "name", "A gathering"));
	must(archive_key_destroy(archive, &fixture_stamp, source, NULL, STR("asked to"), &e), &e);
	struct record_sheet sheet = sheet_of("daniyar-t", team);
	assert_int_equal(sheet.n_properties, 0);
	sheet = sheet_of("e7", team);
	assert_int_equal(sheet.n_properties, 1);
	s = said("e7", "declared-aim", "fair elections");
	s.source = STR("p2-talk");
	assert_int_equal(try(&s, &e), -1);
	rebuilds_the_same();
}

#define HASH "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static const struct {
	const char *kind, *property, *good, *bad, *key;
} typed[] = {
#define TYPED(kind, property, good, bad, key) {kind, property, good, bad, key},
#include "typed.def"
#undef TYPED
};

static void
a_value_is_what_its_type_allows(void **state)
{
	(void)state;
	struct err e;

	record_made("event", "typed-event");
	record_made("act", "typed-act");
	for (size_t i = 0; i < LENGTH(typed); i++) {
		const char *record =
		    strcmp(typed[i].kind, "event") == 0 ? "typed-event" : "typed-act";
		struct record_statement s = said(record, typed[i].property, typed[i].bad);
		if (try(&s, &e) == 0 || strcmp(e.key, typed[i].key) != 0)
			fail_msg("%s: %s", typed[i].bad, e.key);
		s = said(record, typed[i].property, typed[i].good);
		must(try(&s, &e), &e);
	}
}

static void
an_archive_older_than_records_takes_their_words_over(void **state)
{
	(void)state;
	struct fixture old;
	struct archive *opened;
	struct vocab words;
	struct err e;
	size_t count, kept = 0, changed;
	const struct vocab_file *all = vocab_shipped(a, &count);
	struct vocab_file *files = ARENA_ARRAY(a, struct vocab_file, count);
	struct record record;
	bool fresh;

	for (size_t i = 0; i < count; i++)
		if (!str_eq(all[i].name, STR("kinds.csv")) &&
		    !str_eq(all[i].name, STR("properties.csv")) &&
		    !str_eq(all[i].name, STR("provisions.csv")))
			files[kept++] = all[i];
	fixture_make(&old, "");
	must(archive_open(&old.place, ledger_index(), &opened, &e), &e);
	must(vocab_store(opened, &fixture_stamp, files, kept, &changed, &e), &e);
	must(vocab_load(archive_db(opened), a, &words, &e), &e);
	const struct record_writer w = {opened, a, &words, &fixture_stamp};
	assert_int_equal(record_add(&w, STR("event"), STR("e"), &record, &fresh, &e), -1);
	assert_string_equal(e.key, "record.no_kinds");
	must(vocab_store(opened, &fixture_stamp, all, count, &changed, &e), &e);
	assert_int_equal(changed, 3);
	must(vocab_load(archive_db(opened), a, &words, &e), &e);
	must(record_add(&w, STR("event"), STR("e"), &record, &fresh, &e), &e);
	archive_close(opened);
	fixture_remove(&old);
}

static int64_t
found(struct viewer viewer, const char *query)
{
	const struct find_asked asked = {.viewer = viewer, .query = str_of(query)};
	struct find_answer answer;
	struct err e;

	must(find_ask(archive_db(archive), a, &vocab, &asked, &answer, &e), &e);
	return answer.total;
}

static void
words_are_found_by_whom_their_source_is_for_now(void **state)
{
	(void)state;
	struct err e;
	bool fresh;

	source_made("f0-talk", true);
	record_made("event", "e0");
	struct record_statement s = said("e0", "declared-aim", "an honest kurultai");
	s.source = STR("f0-talk");
	s.confidentiality = STR("public");
	stated(s);
	assert_int_equal(found(everybody, "kurultai"), 1);

	must(source_set(archive, &fixture_stamp, STR("f0-talk"), STR("archive"), &fresh, &e), &e);
	assert_true(fresh);
	assert_int_equal(found(everybody, "kurultai"), 0);
	assert_int_equal(found(team, "kurultai"), 1);
	rebuilds_the_same();
	must(source_set(archive, &fixture_stamp, STR("f0-talk"), STR("archive"), &fresh, &e), &e);
	assert_false(fresh);
	must(source_set(archive, &fixture_stamp, STR("f0-talk"), STR("public"), &fresh, &e), &e);
	assert_int_equal(found(everybody, "kurultai"), 1);
}

static void
a_destroyed_key_takes_its_words_out_of_the_text_index(void **state)
{
	(void)state;
	struct err e;
	struct str source = source_made("f1-talk", false);
	struct record person = record_made("person", "meruert-t");

	record_made("event", "e8");
	struct record_statement s = said("meruert-t", "name", "Меруерт Тестова");
	s.source = STR("f1-talk");
	stated(s);
	s = said("e8", "declared-aim", "свобода собраний");
	s.lang = STR("ru");
	s.source = STR("f1-talk");
	stated(s);
	assert_int_equal(found(team, "Меруерт"), 1);
	assert_int_equal(found(team, "meruert"), 1);
	assert_int_equal(found(team, "свободы собрание"), 1);

	must(
	    archive_key_destroy(archive, &fixture_stamp, person.id, NULL, STR("asked to"), &e), &e);
	assert_int_equal(found(team, "Меруерт"), 0);
	assert_int_equal(found(team, "meruert"), 0);
	assert_int_equal(found(team, "свободы собрание"), 1);
	must(archive_key_destroy(archive, &fixture_stamp, source, NULL, STR("asked to"), &e), &e);
	assert_int_equal(found(team, "свобод*"), 0);
	rebuilds_the_same();
}

/* As programs wrote it before statement.half: the value under the person's key, the words under the
 * source's. */
static void
old_form(struct str person, struct str source, struct str id)
{
	struct json *body = json_object(a), *said = json_object(a), *words = json_object(a);
	struct json *fields = json_set_object(said, STR("statement"));
	struct err e;

	json_set_str(body, STR("id"), id);
	json_set_str(fields, STR("record"), person);
	json_set_str(fields, STR("property"), STR("name"));
	json_set_int(fields, STR("nth"), 0);
	json_set_str(fields, STR("type"), STR("name"));
	json_set_str(fields, STR("value"), STR("Ботагоз Тестова"));
	json_set_str(fields, STR("basis"), STR("unknown"));
	json_set_str(fields, STR("confidentiality"), STR("archive"));
	json_set_str(fields, STR("checked"), STR("no"));
	json_set_str(fields, STR("source"), source);
	json_set_str(words, STR("words"), STR("некая Ботагоз"));
	const struct archive_part parts[] = {
	    {STR("statement.add"), 1, body, said, person},
	    {STR("statement.words"), 1, body, words, source},
	};
	must(archive_append(archive, &fixture_stamp, parts, LENGTH(parts), NULL, &e), &e);
}

static void
a_statement_of_an_earlier_program_is_read_and_goes_with_its_source(void **state)
{
	(void)state;
	struct err e;
	struct str source = source_made("f2-talk", false);
	struct record person = record_made("person", "botagoz-t");
	struct str id = STR("taaaaaaaaaaaaaaaa");
	struct record_statement s;

	old_form(person.id, source, id);
	assert_int_equal(found(team, "некая"), 1);
	assert_int_equal(found(team, "Ботагоз"), 1);
	rebuilds_the_same();
	must(archive_key_destroy(archive, &fixture_stamp, source, NULL, STR("asked to"), &e), &e);
	assert_int_equal(found(team, "Ботагоз"), 0);
	const struct record_reader r = reader(team);
	assert_int_equal(record_statement_find(&r, id, &s, &e), -1);
	rebuilds_the_same();
}

static void
the_public_finds_only_what_everybody_may_see(void **state)
{
	(void)state;
	struct record_statement s;

	record_made("event", "e9");
	source_made("f2-kept", false);
	source_made("f2-open", true);
	s = said("e9", "declared-aim", "zebra crossings");
	stated(s);
	assert_int_equal(found(team, "zebra"), 1);
	assert_int_equal(found(everybody, "zebra"), 0);
	s = said("e9", "observed-aim", "striped zebra");
	s.confidentiality = STR("public");
	s.source = STR("f2-kept");
	stated(s);
	assert_int_equal(found(everybody, "zebra"), 0);
	s.source = STR("f2-open");
	stated(s);
	assert_int_equal(found(everybody, "zebra"), 1);
	assert_int_equal(found(team, "zebra"), 3);
}

static void
the_text_index_is_whole_after_growing_and_after_a_rebuild(void **state)
{
	(void)state;
	const struct db_room *const rooms[] = {&find_sql};
	struct err e;

	must(db_check(archive_db(archive), rooms, 1, &e), &e);
	rebuilds_the_same();
	must(db_check(archive_db(archive), rooms, 1, &e), &e);
	record_made("event", "later-event");
	assert_int_equal(found(team, "later"), 1);
	must(db_check(archive_db(archive), rooms, 1, &e), &e);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(values_that_differ_are_disputed_until_an_editor_decides),
	    cmocka_unit_test(a_statement_that_was_withdrawn_twice_is_one_and_says_the_first_why),
	    cmocka_unit_test(the_last_decision_counts_within_one_second),
	    cmocka_unit_test(translations_and_what_a_qualifier_tells_apart_do_not_contradict),
	    cmocka_unit_test(the_same_value_of_two_sources_is_one_value_said_twice),
	    cmocka_unit_test(many_are_said_together_or_none_and_again_nothing),
	    cmocka_unit_test(the_public_sees_what_is_public_and_stands_and_nothing_else),
	    cmocka_unit_test(the_alias_of_a_record_that_is_not_public_does_not_leave),
	    cmocka_unit_test(the_alias_of_a_person_is_for_the_team),
	    cmocka_unit_test(what_refers_to_a_record_is_found_while_it_refers),
	    cmocka_unit_test(a_persons_key_takes_what_is_said_of_them),
	    cmocka_unit_test(what_is_said_of_a_person_needs_both_keys),
	    cmocka_unit_test(a_sources_key_takes_what_was_said_from_it),
	    cmocka_unit_test(words_are_found_by_whom_their_source_is_for_now),
	    cmocka_unit_test(a_destroyed_key_takes_its_words_out_of_the_text_index),
	    cmocka_unit_test(a_statement_of_an_earlier_program_is_read_and_goes_with_its_source),
	    cmocka_unit_test(the_public_finds_only_what_everybody_may_see),
	    cmocka_unit_test(the_text_index_is_whole_after_growing_and_after_a_rebuild),
	    cmocka_unit_test(a_value_is_what_its_type_allows),
	    cmocka_unit_test(an_archive_older_than_records_takes_their_words_over),
	};
	return cmocka_run_group_tests(tests, begin, end);
}
