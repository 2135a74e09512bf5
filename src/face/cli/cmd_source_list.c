#include <stdlib.h>

#include "domain/source/source.h"
#include "face/cli/cli.h"
#include "face/cli/column.h"

static struct str
id_of(const struct source *source)
{
	return source->alias.n > 0 ? source->alias : source->id;
}

static int
by_id(const void *a, const void *b)
{
	return str_cmp(id_of(a), id_of(b));
}

static void
list_json(struct cli *c, const struct source_list *list)
{
	struct json *answer = json_object(c->a);
	struct json *rows = json_set_array(answer, STR("sources"));

	for (size_t i = 0; i < list->count; i++) {
		const struct source *s = &list->at[i];
		struct json *row = json_push_object(rows);
		json_set_str(row, STR("id"), id_of(s));
		json_set_str(row, STR("key"), s->id);
		json_set_str(row, STR("kind"), s->kind);
		json_set_str(row, STR("confidentiality"), s->confidentiality);
		json_set_str(row, STR("title"), s->title);
		json_set_str(row, STR("lang"), s->lang);
		json_set_str(row, STR("url"), s->url);
		json_set_str(row, STR("date"), s->date);
		json_set_bool(row, STR("destroyed"), s->destroyed);
	}
	cli_json(c, answer);
}

static void
list_text(struct cli *c, const struct source_list *list)
{
	size_t id_width = 0, kind_width = 0;

	for (size_t i = 0; i < list->count; i++) {
		const struct source *s = &list->at[i];
		id_width = id_of(s).n > id_width ? id_of(s).n : id_width;
		kind_width = s->kind.n > kind_width ? s->kind.n : kind_width;
	}
	for (size_t i = 0; i < list->count; i++) {
		const struct source *s = &list->at[i];
		column_pad(c->out, id_of(s), id_width + 2);
		column_pad(c->out, s->kind, kind_width + 2);
		if (s->destroyed)
			buf_put(c->out, message_text(c->a, c->lang, STR("cli.source.destroyed")));
		else
			buf_put(c->out, s->title);
		buf_putc(c->out, '\n');
	}
}

int
cmd_source_list(struct cli *c, struct err *e)
{
	struct source_list list;

	if (source_all(archive_db(c->archive), c->a, &list, e) != 0)
		return -1;
	struct source *sorted = ARENA_ARRAY(c->a, struct source, list.count);
	for (size_t i = 0; i < list.count; i++)
		sorted[i] = list.at[i];
	qsort(sorted, list.count, sizeof(*sorted), by_id);
	list.at = sorted;
	if (c->json)
		list_json(c, &list);
	else if (list.count > 0)
		list_text(c, &list);
	else
		cli_say(c, STR("cli.source.none"));
	return 0;
}
