#include "face/cli/cli.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "face/cli/harmless.h"
#include "face/cli/opening.h"
#include "kit/os/env.h"
#include "kit/os/process.h"
#include "kit/os/tty.h"

#define TEXT_BYTES 65536 /* of one free text read from the terminal */

bool
cli_lang_of_words(const struct command *command, const struct option_line *line)
{
	return command != NULL && option_allowed(OPTION_PARSE, command->options)
	    ? option_has(line, OPTION_PARSE)
	    : command != NULL && option_listed(OPTION_LANG, command->options);
}

static enum lang
lang_of_environment(void)
{
	static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	enum lang lang = LANG_EN;

	for (size_t i = 0; i < LENGTH(variables); i++) {
		struct str value = env_get(variables[i]);
		if (value.n == 0)
			continue;
		if (!message_lang_of(value, &lang))
			lang = LANG_EN;
		break;
	}
	return lang;
}

/* The language of sentences, as far as the line says it; after command is known. */
static int
lang_choose(struct cli *c, struct err *e)
{
	struct str wanted = c->line.lang_before;

	if (wanted.n == 0 && !cli_lang_of_words(c->command, &c->line))
		wanted = option_of(&c->line, OPTION_LANG);
	if (wanted.n > 0 && !message_lang_of(wanted, &c->lang))
		return err_fail(e, ERR_INPUT, STR("cli.lang"), wanted);
	return 0;
}

void
cli_say_list(struct cli *c, const struct str text[MESSAGE_ARGS + 2])
{
	buf_put(c->out, message_list(c->a, c->lang, text));
	buf_putc(c->out, '\n');
}

struct str
cli_number(struct cli *c, int64_t n)
{
	struct buf *b = buf_on(c->a);

	lang_number(b, n, c->lang);
	return buf_str(b);
}

void
cli_note_list(struct cli *c, const struct str text[MESSAGE_ARGS + 2])
{
	struct buf *shown = buf_on(c->a);

	harmless_put(shown, message_list(c->a, c->lang, text));
	fprintf(stderr, "%s\n", shown->p);
}

void
cli_json(struct cli *c, const struct json *value)
{
	json_write_pretty(c->out, value);
}

/* Byte by byte: what follows the line may be the next text, or a passphrase. */
static int
line_read(struct cli *c, struct str name, struct str *out, struct err *e)
{
	struct buf *b = buf_on(c->a);
	int ch;

	if (tty_in())
		fprintf(stderr, "%.*s: ", STR_ARG(name));
	setvbuf(stdin, NULL, _IONBF, 0);
	while ((ch = getchar()) != EOF && ch != '\n' && b->n <= TEXT_BYTES)
		buf_putc(b, (char)ch);
	struct str text = str_trim(buf_str(b));
	if (b->n > TEXT_BYTES)
		return err_fail(e, ERR_LIMIT, STR("cli.text.long"), name);
	if (text.n == 0)
		return err_fail(e, ERR_INPUT, STR("cli.text.none"), name);
	if (!utf8_valid(text))
		return err_fail(e, ERR_INPUT, STR("cli.text.utf8"), name);
	*out = text;
	return 0;
}

int
cli_text(struct cli *c, struct str given, struct str name, struct str *out, struct err *e)
{
	if (str_eq(given, STR("-")))
		return line_read(c, name, out, e);
	*out = given;
	return 0;
}

int
cli_text_of(struct cli *c, enum option_id id, struct str *out, struct err *e)
{
	struct str name = arena_fmt(c->a, "--%.*s", STR_ARG(option_table[id].name));

	return cli_text(c, option_of(&c->line, id), name, out, e);
}

int
cli_needs(const struct cli *c, enum option_id id, struct err *e)
{
	char room[COMMAND_NAME_BYTES];

	if (option_has(&c->line, id))
		return 0;
	struct str shown = arena_fmt(c->a, "--%.*s", STR_ARG(option_table[id].name));
	return err_fail(
	    e, ERR_INPUT, STR("cli.option.needs"), shown, command_name(c->command, room));
}

static int
options_fit(struct cli *c, struct err *e)
{
	char room[COMMAND_NAME_BYTES];

	for (size_t id = 0; id < OPTION_COUNT; id++) {
		if (!option_has(&c->line, (enum option_id)id) ||
		    option_allowed((enum option_id)id, c->command->options))
			continue;
		struct str shown = arena_fmt(c->a, "--%.*s", STR_ARG(option_table[id].name));
		return err_fail(e, ERR_INPUT, STR("cli.option.not_here"), shown,
		    command_name(c->command, room));
	}
	return 0;
}

static int
args_fit(struct cli *c, struct err *e)
{
	char room[COMMAND_NAME_BYTES];
	struct str name = command_name(c->command, room);

	if (c->arg_count < c->command->least)
		return err_fail(e, ERR_INPUT, STR("cli.args.few"), name, c->command->synopsis);
	if (c->arg_count > c->command->most)
		return err_fail(
		    e, ERR_INPUT, STR("cli.args.many"), name, c->args[c->command->most]);
	return 0;
}

