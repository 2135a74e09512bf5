/* Passages of short texts after edits that an editor would make. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "engine/anchor/anchor.h"

static size_t
characters(struct str text)
{
	size_t n = 0;

	for (size_t at = 0; at < text.n; n++)
		(void)utf8_next(text, &at);
	return n;
}

/* Characters [start, end) of text. */
static struct str
part(struct str text, struct anchor_span span)
{
	size_t at = 0, start = 0;

	for (size_t n = 0; n < span.end; n++) {
		if (n == span.start)
			start = at;
		(void)utf8_next(text, &at);
	}
	return str_sub(text, start, at);
}

/* Looks for the first place of words in before, and expects state and the words that stand there
 * now. */
static void
expect(const char *before, const char *words, const char *after, enum anchor_state state,
    const char *now)
{
	struct str old = str_of(before), is = str_of(after);
	size_t byte = str_search(old, str_of(words));
	size_t start = characters(str_sub(old, 0, byte));
	struct anchor found =
	    anchor_find(old, is, (struct anchor_span){start, start + characters(str_of(words))});

	assert_int_equal(found.state, state);
	if (now == NULL) {
		assert_int_equal(found.span.start, found.span.end);
		return;
	}
	struct str there = part(is, found.span);
	assert_int_equal(there.n, strlen(now));
	assert_memory_equal(there.p, now, there.n);
}

#define TEXT "Полиция задержала около 500 человек. Наблюдатели говорят, что их было не менее 700."

static void
an_unchanged_text_gives_the_same_place(void **state)
{
	(void)state;
	expect(TEXT, "около 500 человек", TEXT, ANCHOR_SAME, "около 500 человек");
	expect(TEXT, "700", TEXT, ANCHOR_SAME, "700");
	expect(TEXT, "Полиция", TEXT, ANCHOR_SAME, "Полиция");
}

static void
words_before_it_push_it_along(void **state)
{
	(void)state;
	expect(TEXT, "около 500", "9 июня. " TEXT, ANCHOR_SAME, "около 500");
	expect(TEXT, "700", "Сводка. " TEXT " Точнее никто не сказал.", ANCHOR_SAME, "700");
}

static void
a_letter_put_right_is_part_of_it(void **state)
{
	(void)state;
	expect("Милиция задержла людей на площади.", "задержла",
	    "Милиция задержала людей на площади.", ANCHOR_CHANGED, "задержала");
	expect("one of the detaned men said so", "detaned", "one of the detained men said so",
	    ANCHOR_CHANGED, "detained");
}

static void
a_word_cut_in_two_or_joined_is_found(void **state)
{
	(void)state;
	expect("Их доставилив отдел полиции утром.", "доставилив",
	    "Их доставили в отдел полиции утром.", ANCHOR_CHANGED, "доставили в");
	expect(
	    "Они не знали где они.", "не знали", "Они незнали где они.", ANCHOR_CHANGED, "незнали");
}

static void
part_of_a_word_stays_part_of_it(void **state)
{
	(void)state;
	expect("Задержанных отпустили вечером.", "отпустил", "Всех задержанных отпустили вечером.",
	    ANCHOR_SAME, "отпустил");
}

static void
other_words_in_its_place_are_found(void **state)
{
	(void)state;
	expect(TEXT, "500",
	    "Полиция задержала около 550 человек. Наблюдатели говорят, что их было не менее 700.",
	    ANCHOR_CHANGED, "550");
}

static void
a_passage_of_many_words_with_one_changed_is_found(void **state)
{
	(void)state;
	expect(TEXT, "задержала около 500 человек",
	    "Полиция задержала примерно 500 человек. Наблюдатели говорят, что их было не менее "
	    "700.",
	    ANCHOR_CHANGED, "задержала примерно 500 человек");
}

static void
what_was_taken_out_is_gone(void **state)
{
	(void)state;
	expect(TEXT, "около 500 человек",
	    "Полиция задержала. Наблюдатели говорят, что их было не менее 700.", ANCHOR_GONE, NULL);
	expect("the whole text", "the whole text", "", ANCHOR_GONE, NULL);
}

static void
the_same_word_elsewhere_is_not_taken_for_it(void **state)
{
	(void)state;
	expect("Было 500 в Алматы и ещё 500 в столице, всего тысяча.", "500",
	    "Было в Алматы и ещё 500 в столице, всего тысяча.", ANCHOR_GONE, NULL);
}

static void
a_sentence_that_moved_is_found_by_what_stood_around_it(void **state)
{
	(void)state;
	expect(
	    "Первым заговорил министр внутренних дел. Потом прокурор назвал 957 человек, которых "
	    "суд подверг взысканию. Правозащитники считали сами.",
	    "957",
	    "Правозащитники считали сами. Первым заговорил министр внутренних дел. Потом прокурор "
	    "назвал 957 человек, которых суд подверг взысканию.",
	    ANCHOR_SAME, "957");
}

static void
a_text_that_has_nothing_of_it_gives_no_place(void **state)
{
	(void)state;
	struct anchor found = anchor_find(STR("One two three four five"),
	    STR("Совсем другой текст о другом дне"), (struct anchor_span){4, 7});

	assert_true(found.state == ANCHOR_LOST || found.state == ANCHOR_GONE);
	assert_int_equal(found.span.start, found.span.end);
}

static void
a_passage_that_is_none_is_lost(void **state)
{
	(void)state;
	assert_int_equal(
	    anchor_find(STR("one two"), STR("one two"), (struct anchor_span){3, 4}).state,
	    ANCHOR_LOST);
	assert_int_equal(
	    anchor_find(STR("one two"), STR("one two"), (struct anchor_span){2, 2}).state,
	    ANCHOR_LOST);
	assert_int_equal(
	    anchor_find(STR("one two"), STR("one two"), (struct anchor_span){4, 8}).state,
	    ANCHOR_LOST);
	assert_int_equal(
	    anchor_find(STR(""), STR("one"), (struct anchor_span){0, 1}).state, ANCHOR_LOST);
}

/* A page of one word a hundred thousand times must neither hang nor guess. */
static void
a_word_that_is_everywhere_takes_no_time(void **state)
{
	(void)state;
	struct buf before = BUF_INIT, after = BUF_INIT;

	for (int i = 0; i < 100000; i++) {
		buf_put(&before, i % 7 == 0 ? STR("да ") : STR("нет "));
		buf_put(&after, i % 5 == 0 ? STR("нет ") : STR("да "));
	}
	struct anchor found =
	    anchor_find(buf_str(&before), buf_str(&after), (struct anchor_span){0, 2});
	assert_true(found.span.start <= found.span.end);
	buf_free(&before);
	buf_free(&after);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_unchanged_text_gives_the_same_place),
	    cmocka_unit_test(words_before_it_push_it_along),
	    cmocka_unit_test(a_letter_put_right_is_part_of_it),
	    cmocka_unit_test(a_word_cut_in_two_or_joined_is_found),
	    cmocka_unit_test(part_of_a_word_stays_part_of_it),
	    cmocka_unit_test(other_words_in_its_place_are_found),
	    cmocka_unit_test(a_passage_of_many_words_with_one_changed_is_found),
	    cmocka_unit_test(what_was_taken_out_is_gone),
	    cmocka_unit_test(the_same_word_elsewhere_is_not_taken_for_it),
	    cmocka_unit_test(a_sentence_that_moved_is_found_by_what_stood_around_it),
	    cmocka_unit_test(a_text_that_has_nothing_of_it_gives_no_place),
	    cmocka_unit_test(a_passage_that_is_none_is_lost),
	    cmocka_unit_test(a_word_that_is_everywhere_takes_no_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
