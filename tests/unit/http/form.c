/* Forms and queries: only declared fields, each once, within its limit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "kit/http/http.h"
#include "kit/http/http_form.h"

#define URLENCODED "application/x-www-form-urlencoded"
#define MULTIPART "multipart/form-data; boundary=X"
#define PART(name, value)                                                                          \
	"--X\r\nContent-Disposition: form-data; name=\"" name "\"\r\n\r\n" value "\r\n"

static const struct http_field fields[] = {
    {STR_INIT("title"), 20, true, false},
    {STR_INIT("note"), 40, false, false},
    {STR_INIT("scan"), 40, false, true},
};
static const struct http_form form = {fields, LENGTH(fields)};

static struct arena *arena;
static struct str values[LENGTH(fields)];
static struct err err;

static int
begin(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static int
sent(const char *type, const char *body)
{
	memset(&err, 0, sizeof err);
	return http_form_read(arena, str_of(type), str_of(body), &form, values, &err);
}

static void
value_is(size_t field, const char *value)
{
	assert_string_equal(arena_str(arena, values[field]).p, value);
}

static void
both_kinds_of_form_give_the_same(void **state)
{
	(void)state;
	assert_int_equal(sent(URLENCODED, "title=%D3%A9+%26+b&note=a%0D%0Ab&scan="), 0);
	value_is(0, "ө & b");
	value_is(1, "a\nb");
	value_is(2, "");
	assert_int_equal(
	    sent(MULTIPART, PART("title", "ө & b") PART("note", "a\r\nb") "--X--\r\n"), 0);
	value_is(0, "ө & b");
	value_is(1, "a\nb");
	value_is(2, "");
}

static void
a_file_keeps_its_bytes(void **state)
{
	(void)state;
	assert_int_equal(
	    sent("Multipart/Form-Data; charset=UTF-8; boundary=\"X\"",
		"preamble\r\n"
		"--X\r\ncontent-type: image/png\r\n"
		"content-disposition: form-data; filename=\"a;name=b.png\"; name=\"scan\"\r\n\r\n"
		"\xFF\r\n--Y\r\n\r\n"
		"--X\r\nContent-Disposition: form-data; name=title\r\n\r\nt\r\n--X--"),
	    0);
	value_is(2, "\xFF\r\n--Y\r\n");
	value_is(0, "t");
}

static void
what_is_not_declared_or_not_well_formed_is_refused(void **state)
{
	(void)state;
	static const struct {
		const char *type, *body, *key;
	} rows[] = {
	    {URLENCODED, "title=a&admin=1", "http.form.unknown"},
	    {URLENCODED, "title=a&title=b", "http.form.twice"},
	    {URLENCODED, "title=123456789012345678901", "http.form.long"},
	    {URLENCODED, "title=%FF", "http.form.text"},
	    {URLENCODED, "title=%00", "http.form.text"},
	    {URLENCODED, "title=a%0Db", "http.form.text"},
	    {URLENCODED, "title=%4", "http.form.syntax"},
	    {URLENCODED, "title=%zz", "http.form.syntax"},
	    {URLENCODED, "", "http.form.needed"},
	    {URLENCODED, "title=", "http.form.needed"},
	    {"text/plain", "title=a", "http.form.type"},
	    {"multipart/form-data", PART("title", "a") "--X--", "http.form.type"},
	    {MULTIPART, "", "http.form.syntax"},
	    {MULTIPART, PART("title", "a"), "http.form.syntax"},
	    {MULTIPART, PART("title", "a") "--X", "http.form.syntax"},
	    {MULTIPART, PART("title", "a") PART("title", "b") "--X--", "http.form.twice"},
	    {MULTIPART, "--X\r\n\r\na\r\n--X--", "http.form.syntax"},
	    {MULTIPART, PART("admin", "a") "--X--", "http.form.unknown"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		assert_int_equal(sent(rows[i].type, rows[i].body), -1);
		assert_string_equal(err.key, rows[i].key);
	}
}

static void
a_query_is_read_the_same_way(void **state)
{
	(void)state;
	assert_int_equal(
	    http_form_query(arena, STR("title=%2Fen%2F&&note=b"), &form, values, &err), 0);
	value_is(0, "/en/");
	value_is(1, "b");
	assert_int_equal(http_form_query(arena, STR("x=1"), &form, values, &err), -1);
	assert_string_equal(err.key, "http.form.unknown");
}

static void
a_cookie_is_found_by_its_whole_name(void **state)
{
	(void)state;
	struct str header = STR("xguvoh=1; guvoh=ab=c ;guvohx=2");

	assert_true(str_eq(http_cookie(header, STR("guvoh")), STR("ab=c")));
	assert_true(str_eq(http_cookie(header, STR("guv")), STR("")));
	assert_true(str_eq(http_cookie(STR(""), STR("guvoh")), STR("")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(both_kinds_of_form_give_the_same, begin, end),
	    cmocka_unit_test_setup_teardown(a_file_keeps_its_bytes, begin, end),
	    cmocka_unit_test_setup_teardown(
		what_is_not_declared_or_not_well_formed_is_refused, begin, end),
	    cmocka_unit_test_setup_teardown(a_query_is_read_the_same_way, begin, end),
	    cmocka_unit_test(a_cookie_is_found_by_its_whole_name),
	};

	return cmocka_run_group_tests_name("http/form", tests, NULL, NULL);
}