static int
command_choose(struct cli *c, struct err *e)
{
	static const struct str help = STR_INIT("help");
	const struct str *words = c->line.words;
	size_t count = c->line.word_count, used = 0;

	if (count == 0) {
		words = &help;
		count = 1;
	}
	if (option_has(&c->line, OPTION_VERSION)) {
		c->command = NULL;
		return 0;
	}
	if (command_find(words, count, &c->command, &used, e) != 0)
		return -1;
	c->args = words + used;
	c->arg_count = count - used;
	return 0;
}

/* "guvoh claim add --help" means "guvoh help claim add". */
static int
help_instead(struct cli *c, struct err *e)
{
	c->args = c->line.words;
	c->arg_count = c->line.word_count;
	return cmd_help(c, e);
}

static void
version_say(struct cli *c)
{
	struct json *answer = json_object(c->a);

	json_set_str(answer, STR("version"), STR(GUVOH_VERSION));
	if (c->json)
		cli_json(c, answer);
	else
		buf_put(c->out, STR("guvoh " GUVOH_VERSION "\n"));
}

static int
command_run(struct cli *c, struct err *e)
{
	if (c->command == NULL) {
		version_say(c);
		return 0;
	}
	if (option_has(&c->line, OPTION_HELP))
		return help_instead(c, e);
	if (options_fit(c, e) != 0 || args_fit(c, e) != 0)
		return -1;
	if (c->command->archive == COMMAND_READ || c->command->archive == COMMAND_APPEND) {
		if (opening_archive(c, c->command->archive == COMMAND_APPEND, e) != 0)
			return -1;
	}
	return c->command->fn(c, e);
}

static int
line_run(struct cli *c, int argc, char *const *argv, struct err *e)
{
	if (option_read(c->a, argc, argv, &c->line, e) != 0)
		return -1;
	c->json = option_has(&c->line, OPTION_JSON);
	int found = command_choose(c, e);
	struct err lang_e = {0};
	if (lang_choose(c, found == 0 ? e : &lang_e) != 0 || found != 0)
		return -1;
	return command_run(c, e);
}

static void
failure_write(struct cli *c, const struct err *e)
{
	static const char *const codes[] = {"none",
#define X(code, exit_status, http_status, meaning) #code,
	    ERR_CODES(X)
#undef X
	};
	struct buf *text = buf_on(c->a);

	message_err(text, c->lang, e);
	if (c->unread.n > 0) {
		struct str why = arena_str(c->a, buf_str(text));
		buf_cut(text, 0);
		buf_put(text, message_text(c->a, c->lang, STR("cli.table.unread"), c->unread, why));
	}
	if (!c->json) {
		fprintf(stderr, "guvoh: %.*s\n", STR_ARG(buf_str(text)));
		return;
	}
	struct json *answer = json_object(c->a);
	struct json *error = json_set_object(answer, STR("error"));
	json_set_str(error, STR("code"), str_of(codes[e->code]));
	json_set_str(error, STR("key"), str_of(e->key));
	json_set_str(error, STR("text"), buf_str(text));
	if (c->unread.n > 0)
		json_set_str(error, STR("file"), c->unread);
	struct buf *b = buf_on(c->a);
	json_write(b, answer);
	fprintf(stderr, "%s\n", b->p);
}

/* A reader that has gone away has seen enough: no failure, no word. */
static int
stdout_write(struct str bytes, struct err *e)
{
	size_t done = fwrite(bytes.p, 1, bytes.n, stdout);

	if (fflush(stdout) == 0 && done == bytes.n)
		return 0;
	if (errno == EPIPE)
		return 0;
	return err_fail(e, ERR_IO, STR("cli.stdout"));
}

static int
results_write(struct cli *c, struct err *e)
{
	struct buf *shown = buf_on(c->a);

	if (c->json)
		buf_put(shown, buf_str(c->out));
	else
		harmless_put(shown, buf_str(c->out));
	return stdout_write(buf_str(shown), e);
}

int
cli_bytes(struct str bytes, struct err *e)
{
	struct buf shown = BUF_INIT;

	if (!tty_out())
		return stdout_write(bytes, e);
	harmless_put(&shown, bytes);
	int r = stdout_write(buf_str(&shown), e);
	buf_free(&shown);
	return r;
}

int
cli_flush(struct cli *c, struct err *e)
{
	int status = results_write(c, e);

	buf_cut(c->out, 0);
	return status;
}

static bool
json_wanted(int argc, char *const *argv)
{
	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--json") == 0)
			return true;
	}
	return false;
}

int
cli_main(int argc, char *const *argv)
{
	struct err e = {0};
	struct cli c = {.a = arena_new(), .json = json_wanted(argc, argv), .unread = STR("")};

	process_harden();
	c.out = buf_on(c.a);
	c.lang = lang_of_environment();
	c.width = tty_out() ? tty_width() : 0;
	c.utf8 = tty_out() && tty_utf8();
	c.colour = tty_out() && env_get("NO_COLOR").n == 0 && !str_eq(env_get("TERM"), STR("dumb"));
	int ran = line_run(&c, argc, argv, &e);
	int status = ran == 0 ? c.status : err_exit_status(e.code);
	struct err lost = {0};
	if (results_write(&c, &lost) != 0) {
		failure_write(&c, &lost);
		status = err_exit_status(lost.code);
	}
	if (ran != 0)
		failure_write(&c, &e);
	arena_free(c.a);
	return status;
}
