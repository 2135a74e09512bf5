#include "face/cli/pair_view.h"

#include "face/cli/column.h"
#include "face/cli/link_view.h"

#define WIDTH 80 /* where the terminal has none */
#define GAP 2    /* columns between the two */

struct str
pair_view_name(struct cli *c, const struct person_pair *pair)
{
	struct str x = person_seen_name(c->a, &pair->x), y = person_seen_name(c->a, &pair->y);

	return arena_fmt(c->a, "%.*s,%.*s", STR_ARG(x), STR_ARG(y));
}

/* The next cell from *at on that says something, as "column: cell"; empty: none is left. */
static struct str
line_of(struct cli *c, const struct person_seen *seen, size_t *at)
{
	while (*at < seen->width && seen->cells[*at].n == 0)
		++*at;
	if (*at == seen->width)
		return STR("");
	size_t k = (*at)++;
	return arena_fmt(c->a, "%.*s: %.*s", STR_ARG(seen->columns[k]), STR_ARG(seen->cells[k]));
}

/* One line of both, each cut where its half ends. */
static void
both_put(struct cli *c, struct str left, struct str right)
{
	size_t width = c->width > 0 ? (size_t)c->width : WIDTH, half = (width - GAP) / 2;
	struct buf *cut = buf_on(c->a);

	column_fit(cut, left, half, c->utf8);
	if (right.n > 0)
		column_pad(c->out, buf_str(cut), half + GAP);
	else
		buf_put(c->out, buf_str(cut));
	column_fit(c->out, right, half, c->utf8);
	buf_putc(c->out, '\n');
}

static void
said_put(struct cli *c, const struct person_pair *pair)
{
	if (pair->said.n > 0)
		cli_say(c, arena_fmt(c->a, "%s%.*s", "cli.review.said.", STR_ARG(pair->said)));
}

void
pair_view_mention(struct cli *c, const struct person_seen *seen)
{
	struct str name = person_seen_name(c->a, seen);

	buf_fmt(c->out, "%.*s\n", STR_ARG(name));
	for (size_t k = 0; k < seen->width; k++)
		if (seen->cells[k].n > 0)
			buf_fmt(c->out, "  %.*s: %.*s\n", STR_ARG(seen->columns[k]),
			    STR_ARG(seen->cells[k]));
}

void
pair_view_why(struct cli *c, const struct person_pair *pair)
{
	link_view_why(c, pair_view_name(c, pair), &pair->why);
	said_put(c, pair);
}

void
pair_view_put(struct cli *c, const struct person_pair *pair)
{
	size_t x = 0, y = 0;

	both_put(c, person_seen_name(c->a, &pair->x), person_seen_name(c->a, &pair->y));
	for (;;) {
		struct str left = line_of(c, &pair->x, &x), right = line_of(c, &pair->y, &y);
		if (left.n == 0 && right.n == 0)
			break;
		both_put(c, left, right);
	}
	link_view_why(c, pair_view_name(c, pair), &pair->why);
	cli_say(c, pair->joined ? STR("cli.review.joined") : STR("cli.review.apart"));
	said_put(c, pair);
}

void
pair_view_cells_json(struct json *o, struct str name, const struct person_seen *seen)
{
	struct json *cells = json_set_array(o, name);

	for (size_t k = 0; k < seen->width; k++) {
		struct json *cell = json_push_object(cells);
		json_set_str(cell, STR("column"), seen->columns[k]);
		json_set_str(cell, STR("text"), seen->cells[k]);
	}
}

static void
seen_json(struct cli *c, struct json *o, const struct person_seen *seen)
{
	json_set_str(o, STR("mention"), person_seen_name(c->a, seen));
	pair_view_cells_json(o, STR("cells"), seen);
}

void
pair_view_json(struct cli *c, struct json *row, const struct person_pair *pair)
{
	json_set_str(row, STR("pair"), pair_view_name(c, pair));
	json_set_bool(row, STR("joined"), pair->joined);
	json_set_str(row, STR("log_odds"), link_view_decimal(c->a, pair->odds));
	json_set_str(row, STR("said"), pair->said);
	seen_json(c, json_set_object(row, STR("first")), &pair->x);
	seen_json(c, json_set_object(row, STR("second")), &pair->y);
	link_view_why_json(row, c->a, &pair->why);
}
