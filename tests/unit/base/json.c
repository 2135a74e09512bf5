/* JSON: the canonical form of RFC 8785, and everything that is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/json.h"

static const struct json *
read_ok(struct arena *a, struct str text)
{
	struct json *v = NULL;
	struct err e;

	if (json_read(a, text, &v, &e) != 0)
		fail_msg("%s at %s:%s: %.*s", e.key, e.arg[0], e.arg[1], STR_ARG(text));
	return v;
}

static const char *
written(struct arena *a, const struct json *v)
{
	struct buf *b = buf_on(a);
	json_write(b, v);
	return b->p;
}

static void
texts_come_back_in_canonical_form(void **state)
{
	(void)state;
	static const struct {
		struct str text;
		const char *canonical;
	} rows[] = {
	    {STR_INIT("null"), "null"},
	    {STR_INIT(" [ ] "), "[]"},
	    {STR_INIT("{ }"), "{}"},
	    {STR_INIT("\t[1 , -1,\r\n0]\n"), "[1,-1,0]"},
	    {STR_INIT("9007199254740991"), "9007199254740991"},
	    {STR_INIT("-9007199254740991"), "-9007199254740991"},
	    /* RFC 8785, 3.2.2: the string and the literals of its example */
	    {STR_INIT("{\"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\","
		      "\"literals\": [null, true, false]}"),
		"{\"literals\":[null,true,false],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}"},
	    /* RFC 8785, 3.2.2.2: all that has an escape, all that has none */
	    {STR_INIT("\"\\b\\t\\n\\f\\r\\u001f\\u007f\\u2028</script>\""),
		"\"\\b\\t\\n\\f\\r\\u001f\x7F\xE2\x80\xA8</script>\""},
	    {STR_INIT("\"\\u0001\\u0008\\u0009\\u000A\\u000C\\u000D\""),
		"\"\\u0001\\b\\t\\n\\f\\r\""},
	    /* RFC 8785, 3.2.3: the smiley of its sorting example, as a value */
	    {STR_INIT("\"\\uD83D\\ude00\\ufb33\\u00f6\""), "\"😀\xEF\xAC\xB3ö\""},
	    {STR_INIT("{\"b\":1,\"a\":2,\"aa\":3,\"_\":4,\"1\":5,\"10\":6}"),
		"{\"1\":5,\"10\":6,\"_\":4,\"a\":2,\"aa\":3,\"b\":1}"},
	    {STR_INIT("{\"\\u0061\":1}"), "{\"a\":1}"},
	    {STR_INIT("\"\\u0000\""), "\"\\u0000\""},
	    {STR_INIT("{\"words\":\"не менее 400 человек\",\"high\":null,\"low\":400}"),
		"{\"high\":null,\"low\":400,\"words\":\"не менее 400 человек\"}"},
	};
	struct arena *a = arena_new();

	for (size_t i = 0; i < LENGTH(rows); i++)
		assert_string_equal(written(a, read_ok(a, rows[i].text)), rows[i].canonical);
	arena_free(a);
}

