#include "base/csv.h"
#include "face/cli/cli.h"
#include "face/cli/column.h"
#include "face/cli/table_file.h"
#include "kit/lang/name_like.h"

#define TABLE_BYTES (64 << 20)

/* A label of the answer, or the sentence of a role or a way: cli.name.family. */
static struct str
label(const struct cli *c, struct str word)
{
	return message_text(c->a, c->lang, arena_fmt(c->a, "%s%.*s", "cli.name.", STR_ARG(word)));
}

static struct str
decimal(struct arena *a, double score)
{
	return arena_fmt(a, "%.2f", score);
}

/* Columns of a line; nothing stands behind the last that is not empty. */
static void
line_put(struct cli *c, const struct str columns[4])
{
	static const size_t widths[] = {14, 24, 18, 0};
	size_t last = 3;

	while (last > 0 && columns[last].n == 0)
		last--;
	for (size_t i = 0; i < last; i++) {
		column_pad(c->out, columns[i], widths[i]);
		buf_putc(c->out, ' ');
	}
	buf_put(c->out, columns[last]);
	buf_putc(c->out, '\n');
}

static void
name_text(struct cli *c, const struct name *name)
{
	buf_fmt(c->out, "%.*s: %.*s\n", STR_ARG(label(c, STR("script"))),
	    STR_ARG(label(c, name_script_word(name->script))));
	line_put(c,
	    (const struct str[]){label(c, STR("part")), label(c, STR("written")),
		label(c, STR("sound")), label(c, STR("skeleton"))});
	for (size_t i = 0; i < name->count; i++) {
		const struct name_part *part = &name->parts[i];
		line_put(c,
		    (const struct str[]){label(c, name_role_word(part->role)), part->said,
			part->stem, part->skeleton});
	}
}

static void
name_json(struct cli *c, struct str said, const struct name *name)
{
	struct json *answer = json_object(c->a);

	json_set_str(answer, STR("name"), said);
	json_set_str(answer, STR("script"), name_script_word(name->script));
	struct json *parts = json_set_array(answer, STR("parts"));
	for (size_t i = 0; i < name->count; i++) {
		const struct name_part *part = &name->parts[i];
		struct json *row = json_push_object(parts);
		json_set_str(row, STR("role"), name_role_word(part->role));
		json_set_bool(row, STR("sure"), part->sure);
		json_set_bool(row, STR("initial"), part->initial);
		json_set_str(row, STR("written"), part->said);
		json_set_str(row, STR("sound"), part->sound);
		json_set_str(row, STR("stem"), part->stem);
		json_set_str(row, STR("skeleton"), part->skeleton);
	}
	cli_json(c, answer);
}

static struct str
verdict_word(const struct name_like *like)
{
	return like->compatible ? STR("compatible") : STR("incompatible");
}

static void
like_text(struct cli *c, const struct name_like *like)
{
	cli_say(c, STR("cli.name.score"), decimal(c->a, like->score), label(c, verdict_word(like)));
	for (size_t i = 0; i < like->count; i++) {
		const struct name_like_reason *why = &like->reasons[i];
		line_put(c,
		    (const struct str[]){label(c, name_role_word(why->role)),
			arena_fmt(c->a, "%.*s – %.*s", STR_ARG(why->first), STR_ARG(why->second)),
			label(c, name_like_word(why->way)),
			why->way == NAME_LIKE_CLOSE ? decimal(c->a, why->likeness) : STR("")});
	}
}

static void
like_json(
    struct json *answer, struct arena *a, const struct str said[2], const struct name_like *like)
{
	json_set_str(answer, STR("name1"), said[0]);
	json_set_str(answer, STR("name2"), said[1]);
	json_set_str(answer, STR("score"), decimal(a, like->score));
	json_set_str(answer, STR("verdict"), verdict_word(like));
	struct json *reasons = json_set_array(answer, STR("reasons"));
	for (size_t i = 0; i < like->count; i++) {
		const struct name_like_reason *why = &like->reasons[i];
		struct json *row = json_push_object(reasons);
		json_set_str(row, STR("role"), name_role_word(why->role));
		json_set_str(row, STR("way"), name_like_word(why->way));
		json_set_str(row, STR("first"), why->first);
		json_set_str(row, STR("second"), why->second);
		json_set_str(row, STR("likeness"), decimal(a, why->likeness));
	}
}

