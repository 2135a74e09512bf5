/* What editors decide: the text that comes of it, what the public sees, and two editors at once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "press.h"

static const struct viewer team = {VIEWER_TEAM}, everybody = {VIEWER_PUBLIC};

static struct str
reported(const char *words, enum errata_kind kind, const char *wording)
{
	const struct count_writer w = press_writer();
	struct errata_note note = press_note(words, kind);
	struct errata_added added;
	struct err e;

	note.wording = str_of(wording);
	press_must(errata_add(&w, &note, &press_page, &added, &e), &e);
	return added.code;
}

static struct errata_report
found(struct str code)
{
	const struct count_reader r = press_reader();
	struct errata_report report;
	struct err e;

	press_must(errata_find(&r, team, code, &report, &e), &e);
	return report;
}

static struct errata_decision
decision_of(struct str code, enum errata_act act)
{
	return (struct errata_decision){
	    .code = code,
	    .act = act,
	    .seen = found(code).seen,
	    .wording = STR(""),
	    .note = STR("a reason for readers"),
	    .why = STR("a reason for us"),
	    .of = STR(""),
	};
}

static int
try(const struct errata_decision *decision, struct errata_done *done, struct err *e)
{
	const struct count_writer w = press_writer();

	return errata_decide(&w, decision, done, e);
}

static struct errata_done
decided(struct str code, enum errata_act act)
{
	const struct errata_decision decision = decision_of(code, act);
	struct errata_done done;
	struct err e;

	press_must(try(&decision, &done, &e), &e);
	return done;
}

static const char *
refused(struct str code, enum errata_act act)
{
	const struct errata_decision decision = decision_of(code, act);
	struct errata_done done;
	struct err e;

	assert_int_equal(try(&decision, &done, &e), -1);
	return arena_str(press_arena, str_of(e.key)).p;
}

/* The text of a revision as pages have it; as it was written when raw is set. */
static struct str
text_of(int64_t number, bool raw)
{
	const struct count_reader r = press_reader();
	struct publication publication;
	struct publication_revisions all;
	struct err e;

	press_must(publication_find(&r, STR("may-2031"), &publication, &e), &e);
	press_must(publication_revisions(&r, &publication, &all, &e), &e);
	assert_true(number >= 1 && (size_t)number <= all.count);
	return raw ? all.at[number - 1].file : all.at[number - 1].text;
}

static struct errata_corrections
corrections(void)
{
	const struct count_reader r = press_reader();
	struct publication publication;
	struct errata_corrections out;
	struct err e;

	press_must(publication_find(&r, STR("may-2031"), &publication, &e), &e);
	press_must(errata_corrections(&r, &publication, &out, &e), &e);
	return out;
}

static bool
has(struct str text, const char *part)
{
	return str_search(text, str_of(part)) < text.n;
}

static void
an_applied_wording_is_a_new_revision_and_a_public_correction(void **state)
{
	(void)state;
	struct str code = reported("polise", ERRATA_SPELLING, "police");
	struct str before = text_of(1, true);
	const struct errata_done done = decided(code, ERRATA_APPLY);

	assert_int_equal(done.number, 2);
	assert_string_equal(done.state.p, "applied");
	assert_true(has(text_of(2, false), "The police took people *near* the square."));
	assert_true(str_eq(text_of(1, true), before));
	const struct errata_corrections all = corrections();
	assert_int_equal(all.count, 1);
	assert_string_equal(all.at[0].was.p, "polise");
	assert_string_equal(all.at[0].reads.p, "police");
	assert_string_equal(all.at[0].note.p, "a reason for readers");
	assert_false(all.at[0].open);
	assert_string_equal(refused(code, ERRATA_APPLY), "errata.closed");
}