/* What is no JSON of ours, and where reading it ends. */
static const struct {
	struct str text;
	const char *key, *line, *column;
} refused[] = {
    {STR_INIT(""), "json.end", "1", "1"},
    {STR_INIT("  "), "json.end", "1", "3"},
    {STR_INIT("{\"a\":"), "json.end", "1", "6"},
    {STR_INIT("[1,"), "json.end", "1", "4"},
    {STR_INIT("\"words"), "json.end", "1", "7"},
    {STR_INIT("{\"a\":1,\n \"b\":2\n \"c\":3}"), "json.syntax", "3", "2"},
    {STR_INIT("[1,]"), "json.syntax", "1", "4"},
    {STR_INIT("{\"a\":1,}"), "json.syntax", "1", "8"},
    {STR_INIT("{a:1}"), "json.syntax", "1", "2"},
    {STR_INIT("['a']"), "json.syntax", "1", "2"},
    {STR_INIT("[1}"), "json.syntax", "1", "3"},
    {STR_INIT("nul"), "json.syntax", "1", "1"},
    {STR_INIT("True"), "json.syntax", "1", "1"},
    {STR_INIT("NaN"), "json.syntax", "1", "1"},
    {STR_INIT("+1"), "json.syntax", "1", "1"},
    {STR_INIT(".5"), "json.syntax", "1", "1"},
    {STR_INIT("1\0"), "json.after", "1", "2"},
    {STR_INIT("\xEF\xBB\xBF{}"), "json.syntax", "1", "1"},
    {STR_INIT("{} {}"), "json.after", "1", "4"},
    {STR_INIT("nullnull"), "json.after", "1", "5"},
    {STR_INIT("1.0"), "json.number", "1", "1"},
    {STR_INIT("1e3"), "json.number", "1", "1"},
    {STR_INIT("[01]"), "json.number", "1", "2"},
    {STR_INIT("-0"), "json.number", "1", "1"},
    {STR_INIT("-"), "json.number", "1", "1"},
    {STR_INIT("9007199254740992"), "json.number", "1", "1"},
    {STR_INIT("-9007199254740992"), "json.number", "1", "1"},
    {STR_INIT("100000000000000000000000"), "json.number", "1", "1"},
    {STR_INIT("18446744073709551617"), "json.number", "1", "1"}, /* 2^64 + 1 */
    {STR_INIT("{\"Key\":1}"), "json.key", "1", "2"},
    {STR_INIT("{\"a-b\":1}"), "json.key", "1", "2"},
    {STR_INIT("{\"\":1}"), "json.key", "1", "2"},
    {STR_INIT("{\"@\":1}"), "json.key", "1", "2"},
    {STR_INIT("{\"a@\":1}"), "json.key", "1", "2"},
    {STR_INIT("{\"ключ\":1}"), "json.key", "1", "2"},
    {STR_INIT("{\"a\":1,\"a\":2}"), "json.duplicate", "1", "9"},
    {STR_INIT("{\"b\":1,\"a\":2,\"c\":3,\"\\u0062\":4}"), "json.duplicate", NULL, NULL},
    {STR_INIT("\"\\x41\""), "json.escape", "1", "2"},
    {STR_INIT("\"\\u12G4\""), "json.escape", "1", "2"},
    {STR_INIT("\"\\u12"), "json.escape", "1", "2"},
    {STR_INIT("\"\\"), "json.escape", "1", "2"},
    {STR_INIT("\"\\ud83d\""), "json.escape", "1", "2"},
    {STR_INIT("\"\\ud83d\\u0041\""), "json.escape", "1", "2"},
    {STR_INIT("\"\\ude00\\ud83d\""), "json.escape", "1", "2"},
    {STR_INIT("\"a\nb\""), "json.control", "1", "3"},
    {STR_INIT("\"a\0b\""), "json.control", "1", "3"},
    {STR_INIT("[\n\"\xFF\"]"), "json.utf8", "2", "2"},
    {STR_INIT("\"\xED\xA0\xBD\""), "json.utf8", "1", "2"},
};

static void
texts_outside_the_subset_are_refused_where_they_go_wrong(void **state)
{
	(void)state;
	struct arena *a = arena_new();

	for (size_t i = 0; i < LENGTH(refused); i++) {
		struct json *v = NULL;
		struct err e;
		if (json_read(a, refused[i].text, &v, &e) == 0)
			fail_msg("row %zu was read", i);
		assert_string_equal(e.key, refused[i].key);
		assert_int_equal(e.code, ERR_INPUT);
		assert_null(v);
		if (refused[i].line != NULL) {
			assert_string_equal(e.arg[0], refused[i].line);
			assert_string_equal(e.arg[1], refused[i].column);
		}
	}
	arena_free(a);
}

static void
what_is_nested_too_deep_is_refused(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct buf *b = buf_on(a);
	struct json *v;
	struct err e;

	for (int i = 0; i < JSON_DEPTH; i++)
		buf_putc(b, '[');
	for (int i = 0; i < JSON_DEPTH; i++)
		buf_putc(b, ']');
	read_ok(a, buf_str(b));
	buf_cut(b, JSON_DEPTH);
	buf_put(b, STR("{}"));
	assert_int_equal(json_read(a, buf_str(b), &v, &e), -1);
	assert_string_equal(e.key, "json.depth");
	assert_int_equal(e.code, ERR_LIMIT);
	arena_free(a);
}

static void
keys_of_64_bytes_pass_and_longer_ones_do_not(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct buf *b = buf_on(a);
	struct json *v;
	struct err e;

	buf_put(b, STR("{\""));
	for (int i = 0; i < JSON_KEY_BYTES; i++)
		buf_putc(b, 'k');
	size_t full = b->n;
	buf_put(b, STR("\":1}"));
	read_ok(a, buf_str(b));
	buf_cut(b, full);
	buf_put(b, STR("k\":1}"));
	assert_int_equal(json_read(a, buf_str(b), &v, &e), -1);
	assert_string_equal(e.key, "json.key");
	arena_free(a);
}

