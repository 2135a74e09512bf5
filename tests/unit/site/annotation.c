/* A report as it is sent, and where its words are found. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "face/site/site_annotation.h"

#define TAGGING "{\"type\":\"TextualBody\",\"purpose\":\"tagging\",\"value\":\"fact\"}"
#define EDITING "{\"type\":\"TextualBody\",\"purpose\":\"editing\",\"value\":\"b\"}"
#define QUOTE                                                                                      \
	"{\"type\":\"TextQuoteSelector\",\"exact\":\"\xd0\xb6\",\"prefix\":\"a\",\"suffix\":"      \
	"\"c\"}"
#define PLACE "{\"type\":\"TextPositionSelector\",\"start\":2,\"end\":3}"
#define WHOLE(body, source, selector)                                                              \
	"{\"@context\":\"http://www.w3.org/ns/"                                                    \
	"anno.jsonld\",\"type\":\"Annotation\",\"body\":[" body                                    \
	"],\"target\":{\"source\":\"" source "\",\"selector\":[" selector "]}}"

static struct arena *a;

static int
begin(void **state)
{
	(void)state;
	a = arena_new();
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

static void
an_annotation_is_read(void **state)
{
	(void)state;
	static const char *const sources[] = {
	    WHOLE(TAGGING "," EDITING, "https://example.org/kk/june/r/12/", QUOTE "," PLACE),
	    WHOLE(EDITING "," TAGGING, "/kk/june/r/12/", PLACE "," QUOTE),
	};
	struct site_noted noted;
	struct err e;

	for (size_t i = 0; i < LENGTH(sources); i++) {
		assert_int_equal(site_annotation_read(a, str_of(sources[i]), &noted, &e), 0);
		assert_true(str_eq(noted.note.quote, STR("\xd0\xb6")));
		assert_true(str_eq(noted.note.lang, STR("kk")));
		assert_true(str_eq(noted.note.slug, STR("june")));
		assert_int_equal(noted.note.number, 12);
		assert_int_equal(noted.note.kind, ERRATA_FACT);
		assert_int_equal(noted.note.start, 2);
		assert_int_equal(noted.note.end, 3);
		assert_true(str_eq(noted.note.wording, STR("b")));
		assert_int_equal(noted.note.comment.n, 0);
	}
}

static void
what_is_none_is_refused(void **state)
{
	(void)state;
	static const char *const rows[] = {"", "[]", "{}", "null",
	    WHOLE(EDITING, "/kk/june/r/12/", QUOTE "," PLACE),
	    WHOLE("{\"purpose\":\"tagging\",\"value\":\"rumour\"}", "/kk/june/r/12/", QUOTE),
	    WHOLE("1", "/kk/june/r/12/", QUOTE), WHOLE(TAGGING, "/kk/june/", QUOTE "," PLACE),
	    WHOLE(TAGGING, "/kk/june/r/x/", QUOTE "," PLACE),
	    WHOLE(TAGGING, "/kk/june/r/1/more/", QUOTE "," PLACE),
	    WHOLE(TAGGING, "/kk/june/claim/1/", QUOTE "," PLACE),
	    WHOLE(TAGGING, "/kk/june/r/1/", "{\"type\":\"XPathSelector\",\"value\":\"/\"}"),
	    WHOLE(TAGGING, "/kk/june/r/1/",
		"{\"type\":\"TextPositionSelector\",\"start\":3,\"end\":2}"),
	    WHOLE(TAGGING, "/kk/june/r/1/",
		"{\"type\":\"TextPositionSelector\",\"start\":-1,\"end\":2}")};
	struct site_noted noted;
	struct err e;

	for (size_t i = 0; i < LENGTH(rows); i++) {
		assert_int_equal(site_annotation_read(a, str_of(rows[i]), &noted, &e), -1);
		assert_int_equal(e.code, ERR_INPUT);
	}
}

static void
words_are_found_where_they_stand_or_by_all_that_is_around_them(void **state)
{
	(void)state;
	static const struct {
		const char *text, *prefix, *quote, *suffix;
		size_t start;
		long found; /* -1: not */
	} rows[] = {
	    {"\xd0\xb6 words here", "", "words", "", 2, 2},
	    {"\xd0\xb6 words here", "\xd0\xb6 ", "words", " here", 7, 2},
	    {"A note. \xd0\xb6 words here", "\xd0\xb6 ", "words", " here", 2, 10},
	    {"words words", "", "words", "", 6, 6},
	    {"words and words", "", "words", "", 3, -1},
	    {"a words a words", "a ", "words", "", 3, -1},
	    {"one word", "", "word", "", 1000, -1},
	    {"one word", "one ", "words", "", 4, -1},
	    {"", "", "x", "", 0, -1},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct str quote = str_of(rows[i].quote);
		const struct errata_page page = {.text = str_of(rows[i].text)};
		struct site_noted noted = {.note = {.quote = quote,
					       .start = rows[i].start,
					       .end = rows[i].start + quote.n},
		    .prefix = str_of(rows[i].prefix),
		    .suffix = str_of(rows[i].suffix)};
		bool found = site_annotation_place(a, &page, &noted);
		assert_int_equal(found ? (long)noted.note.start : -1, rows[i].found);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_annotation_is_read),
	    cmocka_unit_test(what_is_none_is_refused),
	    cmocka_unit_test(words_are_found_where_they_stand_or_by_all_that_is_around_them),
	};

	return cmocka_run_group_tests_name("site/annotation", tests, begin, end);
}
