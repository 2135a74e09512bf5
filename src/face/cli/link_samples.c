#include "face/cli/link_samples.h"

#include <stdlib.h>

#include "base/csv.h"
#include "face/cli/progress.h"
#include "kit/os/file.h"

/* The file's name without its folder and ".csv"; two lists of one name are told apart by their
 * places. */
static struct str
list_title(struct cli *c, size_t at)
{
	struct str name = c->args[at];
	size_t start = name.n;
	bool twice = false;

	while (start > 0 && name.p[start - 1] != '/')
		start--;
	name = str_sub(name, start, name.n);
	if (str_ends(name, STR(".csv")))
		name.n -= 4;
	for (size_t i = 0; i < c->arg_count; i++)
		twice = twice ||
		    (i != at && str_ends(c->args[i], str_sub(c->args[at], start, c->args[at].n)));
	return twice ? arena_fmt(c->a, "%.*s_%zu", STR_ARG(name), at + 1) : name;
}

static int
by_number(const void *x, const void *y)
{
	uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;

	return a < b ? -1 : a > b;
}

static int
by_count(const void *x, const void *y)
{
	size_t a = *(const size_t *)x, b = *(const size_t *)y;

	return a < b ? -1 : a > b;
}

static void
overlap_row(struct buf *out, size_t lists, uint32_t set, size_t people)
{
	for (size_t i = 0; i < lists; i++)
		buf_fmt(out, "%u,", set >> i & 1);
	buf_fmt(out, "%zu\n", people);
}

/* The table of one partition of count people. */
static struct str
overlap_table(struct cli *c, struct arena *a, const struct link_list *lists,
    const uint32_t *cluster, size_t count)
{
	uint32_t *sets = ARENA_ARRAY(a, uint32_t, count);
	struct buf *out = buf_on(a);

	for (size_t i = 0, row = 0; i < c->arg_count; i++)
		for (size_t r = 0; r < lists[i].rows; r++, row++)
			sets[cluster[row]] |= UINT32_C(1) << i;
	qsort(sets, count, sizeof(*sets), by_number);
	for (size_t i = 0; i < c->arg_count; i++) {
		csv_put_field(out, list_title(c, i));
		buf_putc(out, ',');
	}
	buf_put(out, STR("count\n"));
	for (size_t first = 0, end; first < count; first = end) {
		for (end = first + 1; end < count && sets[end] == sets[first];)
			end++;
		overlap_row(out, c->arg_count, sets[first], end - first);
	}
	return buf_str(out);
}

struct str
link_samples_path(struct arena *a, struct str folder, size_t number)
{
	return file_join(a, folder, arena_fmt(a, "sample-%03zu.csv", number));
}

int
link_samples_write(struct cli *c, struct str folder, const struct link_list *lists,
    const struct link_result *result, struct link_samples_range *out, struct err *e)
{
	size_t counts[LINK_SAMPLES];
	uint32_t *cluster = ARENA_ARRAY(c->a, uint32_t, result->rows);

	if (c->arg_count > LINK_SAMPLES_LISTS)
		return err_fail(e, ERR_LIMIT, STR("cli.link.lists"), STR_INT(LINK_SAMPLES_LISTS));
	if (file_folder_make(folder, e) != 0)
		return -1;
	struct progress progress = progress_begin(c);
	for (size_t n = 0; n < LINK_SAMPLES; n++) {
		progress_tick(&progress, n, LINK_SAMPLES);
		struct arena *a = arena_new();
		counts[n] = link_sample(result, n + 1, cluster);
		struct str table = overlap_table(c, a, lists, cluster, counts[n]);
		struct str path = link_samples_path(a, folder, n + 1);
		int written = file_write_atomic(path, table.p, table.n, 0600, e);
		arena_free(a);
		if (written != 0)
			return -1;
	}
	progress_end(&progress);
	qsort(counts, LINK_SAMPLES, sizeof(*counts), by_count);
	*out = (struct link_samples_range){
	    counts[LINK_SAMPLES / 40], counts[LINK_SAMPLES - 1 - LINK_SAMPLES / 40]};
	return 0;
}
