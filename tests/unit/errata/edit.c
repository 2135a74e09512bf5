/* A suggested wording becomes the smallest change of the Markdown, or is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "domain/errata/edit.h"

#define HEAD "---\ntitle: A *title*\ndek: A *dek* of it.\nbyline: The team\n---\n"

static const struct row {
	const char *text, *words, *wording, *then; /* the text then, or the key of the refusal */
} rows[] = {
    {"The polise took people.", "polise", "police", "The police took people."},
    {"The *polise* took people.", "polise took", "police took", "The *police* took people."},
    {"a **bold** word", "bold word", "bald word", "a **bald** word"},
    {"one\ntwo three", "one two", "one too", "one\ntoo three"},
    {"See [the lsit](/list).", "the lsit", "the list", "See [the list](/list)."},
    {"in Almaty on 9 June", "9 June", "10 June", "in Almaty on 10 June"},
    {"He said so.", "so", "*so*", "He said \\*so\\*."},
    {"He said so.", "so", "so {{claim c1}}", "He said so \\{\\{claim c1\\}\\}."},
    {"He said so.", "so", "<b>so</b> & so", "He said \\<b\\>so\\</b\\> \\& so."},
    {"Then so.", "Then", "# Then", "\\# Then so."},
    {"a &amp; b", "a & b", "a & c", "a &amp; c"},
    {"one word too many here", "too many", "", "one word  here"},
    {"Он сказал «нет»", "сказал «нет»", "сказал «да»", "errata.marked"},
    {"Он сказал «нет, нет» там", "там", "тут", "Он сказал «нет, нет» тут"},
    {"He said “so *it* is” then", "is", "was", "errata.marked"},
    {"He said \"so\" then", "so", "no", "errata.marked"},
    {"He said \"so\" then", "then", "now", "He said \"so\" now"},
    {"5\" of rain", "rain", "snow", "5\" of snow"},
    {"less in Shymkent and others", "Shymkent", "Shymkent and Aktobe",
	"less in Shymkent and Aktobe and others"},
    {"а в Шымкенте и других", "в Шымкенте", "в Шымкенте и Актобе",
	"а в Шымкенте и Актобе и других"},
    {"so so so", "so so", "so", "so so"},
    {"no change", "change", "change", "errata.same"},
    {"x {{claim c1}} y", "x", "z", "z {{claim c1}} y"},
    {"held {{claim c1}} people", "held {{claim c1}} people", "held 9 people", "errata.live"},
    {"> a qoute", "qoute", "quote", "errata.quote"},
    {"only", "only", "", "errata.markup"},
    {"*one*two", "onetwo", "o", "errata.markup"},
};

static void
only_the_passage_is_changed(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct arena *a = arena_new();
		const struct row *row = &rows[i];
		struct str file = arena_fmt(a, HEAD "%s\n", row->text);
		size_t from = str_search(str_of(row->text), str_of(row->words));
		struct errata_edit edit;
		struct err e;
		/* Words that marks part begin at the first of them. */
		if (from == strlen(row->text))
			from = str_find(str_of(row->text), row->words[0]);
		from += strlen(HEAD);
		const struct errata_passage passage = {
		    .words = str_of(row->words), .from = from, .to = from + strlen(row->words)};
		struct str then = STR("");
		if (errata_edit_make(a, file, passage, str_of(row->wording), &edit, &e) < 0)
			then = arena_fmt(a, HEAD "%s\n", e.key);
		else
			then = errata_edit_apply(a, file, &edit);
		assert_string_equal(then.p, arena_fmt(a, HEAD "%s\n", row->then).p);
		arena_free(a);
	}
}

static void
lines_before_the_text_can_be_corrected_too(void **state)
{
	(void)state;
	static const struct {
		const char *words, *wording, *file;
	} fields[] = {
	    {"title*", "*titel*",
		"---\ntitle: A **titel*\ndek: A *dek* of it.\nbyline: The team\n---\nText.\n"},
	    {"dek", "d*k",
		"---\ntitle: A *title*\ndek: A *d\\*k* of it.\nbyline: The team\n---\nText.\n"},
	};

	for (size_t i = 0; i < LENGTH(fields); i++) {
		struct arena *a = arena_new();
		struct str file = STR(HEAD "Text.\n");
		struct str words = str_of(fields[i].words);
		size_t from = i == 0 ? str_search(file, words) : str_search(file, STR("*dek*")) + 1;
		const struct errata_passage passage = {words, from, from + words.n, false};
		struct errata_edit edit;
		struct err e;
		if (errata_edit_make(a, file, passage, str_of(fields[i].wording), &edit, &e) < 0)
			fail_msg("%s", e.key);
		assert_string_equal(errata_edit_apply(a, file, &edit).p, fields[i].file);
		arena_free(a);
	}
}

static void
live_values_are_found_where_they_stand(void **state)
{
	(void)state;
	struct str file = STR("ab {{claim c1 as=words}} cd {{ count may place=x }} e");

	assert_int_equal(errata_edit_live(file, 0, 3).n, 0);
	assert_true(str_eq(errata_edit_live(file, 0, 4), STR("claim c1")));
	assert_true(str_eq(errata_edit_live(file, 10, 11), STR("claim c1")));
	assert_int_equal(errata_edit_live(file, 24, 28).n, 0);
	assert_true(str_eq(errata_edit_live(file, 24, file.n), STR("count may")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(only_the_passage_is_changed),
	    cmocka_unit_test(lines_before_the_text_can_be_corrected_too),
	    cmocka_unit_test(live_values_are_found_where_they_stand),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