static void
an_undone_correction_restores_the_text_in_a_revision_of_its_own(void **state)
{
	(void)state;
	struct str code = reported("polise", ERRATA_SPELLING, "police");

	decided(code, ERRATA_APPLY);
	assert_int_equal(decided(code, ERRATA_UNDO).number, 3);
	assert_true(str_eq(text_of(3, true), text_of(1, true)));
	assert_true(has(text_of(2, true), "police"));
	assert_int_equal(corrections().count, 0);
	assert_string_equal(found(code).state.p, "new");
	assert_string_equal(refused(code, ERRATA_UNDO), "errata.nothing");
	assert_int_equal(decided(code, ERRATA_APPLY).number, 4);
}

static void
an_undone_correction_leaves_later_changes_elsewhere(void **state)
{
	(void)state;
	struct str code = reported("took people near", ERRATA_FACT, "took 12 people near");

	decided(code, ERRATA_APPLY);
	press_revise("The polise took 12 people *near* the square. Police: {{claim c1}}.\n\nThree "
		     "were asked.\n");
	decided(code, ERRATA_UNDO);
	assert_true(has(text_of(4, false), "took people *near*"));
	assert_true(has(text_of(4, false), "Three were asked."));
}

static void
the_passage_is_found_again_in_a_text_that_has_changed_elsewhere(void **state)
{
	(void)state;
	struct str code = reported("polise", ERRATA_SPELLING, "police");

	press_revise("A new beginning.\n\nThe polise took people *near* the square. Police: "
		     "{{claim c1}}.\n");
	assert_int_equal(decided(code, ERRATA_APPLY).number, 3);
	assert_true(has(text_of(3, false), "A new beginning.\n\nThe police took"));
}

static void
a_passage_that_somebody_has_changed_is_not_guessed(void **state)
{
	(void)state;
	struct str code = reported("polise", ERRATA_SPELLING, "police");

	press_revise("The militia took people *near* the square. Police: {{claim c1}}.\n");
	assert_string_equal(refused(code, ERRATA_APPLY), "errata.gone");
}

static void
figures_and_what_stands_beside_them_lead_to_the_claim(void **state)
{
	(void)state;
	struct str figure = reported("500", ERRATA_FACT, "501");
	struct str whose = reported("(police)", ERRATA_ATTRIBUTION, "(militia)");
	struct str across = reported("Police: 500", ERRATA_FACT, "Police: 501");

	assert_string_equal(refused(figure, ERRATA_APPLY), "errata.figure");
	assert_string_equal(found(figure).figure.p, "claim c1");
	assert_string_equal(refused(whose, ERRATA_APPLY), "errata.figure");
	assert_string_equal(found(whose).figure.p, "claim c1");
	assert_true(str_eq(across, figure));
}

static void
an_edited_wording_is_taken_for_the_readers(void **state)
{
	(void)state;
	struct str code = reported("polise", ERRATA_SPELLING, "pollice");
	struct errata_decision decision = decision_of(code, ERRATA_APPLY);
	struct errata_done done;
	struct err e;

	decision.wording = STR("police force");
	press_must(try(&decision, &done, &e), &e);
	assert_true(has(text_of(2, false), "The police force took"));
}

static void
two_editors_at_once_lose_nothing(void **state)
{
	(void)state;
	struct str code = reported("polise", ERRATA_SPELLING, "police");
	const struct errata_decision mine = decision_of(code, ERRATA_APPLY),
				     theirs = decision_of(code, ERRATA_DECLINE);
	struct errata_done done;
	struct err e;

	press_must(try(&mine, &done, &e), &e);
	assert_int_equal(try(&theirs, &done, &e), -1);
	assert_int_equal(e.code, ERR_CONFLICT);
	assert_string_equal(e.key, "errata.decided");
	assert_string_equal(e.arg[0], "applied");
	assert_string_equal(found(code).state.p, "applied");
}

