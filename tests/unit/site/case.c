/* The board, its table, its drawing and the map of June 2019, as they stand on a page. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "face/site/site.h"
#include "face/site/site_case.h"
#include "face/site/site_said.h"
#include "kit/os/file.h"

static struct arena *arena;
static struct site site;
static struct count_board june;
static struct vocab vocab;

static const struct site_at in_english = {LANG_EN, STR_INIT("/en/june-2019/")};

static struct count_claims
claims_of(struct str text)
{
	struct count_table table;
	struct csv csv;
	struct err e;

	assert_int_equal(csv_read(arena, text, &csv, &e), 0);
	assert_int_equal(count_table_read(arena, &vocab, &csv, &table, &e), 0);
	assert_int_equal(table.refused, 0);
	return table.claims;
}

static struct count_board
board_of(struct count_claims claims)
{
	const struct count_question all = {0};
	struct count_board board;
	struct err e;

	assert_int_equal(count_board(arena, &vocab, claims, &all, &board, &e), 0);
	return board;
}

static int
begin(void **state)
{
	struct str csv;
	struct err e;
	size_t count;

	(void)state;
	arena = arena_new();
	const struct vocab_file *files = vocab_shipped(arena, &count);
	if (vocab_read(arena, files, count, &vocab, &e) != 0 ||
	    file_read_all(arena, str_of(JUNE), 1 << 20, &csv, &e) != 0)
		return -1;
	site = (struct site){.a = arena, .vocab = &vocab, .url = STR("")};
	june = board_of(claims_of(csv));
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static struct str
board_page(const struct count_board *board, struct site_at at)
{
	struct html page = {STR("")};
	struct err e;

	if (site_case_board(&site, board, at, &page, &e) != 0)
		fail_msg("%s", e.key);
	return page.markup;
}

static bool
has(struct str text, const char *part)
{
	return str_search(text, str_of(part)) < text.n;
}

static size_t
times(struct str text, const char *part)
{
	size_t n = 0;

	for (size_t at; (at = str_search(text, str_of(part))) < text.n; n++)
		text = str_sub(text, at + 1, text.n);
	return n;
}

static void
a_figure_leads_to_its_words(void **state)
{
	(void)state;
	struct str board = board_page(&june, in_english);

	assert_true(has(board,
	    "<a class=\"words\" href=\"/en/june-2019/claim/c14/\" lang=\"ru\">«957 лиц»</a>"));
	assert_true(has(board, "Prosecutor General&#39;s Office"));
	assert_true(has(board, "/en/june-2019/board.svg"));
}

static void
a_sum_shows_its_parts(void **state)
{
	(void)state;
	struct str board = board_page(&june, in_english);

	assert_true(has(board, "class=\"part\">670</text>"));
	assert_true(has(board, "Fined\u00A0115 · Given a warning\u00A0172"));
}

static void
a_clash_is_a_sum_with_ways_out(void **state)
{
	(void)state;
	struct str board = board_page(&june, in_english);

	assert_true(has(board, "89 people too many, if everybody punished"));
	assert_true(has(board, "<td>−</td><td class=\"number\">549</td>"));
	assert_true(has(board, "<td>=</td><td class=\"number\">89</td>"));
	assert_true(has(board, "at least 188 beyond"));
	assert_true(has(board, "row state clash"));
}

static void
the_table_has_every_mark(void **state)
{
	(void)state;
	struct str board = board_page(&june, in_english);

	assert_int_equal(times(board, "<svg class=\"strip\""), times(board, "<tr class=\""));
}

static void
nothing_needs_style_or_script(void **state)
{
	(void)state;
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		struct site_at at = {(enum lang)lang, STR("/x/")};
		struct str page[] = {board_page(&june, at), site_case_map(&site, &june, at).markup};
		for (size_t i = 0; i < LENGTH(page); i++) {
			assert_true(page[i].n > 0);
			assert_false(has(page[i], "style="));
			assert_false(has(page[i], "<script"));
			assert_false(has(page[i], "site."));
		}
	}
}

static void
the_map_says_what_a_place_was_called(void **state)
{
	(void)state;
	struct str map = site_case_map(&site, &june, in_english).markup;

	assert_true(has(map, ">Nur-Sultan</text>"));
	assert_true(has(map, ">today Astana</text>"));
	assert_true(has(map, "<dt>Almaty</dt>"));
	assert_true(map.n < 18000);
}

/* Astana Square lies in Almaty. */
static void
parts_of_a_town_stand_with_it(void **state)
{
	(void)state;
	struct str map = site_case_map(&site, &june, in_english).markup;
	size_t almaty = str_search(map, STR("<dt>Almaty</dt>"));
	size_t next = str_search(str_sub(map, almaty + 1, map.n), STR("<dt>"));

	assert_true(has(str_sub(map, almaty, almaty + next), "claim/c04/"));
	assert_int_equal(times(map, "<dt>"), 3);
}