static void
what_was_read_outlives_its_text(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	char text[] = "{\"words\":\"at least 700 people\",\"x\":\"\\u0041\"}";
	const struct json *v = read_ok(a, str_of(text));

	memset(text, '#', sizeof(text));
	assert_string_equal(written(a, v), "{\"words\":\"at least 700 people\",\"x\":\"A\"}");
	arena_free(a);
}

static struct json *
floors_of_9_june(struct arena *a)
{
	struct json *scope = json_object(a);
	struct json *floors = json_set_array(scope, STR("floors"));
	struct json *state = json_push_object(floors);

	json_set_str(state, STR("believe"), STR("state"));
	json_set_int(state, STR("low"), 450);
	json_push_str(json_set_array(state, STR("basis")), STR("c07"));
	json_set_array(state, STR("assumes"));
	json_set_null(scope, STR("high"));
	json_set_bool(scope, STR("disputed"), false);
	json_set_object(scope, STR("empty"));
	return scope;
}

static void
what_was_built_is_written_in_both_forms(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct json *scope = floors_of_9_june(a);
	struct buf *b = buf_on(a);

	assert_string_equal(written(a, scope),
	    "{\"disputed\":false,\"empty\":{},\"floors\":[{\"assumes\":[],\"basis\":[\"c07\"],"
	    "\"believe\":\"state\",\"low\":450}],\"high\":null}");
	json_write_pretty(b, scope);
	assert_string_equal(b->p,
	    "{\n"
	    "  \"floors\": [\n"
	    "    {\n"
	    "      \"believe\": \"state\",\n"
	    "      \"low\": 450,\n"
	    "      \"basis\": [\n"
	    "        \"c07\"\n"
	    "      ],\n"
	    "      \"assumes\": []\n"
	    "    }\n"
	    "  ],\n"
	    "  \"high\": null,\n"
	    "  \"disputed\": false,\n"
	    "  \"empty\": {}\n"
	    "}\n");
	arena_free(a);
}

static void
members_are_asked_for_by_key_and_type(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	const struct json *o = read_ok(a,
	    STR("{\"low\":450,\"unit\":\"persons\",\"disputed\":true,\"basis\":[1,2],"
		"\"scope\":{\"low\":1},\"high\":null}"));
	const struct json *child = NULL;
	struct str unit = STR("-");
	int64_t low = -1;
	bool disputed = false;
	struct err e;

	assert_int_equal(json_need_int(o, STR("low"), &low, &e), 0);
	assert_true(low == 450);
	assert_int_equal(json_need_str(o, STR("unit"), &unit, &e), 0);
	assert_true(str_eq(unit, STR("persons")));
	assert_int_equal(json_need_bool(o, STR("disputed"), &disputed, &e), 0);
	assert_true(disputed);
	assert_int_equal(json_need_array(o, STR("basis"), &child, &e), 0);
	assert_int_equal(child->count, 2);
	assert_true(child->first->next->integer == 2 && child->first->next->next == NULL);
	assert_int_equal(json_need_object(o, STR("scope"), &child, &e), 0);
	assert_non_null(json_get(child, STR("low")));
	assert_null(json_get(child, STR("high")));
	assert_null(json_get(json_get(o, STR("low")), STR("low")));
	arena_free(a);
}

static void
a_member_that_is_missing_or_of_another_type_is_named(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	const struct json *o = read_ok(a, STR("{\"low\":\"450\",\"unit\":5,\"high\":null}"));
	const struct json *child = o;
	struct str unit = STR("-");
	int64_t low = -1;
	bool yes = true;
	struct err e;

	assert_int_equal(json_need_int(o, STR("place"), &low, &e), -1);
	assert_string_equal(e.key, "json.missing");
	assert_string_equal(e.arg[0], "place");
	assert_int_equal(json_need_int(o, STR("low"), &low, &e), -1);
	assert_string_equal(e.key, "json.need_int");
	assert_int_equal(json_need_str(o, STR("unit"), &unit, &e), -1);
	assert_string_equal(e.key, "json.need_str");
	assert_int_equal(json_need_bool(o, STR("unit"), &yes, &e), -1);
	assert_string_equal(e.key, "json.need_bool");
	assert_int_equal(json_need_array(o, STR("unit"), &child, &e), -1);
	assert_string_equal(e.key, "json.need_array");
	assert_int_equal(json_need_object(o, STR("high"), &child, &e), -1);
	assert_string_equal(e.key, "json.need_object");

	assert_int_equal(json_opt_int(o, STR("high"), &low, &e), 0);
	assert_int_equal(json_opt_str(o, STR("place"), &unit, &e), 0);
	assert_int_equal(json_opt_bool(o, STR("place"), &yes, &e), 0);
	assert_int_equal(json_opt_array(o, STR("place"), &child, &e), 0);
	assert_int_equal(json_opt_int(o, STR("low"), &low, &e), -1);
	assert_string_equal(e.key, "json.need_int");
	assert_true(low == -1 && yes && child == o && str_eq(unit, STR("-")));
	arena_free(a);
}