/* Columns of a table of pairs: name1, name2. */
static int
pairs_columns(struct str path, const struct csv *table, int columns[2], struct err *e)
{
	static const struct str names[2] = {STR_INIT("name1"), STR_INIT("name2")};

	for (int i = 0; i < 2; i++) {
		columns[i] = csv_column(table, names[i]);
		if (columns[i] < 0)
			return err_fail(e, ERR_INPUT, STR("cli.name.column"), path, names[i]);
	}
	return 0;
}

static struct name_like
pair_like(struct arena *a, const struct str said[2])
{
	struct name x = name_read(a, said[0]), y = name_read(a, said[1]);

	return name_like(a, &x, &y);
}

/* The table as it is, with score and verdict behind each row. */
static void
pairs_csv(struct cli *c, const struct csv *table, const int columns[2])
{
	struct str *fields = ARENA_ARRAY(c->a, struct str, table->width + 2);

	for (size_t i = 0; i < table->width; i++)
		fields[i] = table->names[i];
	fields[table->width] = STR("score");
	fields[table->width + 1] = STR("verdict");
	csv_put_row(c->out, fields, table->width + 2);
	for (size_t row = 0; row < table->count; row++) {
		const struct str said[2] = {
		    csv_field(table, row, columns[0]), csv_field(table, row, columns[1])};
		struct arena *a = arena_new();
		struct name_like like = pair_like(a, said);
		for (size_t i = 0; i < table->width; i++)
			fields[i] = table->rows[row].fields[i];
		fields[table->width] = decimal(a, like.score);
		fields[table->width + 1] = verdict_word(&like);
		csv_put_row(c->out, fields, table->width + 2);
		arena_free(a);
	}
}

static void
pairs_json(struct cli *c, const struct csv *table, const int columns[2])
{
	struct json *answer = json_object(c->a);
	struct json *rows = json_set_array(answer, STR("pairs"));

	for (size_t i = 0; i < table->count; i++) {
		const struct str said[2] = {
		    csv_field(table, i, columns[0]), csv_field(table, i, columns[1])};
		struct name_like like = pair_like(c->a, said);
		struct json *row = json_push_object(rows);
		json_set_int(row, STR("row"), (int64_t)i + 1);
		like_json(row, c->a, said, &like);
	}
	cli_json(c, answer);
}

static int
pairs_score(struct cli *c, struct err *e)
{
	struct str path = option_of(&c->line, OPTION_PAIRS);
	struct csv table;
	int columns[2];

	if (c->arg_count > 0)
		return err_fail(e, ERR_INPUT, STR("cli.option.both"), STR("--pairs"), c->args[0]);
	if (table_file_read(c, c->a, path, TABLE_BYTES, &table, e) != 0 ||
	    pairs_columns(path, &table, columns, e) != 0)
		return -1;
	if (c->json)
		pairs_json(c, &table, columns);
	else
		pairs_csv(c, &table, columns);
	return 0;
}

static void
like_say(struct cli *c, const struct str said[2], const struct name_like *like)
{
	if (!c->json) {
		like_text(c, like);
		return;
	}
	struct json *answer = json_object(c->a);
	like_json(answer, c->a, said, like);
	cli_json(c, answer);
}

int
cmd_name(struct cli *c, struct err *e)
{
	struct str said[2];
	struct name names[2];

	if (option_has(&c->line, OPTION_PAIRS))
		return pairs_score(c, e);
	if (c->arg_count == 0)
		return err_fail(
		    e, ERR_INPUT, STR("cli.args.few"), c->command->name, c->command->synopsis);
	for (size_t i = 0; i < c->arg_count; i++) {
		if (cli_text(c, c->args[i], STR("NAME"), &said[i], e) != 0)
			return -1;
		names[i] = name_read(c->a, said[i]);
		if (names[i].script == NAME_NONE_SCRIPT)
			return err_fail(e, ERR_INPUT, STR("cli.name.none"), said[i]);
	}
	if (c->arg_count == 1) {
		if (c->json)
			name_json(c, said[0], &names[0]);
		else
			name_text(c, &names[0]);
		return 0;
	}
	struct name_like like = name_like(c->a, &names[0], &names[1]);
	like_say(c, said, &like);
	return 0;
}
