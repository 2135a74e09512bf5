/* libs: base */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/date.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_shape(const struct date_set *set)
{
	assert(set->count > 0);
	for (size_t i = 0; i < set->count; i++) {
		assert(set->spans[i].first <= set->spans[i].last);
		assert(i == 0 || (int64_t)set->spans[i - 1].last + 1 < set->spans[i].first);
	}
}

static void
check_set(struct arena *a, struct str text)
{
	struct buf *once = buf_on(a), *twice = buf_on(a);
	struct date_set set, back;
	struct err e;

	if (date_read(a, text, &set, &e) != 0)
		return;
	check_shape(&set);
	date_write(once, &set);
	int status = date_read(a, buf_str(once), &back, &e);
	assert(status == 0 && back.count == set.count);
	assert(memcmp(back.spans, set.spans, set.count * sizeof(*set.spans)) == 0);
	assert(back.uncertain == set.uncertain && back.approximate == set.approximate);
	date_write(twice, &back);
	assert(str_eq(buf_str(once), buf_str(twice)));
}

/* Whatever can be read has spans in order, and is all that date_read can read of it. */
static void
check_edtf(struct arena *a, struct str text)
{
	struct edtf date;
	struct date_set set;
	struct date_span days;
	struct err e;

	if (edtf_read(a, text, &date, &e) != 0) {
		assert(date_read(a, text, &set, &e) != 0);
		return;
	}
	assert(date.count > 0);
	for (size_t i = 0; i < date.count; i++)
		assert(date.spans[i].first <= date.spans[i].last);
	if (date_of_span(edtf_hull(&date), &days))
		assert(days.first <= days.last || date.timed);
}

/* Sets of days, single days and moments that can be read are written as the same again. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct str text = {size == 0 ? "" : (const char *)data, size};
	char room[21];
	int32_t day;
	int64_t seconds;
	struct err e;

	check_set(a, text);
	check_edtf(a, text);
	if (date_day(text, &day, &e) == 0)
		assert(str_eq(date_of_day(day, room), text));
	if (date_moment(text, &seconds, &e) == 0)
		assert(str_eq(date_of_moment(seconds, room), text));
	arena_free(a);
	return 0;
}