static void
what_is_declined_has_a_reason_and_can_be_reopened(void **state)
{
	(void)state;
	struct str code = reported("polise", ERRATA_SPELLING, "police");
	struct errata_decision decision = decision_of(code, ERRATA_DECLINE);
	struct errata_done done;
	struct err e;

	decision.why = STR(" ");
	assert_int_equal(try(&decision, &done, &e), -1);
	assert_string_equal(e.key, "errata.why");
	decided(code, ERRATA_DECLINE);
	assert_string_equal(found(code).why.p, "a reason for us");
	assert_false(str_eq(reported("polise", ERRATA_SPELLING, "x"), code));
	decided(code, ERRATA_UNDO);
	assert_string_equal(found(code).state.p, "new");
	decided(code, ERRATA_NEEDS_SOURCE);
	assert_string_equal(found(code).state.p, "needs-source");
	assert_int_equal(decided(code, ERRATA_APPLY).number, 2);
}

static void
a_duplicate_names_the_other_one(void **state)
{
	(void)state;
	struct str one = reported("polise", ERRATA_SPELLING, "police");
	struct str other = reported("asked", ERRATA_SPELLING, "ask");
	struct errata_decision decision = decision_of(one, ERRATA_DUPLICATE);
	struct errata_done done;
	struct err e;

	decision.of = one;
	assert_int_equal(try(&decision, &done, &e), -1);
	assert_string_equal(e.key, "errata.itself");
	decision.of = str_sub(other, 0, 9);
	press_must(try(&decision, &done, &e), &e);
	assert_true(str_eq(found(one).of, other));
}

static void
danger_stands_on_top_and_its_passage_is_blank_in_every_revision(void **state)
{
	(void)state;
	struct str small = reported("How many?", ERRATA_SPELLING, "How many");
	struct str danger = reported("near the square", ERRATA_DANGER, "");
	const struct count_reader r = press_reader();
	struct errata_reports queue;
	struct err e;

	press_must(errata_queue(&r, team, false, &queue, &e), &e);
	assert_int_equal(queue.count, 2);
	assert_true(str_eq(queue.at[0].code, danger));
	assert_true(str_eq(queue.at[1].code, small));
	press_revise("People were taken *near* the square.\n\nMore: near the square again.\n");
	decided(danger, ERRATA_HIDE);
	for (int64_t i = 1; i <= 2; i++)
		if (has(text_of(i, false), "near") || !has(text_of(i, true), "near"))
			fail_msg("%s", text_of(i, false).p);
	press_revise("Again *near* the square, they say.\n");
	assert_false(has(text_of(3, false), "square"));
	decided(danger, ERRATA_UNDO);
	assert_true(has(text_of(1, false), "people *near* the square"));
	assert_int_equal(corrections().count, 0);
}

static void
blank_words_are_blank_in_notes_for_readers_too(void **state)
{
	(void)state;
	struct str fixed = reported("polise", ERRATA_SPELLING, "police");
	struct errata_decision decision = decision_of(fixed, ERRATA_APPLY);
	const struct count_reader r = press_reader();
	struct publication publication;
	struct publication_revisions all;
	struct errata_done done;
	struct err e;

	decision.note = STR("Who stood near the square");
	press_must(try(&decision, &done, &e), &e);
	decided(reported("near the square", ERRATA_DANGER, ""), ERRATA_HIDE);
	press_must(publication_find(&r, STR("may-2031"), &publication, &e), &e);
	press_must(publication_revisions(&r, &publication, &all, &e), &e);
	assert_string_equal(all.at[1].note.p, "Who stood " PUBLICATION_BLANKED);
	assert_string_equal(corrections().at[0].note.p, "Who stood " PUBLICATION_BLANKED);
}

static void
a_blanked_live_value_goes_with_what_it_said(void **state)
{
	(void)state;
	const struct count_writer w = press_writer();
	const struct count_reader r = press_reader();
	struct publication publication;
	struct publication_revisions all;
	struct publication_article article;
	struct publication_problems problems;
	struct err e;

	press_revise("First {{claim c1 as=figure}}, then {{claim c1}}.\n");
	press_must(publication_find(&r, STR("may-2031"), &publication, &e), &e);
	struct str file = text_of(2, true);
	size_t at = str_search(file, STR("c1 as"));
	const struct publication_blank blank = {
	    .lang = STR("en"), .number = 2, .from = at, .to = at + 2, .cause = STR("")};
	const struct archive_part part = publication_blank_part(&w, &publication, &blank);
	press_must(archive_append(press_archive, w.stamp, &part, 1, NULL, &e), &e);
	press_must(publication_revisions(&r, &publication, &all, &e), &e);
	assert_string_equal(
	    all.at[1].text.p, "First " PUBLICATION_BLANKED ", then {{claim c1}}.\n");
	press_must(publication_article(&r, &publication, &all.at[1], &article, &e), &e);
	assert_int_equal(article.n_figures, 1);
	press_must(publication_check(&r, &publication, 0, &problems, &e), &e);
	assert_int_equal(problems.count, 0);
}