static void
an_object_of_100000_members_is_sorted_and_its_double_found(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	struct json *o = json_object(a), *v;
	struct buf *b = buf_on(a), *again = buf_on(a);
	struct err e;

	for (int64_t i = 0; i < 100000; i++)
		json_set_int(o, arena_fmt(a, "k%05d", (int)(i * 7919 % 100000)), i);
	json_write(b, o);
	assert_true(str_starts(buf_str(b), STR("{\"k00000\":0,\"k00001\":")));
	json_write(again, read_ok(a, buf_str(b)));
	assert_true(str_eq(buf_str(b), buf_str(again)));
	buf_cut(b, b->n - 1);
	buf_put(b, STR(",\"k50000\":1}"));
	assert_int_equal(json_read(a, buf_str(b), &v, &e), -1);
	assert_string_equal(e.key, "json.duplicate");
	assert_string_equal(e.arg[2], "k50000");
	arena_free(a);
}

static uint32_t
next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static struct json *
random_scalar(struct arena *a, uint32_t *seed)
{
	static const struct str pieces[] = {STR_INIT("\""), STR_INIT("\\"), STR_INIT("\n"),
	    STR_INIT("\x01"), STR_INIT("ж"), STR_INIT("😀"), STR_INIT("people"), STR_INIT("\0")};

	switch (next_random(seed) % 4) {
	case 0:
		return json_null(a);
	case 1:
		return json_bool(a, next_random(seed) % 2 == 0);
	case 2:
		return json_int(a, ((int64_t)next_random(seed) << 29) * (1 - (int)(*seed % 3)));
	default:
		break;
	}
	struct buf *b = buf_on(a);
	while (next_random(seed) % 6 != 0)
		buf_put(b, pieces[next_random(seed) % LENGTH(pieces)]);
	return json_str(a, buf_str(b));
}

static struct json *
random_tree(struct arena *a, uint32_t *seed, int depth)
{
	uint32_t kind = next_random(seed) % 3;

	if (depth == 0 || kind == 0)
		return random_scalar(a, seed);
	struct json *v = kind == 1 ? json_array(a) : json_object(a);
	/* 37 keys in an order of their own, each once; more than the writer's small table holds. */
	uint32_t count = next_random(seed) % 37, start = next_random(seed) % 37;
	for (uint32_t i = 0; i < count % (depth == 4 ? 37 : 5); i++) {
		struct json *child = random_tree(a, seed, depth - 1);
		if (kind == 1)
			json_push(v, child);
		else
			json_set(v, arena_fmt(a, "k%u", (start + i * 11) % 37), child);
	}
	return v;
}

static void
a_tree_that_was_written_is_read_back_the_same(void **state)
{
	(void)state;
	uint32_t seed = 8785;

	for (int round = 0; round < 3000; round++) {
		struct arena *a = arena_new();
		struct json *tree = random_tree(a, &seed, 4);
		struct buf *pretty = buf_on(a), *again = buf_on(a);
		const char *canonical = written(a, tree);
		const struct json *back = read_ok(a, str_of(canonical));

		assert_string_equal(written(a, back), canonical);
		json_write_pretty(pretty, tree);
		json_write_pretty(again, read_ok(a, buf_str(pretty)));
		assert_string_equal(again->p, pretty->p);
		assert_string_equal(written(a, read_ok(a, buf_str(pretty))), canonical);
		arena_free(a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(texts_come_back_in_canonical_form),
	    cmocka_unit_test(texts_outside_the_subset_are_refused_where_they_go_wrong),
	    cmocka_unit_test(what_is_nested_too_deep_is_refused),
	    cmocka_unit_test(keys_of_64_bytes_pass_and_longer_ones_do_not),
	    cmocka_unit_test(what_was_read_outlives_its_text),
	    cmocka_unit_test(what_was_built_is_written_in_both_forms),
	    cmocka_unit_test(members_are_asked_for_by_key_and_type),
	    cmocka_unit_test(a_member_that_is_missing_or_of_another_type_is_named),
	    cmocka_unit_test(an_object_of_100000_members_is_sorted_and_its_double_found),
	    cmocka_unit_test(a_tree_that_was_written_is_read_back_the_same),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