static void
the_drawing_stands_alone(void **state)
{
	(void)state;
	struct buf *svg = buf_on(arena);

	site_case_svg(&site, &june, LANG_RU, svg);
	assert_true(str_starts(buf_str(svg), STR("<?xml version=\"1.0\"")));
	assert_true(has(buf_str(svg), "Генеральная прокуратура"));
	assert_false(has(buf_str(svg), "href="));
}

static void
the_files_have_every_scope(void **state)
{
	(void)state;
	struct buf *csv = buf_on(arena), *json = buf_on(arena);

	site_case_csv(&site, &june, LANG_EN, csv);
	site_case_json(&site, &june, LANG_EN, json);
	assert_true(has(buf_str(csv), "\"Took part, Almaty and Nur-Sultan, 9–10 June\",unnamed,"));
	assert_true(has(buf_str(json), "\"scopes\""));
	assert_true(times(buf_str(csv), "\n") > june.n_scopes);
}

static void
hostile_words_stay_words(void **state)
{
	(void)state;
	struct count_board c = board_of(
	    claims_of(STR("id,words,lang,measure,place,days,origin,class,speaker,low,high\n"
			  "x1,\"<svg onload=x>\"\"' "
			  "5\",en,detained,almaty,2019-06-09,\"<b>&\",state,\"<i>\",5,5\n")));
	struct buf *svg = buf_on(arena);

	site_case_svg(&site, &c, LANG_EN, svg);
	struct str page[] = {
	    board_page(&c, in_english), site_case_map(&site, &c, in_english).markup, buf_str(svg)};
	for (size_t i = 0; i < LENGTH(page); i++) {
		assert_false(has(page[i], "<svg onload"));
		assert_false(has(page[i], "<b>"));
		assert_true(has(page[i], "&lt;svg onload=x&gt;"));
	}
}

static void
without_figures_there_is_nothing(void **state)
{
	(void)state;
	struct count_board c = board_of((struct count_claims){0});
	struct buf *svg = buf_on(arena);

	site_case_svg(&site, &c, LANG_EN, svg);
	assert_int_equal(svg->n, 0);
	assert_int_equal(board_page(&c, in_english).n, 0);
	assert_int_equal(site_case_map(&site, &c, in_english).markup.n, 0);
}

static struct site_voice_full
voice_of(const char *id)
{
	const struct site_page page = {.site = &site, .at = in_english};
	struct site_voice_full voice = {0};
	struct err e;

	for (size_t i = 0; i < june.claims.count; i++) {
		if (str_eq(count_claim_id(&june.claims.at[i]), str_of(id)))
			assert_int_equal(site_said_voice(&page, &june, (int32_t)i, &voice, &e), 0);
	}
	return voice;
}

static bool
stands_as(const char *id, const char *standing)
{
	return str_eq(voice_of(id).standing, str_of(standing));
}

static void
a_figure_says_why_it_bounds_nothing(void **state)
{
	(void)state;
	assert_true(stands_as("c07", ""));
	assert_true(stands_as("c01", "Replaced by c07"));
	assert_true(stands_as("c09", "Derived from c07, c08: adds nothing of its own"));
	assert_true(
	    stands_as("c15", "Another wording of c14, further from who said it: bounds nothing"));
	assert_true(stands_as("c19", "Says what may be reached: bounds nothing"));
	assert_true(stands_as("c13", "Nobody knows whose figure it is: bounds nothing"));
	assert_true(voice_of("c14").inferred);
	assert_false(voice_of("c07").inferred);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_figure_says_why_it_bounds_nothing),
	    cmocka_unit_test(a_figure_leads_to_its_words),
	    cmocka_unit_test(a_sum_shows_its_parts),
	    cmocka_unit_test(a_clash_is_a_sum_with_ways_out),
	    cmocka_unit_test(the_table_has_every_mark),
	    cmocka_unit_test(nothing_needs_style_or_script),
	    cmocka_unit_test(the_map_says_what_a_place_was_called),
	    cmocka_unit_test(parts_of_a_town_stand_with_it),
	    cmocka_unit_test(the_drawing_stands_alone),
	    cmocka_unit_test(the_files_have_every_scope),
	    cmocka_unit_test(hostile_words_stay_words),
	    cmocka_unit_test(without_figures_there_is_nothing),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
