#include "domain/person/person.h"
#include "face/cli/cli.h"
#include "face/cli/column.h"
#include "face/cli/link_map.h"
#include "face/cli/link_view.h"
#include "face/cli/opening.h"
#include "face/say/why.h"
#include "kit/os/crew.h"

/* COLUMN=KIND; COLUMN= is as it looks. */
static int
maps_read(struct cli *c, struct person_map *maps, struct err *e)
{
	for (size_t i = 1; i < c->arg_count; i++) {
		struct str text = c->args[i];
		struct link_said said = {.kind = LINK_KIND_COUNT};
		if (str_ends(text, STR("=")))
			said.name = str_sub(text, 0, text.n - 1);
		else if (link_map_word(c, text, &said, e) != 0)
			return -1;
		maps[i - 1] = (struct person_map){said.name, said.kind};
	}
	return 0;
}

/* What each column holds, and who says so. */
static void
columns_json(
    struct cli *c, const struct person_list *list, const struct link_column *at, bool fresh)
{
	struct json *answer = json_object(c->a);

	json_set_str(answer, STR("id"), list->id);
	json_set_str(answer, STR("list"), list->name);
	json_set_bool(answer, STR("fresh"), fresh);
	struct json *columns = json_set_array(answer, STR("columns"));
	for (size_t k = 0; k < list->width; k++) {
		struct json *row = json_push_object(columns);
		json_set_str(row, STR("column"), list->columns[k]);
		json_set_str(row, STR("kind"), link_kind_word(at[k].kind));
		json_set_bool(row, STR("said"), list->kinds[k] != LINK_KIND_COUNT);
		link_view_remarks_json(row, &at[k]);
	}
	cli_json(c, answer);
}

static void
columns_text(struct cli *c, const struct person_list *list, const struct link_column *at)
{
	for (size_t k = 0; k < list->width; k++) {
		bool said = list->kinds[k] != LINK_KIND_COUNT;
		column_pad(c->out, list->columns[k], 24);
		buf_putc(c->out, ' ');
		column_pad(c->out, link_kind_word(at[k].kind), 12);
		buf_fmt(c->out, "%.*s", STR_ARG(why_kind(c->a, c->lang, at[k].kind)));
		if (said)
			buf_fmt(c->out, " (%.*s)",
			    STR_ARG(message_text(c->a, c->lang, STR("cli.list.said"))));
		link_view_remarks(c, &at[k]);
		buf_putc(c->out, '\n');
	}
}

int
cmd_list_map(struct cli *c, struct err *e)
{
	const struct person_reader reader = {archive_db(c->archive), c->a, {VIEWER_TEAM}, crew_all};
	struct archive_stamp stamp = opening_stamp(c);
	const struct person_writer writer = {c->archive, c->a, NULL, &stamp, crew_all};
	struct person_map *maps = ARENA_ARRAY(c->a, struct person_map, c->arg_count);
	const struct link_column *at;
	struct person_list list;
	bool fresh = false;

	if (person_list_find(&reader, c->args[0], &list, e) != 0 || maps_read(c, maps, e) != 0 ||
	    person_list_map(&writer, &list, maps, c->arg_count - 1, &fresh, e) != 0 ||
	    person_list_find(&reader, list.id, &list, e) != 0 ||
	    person_list_columns(&reader, &list, &at, e) != 0)
		return -1;
	if (c->json) {
		columns_json(c, &list, at, fresh);
		return 0;
	}
	columns_text(c, &list, at);
	if (fresh)
		cli_say(c, STR("cli.list.mapped"));
	return 0;
}
