#include "face/cli/link_view.h"

#include "face/cli/column.h"

struct str
link_view_decimal(struct arena *a, double weight)
{
	return arena_fmt(a, "%.2f", weight);
}

void
link_view_why(struct cli *c, struct str pair, const struct link_why *why)
{
	size_t n;
	const struct why_line *lines = why_lines(c->a, c->lang, why, &n);

	struct str all = why_all(c->a, c->lang, pair, why);

	buf_fmt(c->out, "%.*s\n", STR_ARG(all));
	for (size_t i = 0; i < n; i++) {
		buf_put(c->out, STR("  "));
		column_pad(c->out, lines[i].what, 44);
		buf_fmt(c->out, " %.*s\n", STR_ARG(lines[i].says));
	}
}

void
link_view_why_json(struct json *pair, struct arena *a, const struct link_why *why)
{
	json_set_str(pair, STR("prior"), link_view_decimal(a, why->prior));
	json_set_str(pair, STR("together"), link_view_decimal(a, why->together));
	json_set_str(pair, STR("namesakes"), link_view_decimal(a, why->namesakes));
	json_set_str(pair, STR("untold"), link_view_decimal(a, why->untold));
	json_set_str(pair, STR("total"), link_view_decimal(a, why->total));
	json_set_bool(pair, STR("never"), why->never);
	struct json *reasons = json_set_array(pair, STR("reasons"));
	for (size_t k = 0; k < why->count; k++) {
		const struct link_reason *r = &why->reasons[k];
		struct json *row = json_push_object(reasons);
		json_set_str(row, STR("column"), r->column);
		json_set_str(row, STR("kind"), link_kind_word(r->kind));
		json_set_str(row, STR("level"), r->level);
		json_set_str(row, STR("first"), r->x);
		json_set_str(row, STR("second"), r->y);
		json_set_str(row, STR("weight"), link_view_decimal(a, r->weight));
	}
}

static void
remark(struct cli *c, struct str key, size_t rows)
{
	struct str text = message_text(c->a, c->lang, key, STR_INT((int64_t)rows));

	if (rows > 0)
		buf_fmt(c->out, "; %.*s", STR_ARG(text));
}

void
link_view_remarks(struct cli *c, const struct link_column *column)
{
	remark(c, STR("cli.link.unread"), column->unread);
	remark(c, STR("cli.link.serial"), column->serial);
}

void
link_view_remarks_json(struct json *to, const struct link_column *column)
{
	if (column->kind != LINK_DATE)
		return;
	json_set_int(to, STR("unread"), (int64_t)column->unread);
	if (column->serial > 0)
		json_set_int(to, STR("serial"), (int64_t)column->serial);
}
