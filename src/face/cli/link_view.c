#include "face/cli/link_view.h"

#include <math.h>

#include "face/cli/column.h"

static struct str
label(const struct cli *c, struct str word)
{
	return message_text(c->a, c->lang, arena_fmt(c->a, "%s%.*s", "cli.link.", STR_ARG(word)));
}

struct str
link_view_kind(const struct cli *c, enum link_kind kind)
{
	return label(c, arena_fmt(c->a, "kind.%.*s", STR_ARG(link_kind_word(kind))));
}

struct str
link_view_decimal(struct arena *a, double weight)
{
	return arena_fmt(a, "%.2f", weight);
}

struct str
link_view_times(struct arena *a, double weight)
{
	double many = exp(fabs(weight));

	return many < 10 ? arena_fmt(a, "%.1f", many) : arena_fmt(a, "%.0f", many);
}

/* The column's name, or which part of the name it is where a whole name was cut. */
static struct str
column_label(const struct cli *c, const struct link_reason *r)
{
	bool part = r->kind == LINK_GIVEN || r->kind == LINK_FAMILY || r->kind == LINK_PATRONYMIC;

	return part ? link_view_kind(c, r->kind) : r->column;
}

static void
weight_put(struct cli *c, struct str what, double weight)
{
	struct str key = weight > 0 ? STR("cli.link.for") : STR("cli.link.against");

	buf_put(c->out, STR("  "));
	column_pad(c->out, what, 44);
	buf_put(c->out, STR(" "));
	cli_say(c, key, link_view_times(c->a, weight));
}

void
link_view_why(struct cli *c, struct str pair, const struct link_why *why)
{
	cli_say(c, why->total > 0 ? STR("cli.link.one") : STR("cli.link.two"),
	    link_view_times(c->a, why->total), pair);
	weight_put(c, label(c, STR("prior")), why->prior);
	for (size_t k = 0; k < why->count; k++) {
		const struct link_reason *r = &why->reasons[k];
		weight_put(c,
		    arena_fmt(c->a, "%.*s, %.*s: %.*s – %.*s", STR_ARG(column_label(c, r)),
			STR_ARG(label(c, r->level)), STR_ARG(r->x), STR_ARG(r->y)),
		    r->weight);
	}
	if (why->together < 0)
		weight_put(c, label(c, STR("together")), why->together);
}

void
link_view_why_json(struct json *pair, struct arena *a, const struct link_why *why)
{
	json_set_str(pair, STR("prior"), link_view_decimal(a, why->prior));
	json_set_str(pair, STR("together"), link_view_decimal(a, why->together));
	json_set_str(pair, STR("total"), link_view_decimal(a, why->total));
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
