#include "domain/find/find.h"
#include "face/cli/cli.h"
#include "face/cli/column.h"

#define WIDTH 80
#define OPTION_COLUMN 28 /* where what an option does begins */
#define COMMAND_COLUMN 38

static void
line_put(struct cli *c, struct str left, size_t column, struct str key)
{
	buf_put(c->out, STR("  "));
	column_pad(c->out, left, column - 2);
	if (left.n + 2 >= column) {
		buf_putc(c->out, '\n');
		column_pad(c->out, STR(""), column);
	}
	column_wrap(c->out, message_text(c->a, c->lang, key), column, WIDTH);
}

static struct str
usage_of(struct cli *c, const struct command *command)
{
	char room[COMMAND_NAME_BYTES];
	struct str name = command_name(command, room);

	return arena_fmt(c->a, "%.*s%s%.*s", STR_ARG(name), command->synopsis.n > 0 ? " " : "",
	    STR_ARG(command->synopsis));
}

static void
option_put(struct cli *c, const struct option *o)
{
	struct buf *left = buf_on(c->a);

	if (o->letter != 0)
		buf_fmt(left, "-%c, ", o->letter);
	buf_fmt(left, "--%.*s%s%.*s", STR_ARG(o->name), o->placeholder.n > 0 ? " " : "",
	    STR_ARG(o->placeholder));
	line_put(c, buf_str(left), OPTION_COLUMN, o->key);
}

static void
options_put(struct cli *c, struct str names, bool common)
{
	for (size_t id = 0; id < OPTION_COUNT; id++) {
		bool shown =
		    common ? id <= OPTION_VERSION : option_listed((enum option_id)id, names);
		if (shown && !(common && option_listed((enum option_id)id, names)))
			option_put(c, &option_table[id]);
	}
}

static void
overview(struct cli *c)
{
	cli_say(c, STR("cli.help.top"));
	for (size_t i = 0; i < command_count; i++)
		line_put(c, usage_of(c, &command_table[i]), COMMAND_COLUMN, command_table[i].key);
	cli_say(c, STR("cli.help.common"));
	options_put(c, STR(""), true);
	cli_say(c, STR("cli.help.more"));
}

/* What a search is narrowed by. */
static void
filters_put(struct cli *c)
{
	cli_say(c, STR("cli.help.filters"));
	for (size_t i = 0; i < FIND_FILTERS; i++) {
		enum find_filter filter = (enum find_filter)i;
		struct str left = arena_fmt(c->a, "%.*s:", STR_ARG(find_filter_name(filter)));
		line_put(c, left, OPTION_COLUMN, find_filter_label(filter));
	}
}

static void
one_command(struct cli *c, const struct command *command)
{
	struct str what = message_text(c->a, c->lang, command->key);

	cli_say(c, STR("cli.help.usage"), usage_of(c, command));
	buf_fmt(c->out, "%.*s.\n", STR_ARG(what));
	if (command->options.n > 0) {
		cli_say(c, STR("cli.help.options"));
		options_put(c, command->options, false);
	}
	if (str_eq(command->name, STR("find")))
		filters_put(c);
	cli_say(c, STR("cli.help.common"));
	options_put(c, command->options, true);
}

/* A first word that has second words: all of them, "guvoh help claim", and what it does alone. */
static bool
family(struct cli *c, struct str name)
{
	const struct command *alone = NULL;
	bool any = false;

	for (size_t i = 0; i < command_count; i++)
		any = any || (str_eq(command_table[i].name, name) && command_table[i].sub.n > 0);
	for (size_t i = 0; any && i < command_count; i++) {
		const struct command *command = &command_table[i];
		if (!str_eq(command->name, name))
			continue;
		line_put(c, usage_of(c, command), COMMAND_COLUMN, command->key);
		alone = command->sub.n == 0 ? command : alone;
	}
	if (alone != NULL && alone->options.n > 0) {
		cli_say(c, STR("cli.help.options_of"), usage_of(c, alone));
		options_put(c, alone->options, false);
	}
	return any;
}

static void
option_json(struct json *list, const struct cli *c, const struct option *o)
{
	static const char *const kinds[] = {"flag", "value", "list", "text"};
	struct json *row = json_push_object(list);

	json_set_str(row, STR("name"), o->name);
	if (o->letter != 0)
		json_set_str(row, STR("letter"), (struct str){&o->letter, 1});
	json_set_str(row, STR("kind"), str_of(kinds[o->kind]));
	json_set_str(row, STR("placeholder"), o->placeholder);
	json_set_str(row, STR("help"), message_text(c->a, c->lang, o->key));
}

static void
command_json(struct json *list, const struct cli *c, const struct command *command)
{
	static const char *const needs[] = {"none", "read", "append", "either"};
	char room[COMMAND_NAME_BYTES];
	struct json *row = json_push_object(list);

	json_set_str(row, STR("name"), command_name(command, room));
	json_set_str(row, STR("synopsis"), command->synopsis);
	json_set_str(row, STR("help"), message_text(c->a, c->lang, command->key));
	json_set_str(row, STR("archive"), str_of(needs[command->archive]));
	struct json *options = json_set_array(row, STR("options"));
	for (struct str rest = command->options; rest.n > 0;)
		json_push_str(options, str_cut(&rest, ' '));
}

static void
table(struct cli *c)
{
	struct json *answer = json_object(c->a);
	struct json *commands = json_set_array(answer, STR("commands"));
	struct json *options = json_set_array(answer, STR("options"));

	for (size_t i = 0; i < command_count; i++)
		command_json(commands, c, &command_table[i]);
	for (size_t i = 0; i < OPTION_COUNT; i++)
		option_json(options, c, &option_table[i]);
	struct json *filters = json_set_array(answer, STR("filters"));
	for (size_t i = 0; i < FIND_FILTERS; i++) {
		struct json *row = json_push_object(filters);
		json_set_str(row, STR("name"), find_filter_name((enum find_filter)i));
		json_set_str(row, STR("help"),
		    message_text(c->a, c->lang, find_filter_label((enum find_filter)i)));
	}
	cli_json(c, answer);
}

int
cmd_help(struct cli *c, struct err *e)
{
	const struct command *command;
	size_t used;

	if (c->json || option_has(&c->line, OPTION_COMMANDS)) {
		table(c);
		return 0;
	}
	if (c->arg_count == 0) {
		overview(c);
		return 0;
	}
	if (c->arg_count == 1 && family(c, c->args[0]))
		return 0;
	if (command_find(c->args, c->arg_count, &command, &used, e) != 0)
		return -1;
	one_command(c, command);
	return 0;
}
