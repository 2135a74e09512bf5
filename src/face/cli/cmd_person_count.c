#include "base/csv.h"
#include "domain/person/person.h"
#include "face/cli/cli.h"
#include "face/cli/link_samples.h"
#include "kit/os/file.h"

/* --- Which lists they are on ------------------------------------------------------------------ */

/* Columns of 0 and 1 for the lists, then how many: what guvoh estimate reads. What is hidden is
 * empty. */
static void
overlaps_csv(struct buf *out, const struct person_count *n)
{
	for (size_t i = 0; i < n->n_lists; i++) {
		csv_put_field(out, n->lists[i]);
		buf_putc(out, ',');
	}
	buf_put(out, STR("count\n"));
	for (size_t i = 0; i < n->n_cells; i++) {
		const struct person_cell *cell = &n->cells[i];
		for (size_t k = 0; k < n->n_lists; k++)
			buf_fmt(out, "%u,", cell->set >> k & 1);
		if (!cell->hidden)
			buf_fmt(out, "%zu", cell->people);
		buf_putc(out, '\n');
	}
}

/* Notes what a table of numbers has no room for. */
static void
overlaps_put(struct cli *c, const struct person_count *n)
{
	overlaps_csv(c->out, n);
	for (size_t i = 0; i < n->n_apart; i++)
		cli_note(c, STR("cli.person.apart"), n->apart[i]);
	if (n->stale)
		cli_note(c, STR("cli.person.stale"));
}

static void
people_json(struct json *o, const struct person_cell *cell)
{
	if (cell->hidden)
		json_set_null(o, STR("people"));
	else
		json_set_int(o, STR("people"), (int64_t)cell->people);
}

static void
overlaps_json(struct json *answer, const struct person_count *n)
{
	struct json *rows = json_set_array(answer, STR("overlaps"));

	for (size_t i = 0; i < n->n_cells; i++) {
		struct json *row = json_push_object(rows);
		struct json *lists = json_set_array(row, STR("lists"));
		for (size_t k = 0; k < n->n_lists; k++)
			if (n->cells[i].set >> k & 1)
				json_push_str(lists, n->lists[k]);
		people_json(row, &n->cells[i]);
	}
}

/* --- The same, drawn by chance -----------------------------------------------------------------
 */

/* Tables of FOLDER for guvoh estimate --replicates: what the linkage doubts is in how they differ.
 */
static int
samples_write(struct cli *c, struct str folder, struct err *e)
{
	const struct person_reader reader = {archive_db(c->archive), c->a, {VIEWER_TEAM}, NULL};
	struct person_review *review;

	if (person_review_open(&reader, c->args[0], &review, e) != 0 ||
	    file_folder_make(folder, e) != 0)
		return -1;
	for (size_t i = 0; i < LINK_SAMPLES; i++) {
		struct buf *table = buf_on(c->a);
		struct person_count sample;
		if (person_review_sample(review, i + 1, &sample, e) != 0)
			return -1;
		overlaps_csv(table, &sample);
		struct str path = link_samples_path(c->a, folder, i + 1);
		if (file_write_atomic(path, table->p, table->n, 0600, e) != 0)
			return -1;
	}
	if (!c->json) {
		cli_say(c, STR("cli.person.samples"), STR_INT(LINK_SAMPLES), folder);
		return 0;
	}
	struct json *answer = json_object(c->a);
	json_set_str(answer, STR("folder"), folder);
	json_set_int(answer, STR("samples"), LINK_SAMPLES);
	cli_json(c, answer);
	return 0;
}

/* --- How many --------------------------------------------------------------------------------- */

static void
count_text(struct cli *c, const struct person_count *n)
{
	if (n->hidden) {
		cli_say(c, STR("cli.person.few"), STR_INT(PERSON_CELL));
		return;
	}
	cli_say(c, STR("cli.person.count"), cli_number(c, n->persons), cli_number(c, n->least),
	    cli_number(c, n->most));
	for (size_t i = 0; i < n->n_lists; i++) {
		const struct person_cell *cell = &n->by_lists[i];
		if (cell->hidden)
			cli_say(c, STR("cli.person.on_hidden"), STR_INT((int64_t)cell->set));
		else if (cell->people > 0)
			cli_say(c, STR("cli.person.on"), STR_INT((int64_t)cell->set),
			    cli_number(c, (int64_t)cell->people));
	}
	for (size_t i = 0; i < n->n_apart; i++)
		cli_say(c, STR("cli.person.apart"), n->apart[i]);
	if (n->stale)
		cli_say(c, STR("cli.person.stale"));
}

static void
count_json(struct cli *c, const struct person_count *n)
{
	struct json *answer = json_object(c->a);

	json_set_str(answer, STR("event"), c->args[0]);
	json_set_str(answer, STR("linkage"), n->linkage.id);
	json_set_bool(answer, STR("stale"), n->stale);
	json_set_bool(answer, STR("hidden"), n->hidden);
	struct json *apart = json_set_array(answer, STR("apart"));
	for (size_t i = 0; i < n->n_apart; i++)
		json_push_str(apart, n->apart[i]);
	if (!n->hidden) {
		json_set_int(answer, STR("persons"), n->persons);
		json_set_int(answer, STR("least"), n->least);
		json_set_int(answer, STR("most"), n->most);
		struct json *by_lists = json_set_array(answer, STR("by_lists"));
		for (size_t i = 0; i < n->n_lists; i++) {
			struct json *row = json_push_object(by_lists);
			json_set_int(row, STR("lists"), (int64_t)n->by_lists[i].set);
			people_json(row, &n->by_lists[i]);
		}
		overlaps_json(answer, n);
	}
	cli_json(c, answer);
}

int
cmd_person_count(struct cli *c, struct err *e)
{
	bool everybody = option_has(&c->line, OPTION_PUBLIC);
	const struct person_reader reader = {
	    archive_db(c->archive), c->a, {everybody ? VIEWER_PUBLIC : VIEWER_TEAM}, NULL};
	struct person_count count;

	if (option_has(&c->line, OPTION_SAMPLES))
		return samples_write(c, option_of(&c->line, OPTION_SAMPLES), e);
	if (person_count(&reader, c->args[0], &count, e) != 0)
		return -1;
	if (c->json)
		count_json(c, &count);
	else if (option_has(&c->line, OPTION_OVERLAPS) && !count.hidden)
		overlaps_put(c, &count);
	else
		count_text(c, &count);
	return 0;
}
