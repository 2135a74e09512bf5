#include "domain/person/person.h"
#include "face/cli/cli.h"
#include "face/cli/column.h"

/* --- All lists ------------------------------------------------------------------------------ */

static void
list_json(struct json *row, const struct person_list *l)
{
	json_set_str(row, STR("id"), l->id);
	json_set_str(row, STR("name"), l->name);
	json_set_str(row, STR("source"), l->source);
	json_set_str(row, STR("event"), l->event);
	json_set_int(row, STR("mentions"), l->lines);
	json_set_bool(row, STR("no_repeats"), l->sole);
	json_set_str(row, STR("at"), l->added_at);
	json_set_str(row, STR("by"), l->added_by);
	json_set_bool(row, STR("destroyed"), l->destroyed);
	json_set_bool(row, STR("undone"), l->undone);
	json_set_str(row, STR("why"), l->why);
	struct json *columns = json_set_array(row, STR("columns"));
	for (size_t k = 0; k < l->width; k++)
		json_push_str(columns, l->columns[k]);
}

static void
list_text(struct cli *c, const struct person_list *l, size_t width)
{
	if (l->destroyed) {
		column_pad(c->out, l->id, width + 2);
		cli_say(c, STR("cli.list.gone"));
		return;
	}
	column_pad(c->out, l->name, width + 2);
	buf_put(c->out,
	    message_text(c->a, c->lang, STR("cli.list.row"), cli_number(c, l->lines), l->source));
	if (l->event.n > 0)
		buf_fmt(c->out, "; %.*s",
		    STR_ARG(message_text(c->a, c->lang, STR("cli.list.event"), l->event)));
	if (l->sole)
		buf_fmt(c->out, "; %.*s",
		    STR_ARG(message_text(c->a, c->lang, STR("cli.list.no_repeats"))));
	if (l->undone)
		buf_fmt(c->out, "; %.*s",
		    STR_ARG(message_text(c->a, c->lang, STR("cli.list.undone"), l->why)));
	buf_putc(c->out, '\n');
}

int
cmd_list(struct cli *c, struct err *e)
{
	const struct person_reader reader = {archive_db(c->archive), c->a, {VIEWER_TEAM}, NULL};
	struct json *answer = json_object(c->a);
	struct json *rows = json_set_array(answer, STR("lists"));
	struct person_lists lists;
	size_t width = 0;

	if (person_list_all(&reader, &lists, e) != 0)
		return -1;
	for (size_t i = 0; i < lists.count; i++) {
		struct str name = lists.at[i].destroyed ? lists.at[i].id : lists.at[i].name;
		width = name.n > width ? name.n : width;
		list_json(json_push_object(rows), &lists.at[i]);
	}
	for (size_t i = 0; !c->json && i < lists.count; i++)
		list_text(c, &lists.at[i], width);
	if (c->json)
		cli_json(c, answer);
	else if (lists.count == 0)
		cli_say(c, STR("cli.list.none"));
	return 0;
}

/* --- One list ------------------------------------------------------------------------------- */

static void
mentions_json(struct cli *c, const struct person_list *l, const struct person_mentions *m)
{
	struct json *answer = json_object(c->a);

	list_json(answer, l);
	struct json *rows = json_set_array(answer, STR("rows"));
	for (size_t i = 0; i < m->count; i++) {
		struct json *row = json_push_object(rows);
		json_set_str(row, STR("mention"),
		    arena_fmt(c->a, "%.*s:%lld", STR_ARG(l->name), (long long)m->at[i].line));
		struct json *cells = json_set_array(row, STR("cells"));
		for (size_t k = 0; k < l->width; k++)
			json_push_str(cells, m->at[i].cells[k]);
	}
	cli_json(c, answer);
}

/* Cells that say something, with what their columns are called. */
static void
mention_text(struct cli *c, const struct person_list *l, const struct person_mention *m)
{
	struct str name = arena_fmt(c->a, "%.*s:%lld", STR_ARG(l->name), (long long)m->line);

	column_pad(c->out, name, l->name.n + 8);
	for (size_t k = 0, n = 0; k < l->width; k++) {
		if (m->cells[k].n == 0)
			continue;
		buf_fmt(c->out, "%s%.*s: %.*s", n++ > 0 ? "; " : "", STR_ARG(l->columns[k]),
		    STR_ARG(m->cells[k]));
	}
	buf_putc(c->out, '\n');
}

int
cmd_list_show(struct cli *c, struct err *e)
{
	const struct person_reader reader = {archive_db(c->archive), c->a, {VIEWER_TEAM}, NULL};
	struct person_list list;
	struct person_mentions mentions;

	if (person_list_find(&reader, c->args[0], &list, e) != 0 ||
	    person_mentions(&reader, &list, &mentions, e) != 0)
		return -1;
	if (c->json) {
		mentions_json(c, &list, &mentions);
		return 0;
	}
	list_text(c, &list, list.name.n);
	for (size_t i = 0; i < mentions.count; i++)
		mention_text(c, &list, &mentions.at[i]);
	return 0;
}
