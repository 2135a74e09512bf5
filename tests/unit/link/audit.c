/* What a sample of pairs says of a linkage: the whole truth when everything was looked at, and ends
 * that hold it when a part was. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/link/audit.h"
#include "engine/link/hash.h"

#define PEOPLE 200
#define EACH 2
#define ROWS ((size_t)PEOPLE * EACH)
#define WIDTH 3
#define EVERY_PAIR (ROWS * ROWS)

static const struct str names[WIDTH] = {STR_INIT("name"), STR_INIT("birth"), STR_INIT("town")};

/* Few names and days, so that namesakes are joined and slips keep people apart. */
static struct str *
rows_make(struct arena *a)
{
	static const char *const given[] = {
	    "Askar", "Bolat", "Daniyar", "Erlan", "Murat", "Nurlan"};
	static const char *const family[] = {
	    "Akhmetov", "Bekov", "Ibraev", "Kenzhebaev", "Omarov", "Sadykov", "Tulegenov"};
	struct str *cells = ARENA_ARRAY(a, struct str, ROWS * WIDTH);

	for (size_t p = 0; p < PEOPLE; p++) {
		uint64_t draw = hash_mix(p);
		for (size_t t = 0; t < EACH; t++) {
			struct str *row = cells + (p * EACH + t) * WIDTH;
			row[0] = arena_fmt(a, "%s %s", family[draw % LENGTH(family)],
			    given[(draw >> 8) % LENGTH(given)]);
			row[1] = t == 1 && draw >> 60 < 9
			    ? STR("")
			    : arena_fmt(a, "19%02u-%02u-%02u",
				  60 + (unsigned)(draw >> 16 & 0xFF) % 30,
				  1 + (unsigned)(draw >> 24 & 0xFF) % 12,
				  1 + (unsigned)(draw >> 32 & 0xFF) % 28);
			row[2] = arena_fmt(a, "Town%u", (unsigned)(draw >> 40 & 0xFF) % 40);
		}
	}
	return cells;
}

static struct audit_verdict
judged(struct arena *a, const struct link_result *r, size_t n)
{
	const struct audit_pair *pairs = audit_draw(a, r, &n);
	struct audit_label *labels = ARENA_ARRAY(a, struct audit_label, n);
	struct audit_verdict v;

	for (size_t i = 0; i < n; i++) {
		assert_true(pairs[i].x < pairs[i].y && pairs[i].y < ROWS);
		bool same = pairs[i].x / EACH == pairs[i].y / EACH;
		labels[i] = (struct audit_label){pairs[i], same ? AUDIT_SAME : AUDIT_DIFFERENT};
	}
	audit_judge(r, labels, n, &v);
	return v;
}

static void
ends_hold_what_all_pairs_say(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	const struct link_list list = {
	    .names = names, .cells = rows_make(a), .width = WIDTH, .rows = ROWS};
	const struct link_question q = {.lists = &list, .n_lists = 1};
	struct link_result r;
	struct err e = {0};
	size_t joined = 0, right = 0;

	assert_int_equal(link_rows(a, &q, &r, &e), 0);
	for (size_t x = 0; x < ROWS; x++)
		for (size_t y = x + 1; y < ROWS; y++)
			if (r.cluster[x] == r.cluster[y]) {
				joined++;
				right += x / EACH == y / EACH;
			}
	/* Where names are few, EM finds nothing; what is found without it is more than half.
	 */
	if (right < PEOPLE / 2 || right == joined)
		fail_msg("%zu of %zu joined pairs are right", right, joined);
	struct audit_verdict all = judged(a, &r, EVERY_PAIR), some = judged(a, &r, 120);
	double truth = (double)right / (double)joined;
	assert_true(all.precision.point > truth - 1e-9 && all.precision.point < truth + 1e-9);
	assert_true(all.precision.high - all.precision.low < 1e-9);
	assert_true(all.recall.high - all.recall.low < 1e-9 && all.recall.point < 1);
	assert_true(some.precision.low <= truth && truth <= some.precision.high);
	assert_true(some.recall.low <= all.recall.point && all.recall.point <= some.recall.high);
	assert_true(some.precision.high - some.precision.low > 0.01);
	arena_free(a);
}

static void
what_nobody_looked_at_is_not_known(void **state)
{
	(void)state;
	struct arena *a = arena_new();
	const struct link_list list = {
	    .names = names, .cells = rows_make(a), .width = WIDTH, .rows = ROWS};
	const struct link_question q = {.lists = &list, .n_lists = 1};
	struct link_result r;
	struct audit_verdict v;
	struct err e = {0};

	assert_int_equal(link_rows(a, &q, &r, &e), 0);
	audit_judge(&r, NULL, 0, &v);
	assert_true(v.precision.point != v.precision.point && v.recall.point != v.recall.point);
	assert_true(v.precision.low == 0 && v.recall.high == 1);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(ends_hold_what_all_pairs_say),
	    cmocka_unit_test(what_nobody_looked_at_is_not_known),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
