#include "domain/person/person.h"
#include "engine/link/total.h"
#include "face/cli/cli.h"
#include "face/cli/opening.h"
#include "face/cli/table_file.h"
#include "kit/os/file.h"

#define TABLE_BYTES (256 << 20)

static int
draft_of(struct cli *c, struct person_list_draft *out, struct err *e)
{
	struct str title = STR(""), bytes;

	if (cli_needs(c, OPTION_NAME, e) != 0 || cli_text_of(c, OPTION_TITLE, &title, e) != 0 ||
	    file_read_all(c->a, c->args[0], TABLE_BYTES, &bytes, e) != 0)
		return -1;
	*out = (struct person_list_draft){
	    .path = c->args[0],
	    .bytes = bytes,
	    .name = option_of(&c->line, OPTION_NAME),
	    .event = option_of(&c->line, OPTION_EVENT),
	    .source = option_of(&c->line, OPTION_SOURCE),
	    .title = title,
	    .sole = option_has(&c->line, OPTION_NO_REPEATS),
	};
	return 0;
}

/* Says which rows are no mentions but totals: notes, and "totals" of an answer where that is not
 * NULL. */
static void
totals_say(struct cli *c, const struct csv *table, struct json *answer)
{
	struct json *rows = answer == NULL ? NULL : json_set_array(answer, STR("totals"));

	for (size_t r = 0; r < table->count; r++) {
		struct str said = total_of_row(table, r);
		if (said.n == 0)
			continue;
		cli_note(c, STR("cli.list.total"), STR_INT((int64_t)table->rows[r].line),
		    c->args[0], said);
		if (rows == NULL)
			continue;
		struct json *row = json_push_object(rows);
		json_set_int(row, STR("line"), (int64_t)table->rows[r].line);
		json_set_str(row, STR("text"), said);
	}
}

/* Says which other lists that stand hold the same file: a note, and "same" of an answer where that
 * is not NULL. */
static int
same_say(struct cli *c, const struct person_list *list, struct json *answer, struct err *e)
{
	const struct person_reader reader = {archive_db(c->archive), c->a, {VIEWER_TEAM}, NULL};
	struct json *same = answer == NULL ? NULL : json_set_array(answer, STR("same"));
	struct buf *names = buf_on(c->a);
	struct person_lists all;

	if (person_list_all(&reader, &all, e) != 0)
		return -1;
	for (size_t i = 0; i < all.count; i++) {
		const struct person_list *l = &all.at[i];
		if (l->undone || l->destroyed || str_eq(l->id, list->id) ||
		    !str_eq(l->content, list->content))
			continue;
		buf_fmt(names, "%s%.*s", names->n > 0 ? ", " : "", STR_ARG(l->name));
		if (same != NULL)
			json_push_str(same, l->name);
	}
	if (names->n > 0)
		cli_note(c, STR("cli.list.same_file"), list->name, buf_str(names));
	return 0;
}

int
cmd_list_add(struct cli *c, struct err *e)
{
	struct archive_stamp stamp = opening_stamp(c);
	struct person_list_draft draft;
	struct person_list list;
	struct vocab vocab;
	const struct person_writer writer = {c->archive, c->a, &vocab, &stamp, NULL};
	struct csv table;
	bool fresh;

	if (draft_of(c, &draft, e) != 0 ||
	    table_file_read(c, c->a, draft.path, TABLE_BYTES, &table, e) != 0 ||
	    vocab_load(archive_db(c->archive), c->a, &vocab, e) != 0 ||
	    person_list_add(&writer, &draft, &table, &list, &fresh, e) != 0)
		return -1;
	if (table_file_header_note(c, draft.path, &table) && fresh)
		cli_note(c, STR("cli.list.header"), list.name);
	table_file_several_note(c, draft.path, &table);
	if (c->json) {
		struct json *answer = json_object(c->a);
		json_set_str(answer, STR("id"), list.id);
		json_set_str(answer, STR("name"), list.name);
		json_set_str(answer, STR("source"), list.source);
		json_set_int(answer, STR("mentions"), list.lines);
		json_set_bool(answer, STR("fresh"), fresh);
		totals_say(c, &table, answer);
		if (same_say(c, &list, answer, e) != 0)
			return -1;
		cli_json(c, answer);
		return 0;
	}
	totals_say(c, &table, NULL);
	if (same_say(c, &list, NULL, e) != 0)
		return -1;
	cli_say(c, fresh ? STR("cli.list.added") : STR("cli.list.unchanged"),
	    cli_number(c, list.lines), list.name);
	if (fresh)
		cli_say(c, STR("cli.list.next"));
	return 0;
}