static void
a_taken_down_publication_stays_down(void **state)
{
	(void)state;
	struct str danger = reported("polise", ERRATA_DANGER, "");

	decided(danger, ERRATA_TAKE_DOWN);
	assert_string_equal(refused(danger, ERRATA_UNDO), "publication.taken_down");
	assert_string_equal(found(danger).state.p, "taken-down");
}

static void
the_public_sees_no_report(void **state)
{
	(void)state;
	struct str code = reported("polise", ERRATA_SPELLING, "police");
	const struct count_reader r = press_reader();
	struct errata_report report;
	struct errata_reports queue;
	struct err e;

	press_must(errata_queue(&r, everybody, true, &queue, &e), &e);
	assert_int_equal(queue.count, 0);
	assert_int_equal(errata_find(&r, everybody, code, &report, &e), -1);
	assert_string_equal(e.key, "errata.none");
}

static void
what_was_closed_long_ago_is_forgotten_but_not_its_correction(void **state)
{
	(void)state;
	struct str old = reported("polise", ERRATA_SPELLING, "police");
	struct str open = reported("asked", ERRATA_SPELLING, "ask");
	struct count_writer w = press_writer();
	struct archive_stamp later = *w.stamp;
	struct err e;
	bool same;
	struct str table;
	size_t n;

	decided(old, ERRATA_APPLY);
	press_must(errata_forget(&w, 365, &n, &e), &e);
	assert_int_equal(n, 0);
	later.at = STR("2039-01-01T00:00:00Z");
	w.stamp = &later;
	press_must(errata_forget(&w, 365, &n, &e), &e);
	assert_int_equal(n, 1);
	assert_true(found(old).destroyed);
	assert_int_equal(found(old).wording.n + found(old).comment.n + found(old).quote.n, 0);
	assert_string_equal(found(old).state.p, "applied");
	assert_false(found(open).destroyed);
	assert_string_equal(corrections().at[0].was.p, "polise");
	assert_string_equal(refused(old, ERRATA_UNDO), "errata.destroyed");
	press_must(archive_rebuild(press_archive, &same, press_arena, &table, &e), &e);
	assert_true(same);
}

int
main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, press_begin, press_end)
	const struct CMUnitTest tests[] = {
	    CASE(an_applied_wording_is_a_new_revision_and_a_public_correction),
	    CASE(an_undone_correction_restores_the_text_in_a_revision_of_its_own),
	    CASE(an_undone_correction_leaves_later_changes_elsewhere),
	    CASE(the_passage_is_found_again_in_a_text_that_has_changed_elsewhere),
	    CASE(a_passage_that_somebody_has_changed_is_not_guessed),
	    CASE(figures_and_what_stands_beside_them_lead_to_the_claim),
	    CASE(an_edited_wording_is_taken_for_the_readers),
	    CASE(two_editors_at_once_lose_nothing),
	    CASE(what_is_declined_has_a_reason_and_can_be_reopened),
	    CASE(a_duplicate_names_the_other_one),
	    CASE(danger_stands_on_top_and_its_passage_is_blank_in_every_revision),
	    CASE(blank_words_are_blank_in_notes_for_readers_too),
	    CASE(a_blanked_live_value_goes_with_what_it_said),
	    CASE(a_taken_down_publication_stays_down),
	    CASE(the_public_sees_no_report),
	    CASE(what_was_closed_long_ago_is_forgotten_but_not_its_correction),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
